package org.cellarius.catalogue.samp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.ErrInfo;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.Subscriptions;
import org.astrogrid.samp.client.DefaultClientProfile;
import org.astrogrid.samp.client.HubConnection;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.tap.ServiceFailure;

/** This program's place at the hub of this machine. */
public final class SampHub implements AutoCloseable {

    private static final Map<String, TableFormat> TABLES =
            Map.of("table.load.votable", TableFormat.VOTABLE, "table.load.fits", TableFormat.FITS);
    private static final int WAITING = 16;

    /** Held here because the log manager keeps only weak references. JSAMP tells much on the INFO level. */
    private static final Logger LOGGER = Logger.getLogger("org.astrogrid.samp");

    private final HubConnection connection;

    private SampHub(HubConnection connection) {
        this.connection = connection;
    }

    /** Registers; without a hub that is an {@link InputError}. */
    public static SampHub join() {
        LOGGER.setLevel(Level.SEVERE);
        try {
            HubConnection connection = DefaultClientProfile.getProfile().register();
            if (connection == null) {
                throw noHub();
            }
            var metadata = new Metadata();
            metadata.setName("Cellarius");
            metadata.setDescriptionText("Charts the chemistry of the Milky Way");
            connection.declareMetadata(metadata);
            return new SampHub(connection);
        } catch (IOException e) {
            throw noHub().withCause(e);
        }
    }

    private static InputError noHub() {
        return new InputError(
                "no SAMP hub is running on this machine", "", "Start TOPCAT or Aladin, which bring one, and try again");
    }

    /**
     * Offers a table to one program, or to all that take tables, and waits for their answers.
     *
     * @param votable the file, which must stay until the answers have come
     * @param client the name of the program; empty for all
     */
    public List<Delivery> send(Path votable, String title, Optional<String> client, Duration patience) {
        try {
            Map<String, String> takers = takers();
            if (takers.isEmpty()) {
                throw new InputError("no program at the hub takes tables", "", "Start TOPCAT or Aladin, and try again");
            }
            Map<String, String> chosen = client.map(name -> named(takers, name)).orElse(takers);
            Message message = new Message("table.load.votable")
                    .addParam("url", votable.toUri().toString())
                    .addParam("table-id", "cellarius:" + votable.toUri())
                    .addParam("name", title);
            int seconds = (int) Math.max(1, patience.toSeconds());
            var answers = new ArrayList<Delivery>();
            for (Map.Entry<String, String> taker : chosen.entrySet()) {
                answers.add(asked(taker.getKey(), taker.getValue(), message, seconds));
            }
            return List.copyOf(answers);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Delivery asked(String id, String name, Message message, int seconds) {
        try {
            Response answer = connection.callAndWait(id, message, seconds);
            ErrInfo error = answer.getErrInfo();
            return new Delivery(
                    name,
                    answer.isOK(),
                    answer.isOK() ? "" : error == null ? "no reason" : String.valueOf(error.getErrortxt()));
        } catch (IOException e) {
            return new Delivery(name, false, "no answer within " + seconds + " s: " + e.getMessage());
        }
    }

    /** Identifiers and names of the programs that take VOTables. */
    private Map<String, String> takers() throws IOException {
        var takers = new TreeMap<String, String>();
        for (Object id : connection.getSubscribedClients("table.load.votable").keySet()) {
            takers.put(String.valueOf(id), name(String.valueOf(id)));
        }
        return takers;
    }

    private String name(String id) {
        try {
            String name = connection.getMetadata(id).getName();
            return name == null ? id : name;
        } catch (IOException e) {
            return id;
        }
    }

    private static Map<String, String> named(Map<String, String> takers, String name) {
        var chosen = new TreeMap<>(takers);
        chosen.values().removeIf(taker -> !taker.equalsIgnoreCase(name));
        if (chosen.isEmpty()) {
            String near = NearestWord.question(takers.values(), name);
            throw new InputError(
                    "no program named '" + name + "' takes tables" + near,
                    "--client",
                    "There are: " + String.join(", ", takers.values()));
        }
        return chosen;
    }

    /**
     * Waits for the first table that another program sends, and answers it.
     *
     * @param reader takes the table; its exception becomes the answer, and is thrown on
     * @param ready called when tables can come
     */
    public void receive(Duration patience, Runnable ready, Consumer<TableMessage> reader) {
        BlockingQueue<Call> calls = new LinkedBlockingQueue<>(WAITING);
        try {
            connection.setCallable(new Listener(calls));
            var subscriptions = new Subscriptions();
            TABLES.keySet().forEach(subscriptions::addMType);
            connection.declareSubscriptions(subscriptions);
            ready.run();
            Call call = calls.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (call == null) {
                throw new InputError(
                        "no table came within " + patience.toSeconds() + " s",
                        "",
                        "Send one: in TOPCAT with Interop > Send Table To > Cellarius; wait longer with --timeout");
            }
            read(call, reader);
        } catch (IOException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailure("waiting for a table was interrupted", e);
        }
    }

    private void read(Call call, Consumer<TableMessage> reader) throws IOException {
        Object address = call.message().getParam("url");
        Object name = call.message().getParam("name");
        var table = new TableMessage(
                name(call.sender()),
                address == null ? "" : address.toString(),
                TABLES.getOrDefault(call.message().getMType(), TableFormat.VOTABLE),
                name == null ? "" : name.toString());
        try {
            reader.accept(table);
        } catch (RuntimeException e) {
            reply(call, Response.createErrorResponse(new ErrInfo(e)));
            throw e;
        }
        reply(call, Response.createSuccessResponse(Map.of()));
    }

    private void reply(Call call, Response response) throws IOException {
        if (!call.tag().isEmpty()) {
            connection.reply(call.tag(), response);
        }
    }

    private static ServiceFailure failure(IOException e) {
        return new ServiceFailure("the SAMP hub failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.unregister();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "unregister", e);
        }
    }
}
