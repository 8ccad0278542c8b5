package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.client.AbstractMessageHandler;
import org.astrogrid.samp.client.ClientProfile;
import org.astrogrid.samp.client.DefaultClientProfile;
import org.astrogrid.samp.client.HubConnection;
import org.astrogrid.samp.client.HubConnector;
import org.astrogrid.samp.client.SampException;
import org.astrogrid.samp.hub.Hub;
import org.astrogrid.samp.hub.HubProfile;
import org.astrogrid.samp.hub.HubServiceMode;
import org.astrogrid.samp.xmlrpc.LockInfo;
import org.astrogrid.samp.xmlrpc.StandardClientProfile;
import org.astrogrid.samp.xmlrpc.StandardHubProfile;
import org.astrogrid.samp.xmlrpc.XmlRpcKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables to and from another program, through a hub of the test's own: its lock file lies in the test's folder. */
class SampCommandsTest {

    private static final Logger LOGGER = Logger.getLogger("org.astrogrid.samp");

    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private Path lock = Path.of("");

    @BeforeEach
    void useOwnLockFile() {
        LOGGER.setLevel(Level.OFF);
        lock = folder.resolve("lock.samp");
        DefaultClientProfile.setProfile(new StandardClientProfile(XmlRpcKit.INTERNAL) {
            @Override
            public LockInfo getLockInfo() throws IOException {
                if (!Files.exists(lock)) {
                    // JSAMP's word for "no hub"; see StandardClientProfile.
                    return nothing();
                }
                try (var in = new FileInputStream(lock.toFile())) {
                    return LockInfo.readLockFile(in);
                }
            }
        });
    }

    @SuppressWarnings("NullAway")
    private static LockInfo nothing() {
        return null;
    }

    @AfterEach
    void forgetIt() {
        DefaultClientProfile.setProfile(null);
    }

    private Hub hub() throws IOException {
        var profile = new StandardHubProfile(
                XmlRpcKit.INTERNAL.getClientFactory(), XmlRpcKit.INTERNAL.getServerFactory(), lock.toFile(), "secret");
        return Hub.runHub(HubServiceMode.NO_GUI, new HubProfile[] {profile}, new HubProfile[0]);
    }

    /** Another program at the hub, which reads the tables that it is told of. */
    private HubConnector viewer(boolean refuses) {
        ClientProfile profile = DefaultClientProfile.getProfile();
        var viewer = new HubConnector(profile);
        var metadata = new Metadata();
        metadata.setName("Viewer");
        viewer.declareMetadata(metadata);
        viewer.addMessageHandler(new AbstractMessageHandler("table.load.votable") {
            @Override
            public Map<Object, Object> processCall(HubConnection connection, String sender, Message message)
                    throws IOException {
                if (refuses) {
                    throw new IOException("no room for it");
                }
                seen.add(String.valueOf(message.getParam("name")));
                seen.add(Files.readString(
                        Path.of(java.net.URI.create(String.valueOf(message.getParam("url")))),
                        java.nio.charset.StandardCharsets.ISO_8859_1));
                return Map.of();
            }
        });
        viewer.declareSubscriptions(viewer.computeSubscriptions());
        viewer.setActive(true);
        return viewer;
    }

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("stars.csv"), "name,fe_h[dex]\na,-0.5\nb,0.25\n");
    }

    @Test
    void withoutHubTheAnswerSaysWhatToStart() throws IOException {
        Outcome sent = Outcome.of("send", table());
        assertThat(sent.code()).isEqualTo(2);
        assertThat(sent.err()).contains("no SAMP hub is running", "Start TOPCAT or Aladin");
        assertThat(Outcome.of("receive", folder.resolve("in.csv"), "--timeout", "0.1s")
                        .code())
                .isEqualTo(2);
        assertThat(folder.resolve("in.csv")).doesNotExist();
    }

    @Test
    void aTableIsSent() throws IOException {
        Hub hub = hub();
        try {
            assertThat(Outcome.of("send", table()).err()).contains("no program at the hub takes tables");
            HubConnector viewer = viewer(false);
            Outcome sent = Outcome.of("send", table(), "--client", "viewer", "--title", "my giants");
            assertThat(sent.code()).as(sent.err()).isZero();
            assertThat(sent.err()).contains("Viewer: taken");
            assertThat(seen).hasSize(2).first().isEqualTo("my giants");
            assertThat(seen.get(1)).contains("<VOTABLE", "name=\"fe_h\"", "unit=\"dex\"");
            assertThat(Outcome.of("send", table(), "--client", "viewr").err()).contains("did you mean 'Viewer'?");
            viewer.setActive(false);
        } finally {
            hub.shutdown();
        }
    }

    @Test
    void aRefusalIsTold() throws IOException {
        Hub hub = hub();
        try {
            HubConnector viewer = viewer(true);
            Outcome sent = Outcome.of("send", table());
            assertThat(sent.code()).isEqualTo(1);
            assertThat(sent.err()).contains("Viewer: not taken", "no room for it");
            viewer.setActive(false);
        } finally {
            hub.shutdown();
        }
    }

    @Test
    void aTableIsReceivedFromAFileAndFromTheWeb() throws Exception {
        Hub hub = hub();
        try (var archive = new ArchiveServer(ArchiveServer.votable(3, false))) {
            Path file = folder.resolve("a table.vot");
            Files.write(file, archive.table);
            assertThat(received(file.toUri().toString(), "one.csv").isOK()).isTrue();
            assertThat(Files.readAllLines(folder.resolve("one.csv"))).hasSize(4).contains("4611686018427387905,1.5");
            assertThat(received(archive.at("/gzip/table"), "two.csv").isOK()).isTrue();
            assertThat(folder.resolve("two.csv")).hasSameTextualContentAs(folder.resolve("one.csv"));
            assertThat(received(archive.at("/html/table"), "three.csv").isOK()).isFalse();
            assertThat(received("ftp://127.0.0.1/x", "three.csv").isOK()).isFalse();
            assertThat(received(folder.resolve("none.vot").toUri().toString(), "three.csv")
                            .isOK())
                    .isFalse();
            assertThat(folder.resolve("three.csv")).doesNotExist();
        } finally {
            hub.shutdown();
        }
    }

    @Test
    void waitingHasAnEnd() throws IOException {
        Hub hub = hub();
        try {
            Outcome waited = Outcome.of("receive", folder.resolve("in.csv"), "--timeout", "0.1s");
            assertThat(waited.code()).isEqualTo(2);
            assertThat(waited.err()).contains("no table came");
        } finally {
            hub.shutdown();
        }
    }

    /** What a sender hears when the command takes its table. */
    private Response received(String address, String name) throws Exception {
        CompletableFuture<Outcome> command =
                CompletableFuture.supplyAsync(() -> Outcome.of("receive", folder.resolve(name), "--timeout", "20s"));
        HubConnection sender = DefaultClientProfile.getProfile().register();
        try {
            Message message =
                    new Message("table.load.votable").addParam("url", address).addParam("name", "sent");
            return sender.callAndWait(receiver(sender), message, 20);
        } finally {
            command.get(20, TimeUnit.SECONDS);
            sender.unregister();
        }
    }

    private static String receiver(HubConnection sender) throws SampException, InterruptedException {
        for (int look = 0; look < 2000; look++) {
            var takers =
                    sender.getSubscribedClients("table.load.votable").keySet().iterator();
            if (takers.hasNext()) {
                return String.valueOf(takers.next());
            }
            Thread.sleep(10);
        }
        throw new AssertionError("nobody waits for a table");
    }
}
