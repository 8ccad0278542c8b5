package org.cellarius.catalogue.tap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import org.cellarius.catalogue.InputError;

/** Requests and answers with one server, with bounded patience. */
final class Conversation implements AutoCloseable {

    /** What is asked for. */
    enum Method {
        GET,
        POST,
        DELETE
    }

    private static final int QUOTED_BYTES = 1 << 16;
    private static final long SLOWEST_UPLOAD_BYTES_PER_SECOND = 10_000;

    private final TapSettings settings;
    private final HttpClient client;

    Conversation(TapSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .proxy(EnvironmentProxy.ofThisMachine())
                .build();
    }

    /** An answer of success, after redirections. An answer of failure is an exception that quotes it. */
    Reply ask(Method method, URI address, Optional<RequestForm> form, String adql) {
        Method asked = method;
        Optional<RequestForm> sent = form;
        URI at = address;
        for (int hop = 0; hop <= settings.redirections(); hop++) {
            Reply reply = once(asked, at, sent);
            if (reply.status() < 300) {
                return reply;
            }
            try (reply) {
                if (reply.status() >= 400 || reply.location().isEmpty()) {
                    throw refusal(reply, adql);
                }
                at = reply.location().get();
                if (reply.status() == 303) {
                    asked = Method.GET;
                    sent = Optional.empty();
                }
            }
        }
        throw new ServiceFailure("the service redirects more than " + settings.redirections() + " times, from "
                + address + " to " + at + ". Its address may have changed: look at the archive's pages");
    }

    /** One request, redirections and failures as they are. */
    Reply once(Method method, URI address, Optional<RequestForm> form) {
        long uploadSeconds = form.map(RequestForm::uploadBytes).orElse(0L) / SLOWEST_UPLOAD_BYTES_PER_SECOND;
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.silence().plusSeconds(uploadSeconds))
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Cellarius");
        switch (method) {
            case GET -> request.GET();
            case DELETE -> request.DELETE();
            case POST -> {
                RequestForm fields = form.orElseThrow();
                request.header("Content-Type", fields.contentType()).POST(fields.body());
            }
        }
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofPublisher());
            return reply(response, address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailure("the query was interrupted", e);
        } catch (IOException e) {
            throw trouble(address, e);
        }
    }

    private Reply reply(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, URI address) throws IOException {
        var body = new StreamedBody(settings.silence());
        response.body().subscribe(body);
        try {
            Optional<URI> location = response.headers().firstValue("Location").map(to -> redirected(address, to));
            boolean packed = response.headers()
                    .firstValue("Content-Encoding")
                    .filter(e -> e.equalsIgnoreCase("gzip") || e.equalsIgnoreCase("x-gzip"))
                    .isPresent();
            // A redirection may announce gzip and send nothing.
            boolean read = packed && response.statusCode() / 100 != 3 && response.statusCode() != 204;
            InputStream plain = read ? unpacked(body) : body;
            return new Reply(address, response.statusCode(), location, plain);
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream body) throws IOException {
        return new GZIPInputStream(body, 1 << 16);
    }

    /** Where a server points: on the web, and not from an encrypted connection to an open one. */
    private static URI redirected(URI from, String to) {
        URI target;
        try {
            target = TapService.address(from.resolve(to.strip()).toString(), from.toString());
        } catch (IllegalArgumentException | InputError e) {
            throw new ServiceFailure(
                    "the service at " + from + " points to '" + to + "', which is no address that can be asked", e);
        }
        if (!"https".equalsIgnoreCase(from.getScheme()) || "https".equalsIgnoreCase(target.getScheme())) {
            return target;
        }
        // Servers behind a gateway do not know that they are asked by https.
        if (String.valueOf(target.getHost()).equalsIgnoreCase(from.getHost())) {
            return URI.create(
                    "https" + target.toString().substring(target.getScheme().length()));
        }
        throw new ServiceFailure("the service at " + from + " points to " + target + ", which is not encrypted");
    }

    /** A whole small document. */
    byte[] document(Reply reply, int most) {
        byte[] bytes = reply.firstBytes(most, settings.silence());
        if (bytes.length >= most) {
            throw new ServiceFailure(
                    "the answer of " + reply.address() + " does not end: more than " + most + " bytes");
        }
        return bytes;
    }

    /** What an answer of failure says. */
    RuntimeException refusal(Reply reply, String adql) {
        byte[] bytes = reply.firstBytes(QUOTED_BYTES, settings.silence());
        FirstWords words = FirstWords.of(bytes);
        if (words.isXml()) {
            Optional<String> message = messageOf(bytes);
            if (message.isPresent()) {
                return wrongQuery(message.get(), adql);
            }
        }
        String said = words.shown().isEmpty() ? "nothing more" : "'" + words.shown() + "'";
        if (reply.status() == 404 || reply.status() == 410) {
            return new InputError(
                    "there is nothing at " + reply.address() + " (HTTP " + reply.status() + ", the server says " + said
                            + ")",
                    "",
                    "Check the address; a job may have been deleted by the archive");
        }
        return new ServiceFailure("the service at " + reply.address() + " answered HTTP " + reply.status() + ", and "
                + said + ". Try again later, or look at the archive's pages");
    }

    private static Optional<String> messageOf(byte[] document) {
        try {
            return Optional.ofNullable(
                    QueryStatus.of(new ByteArrayInputStream(document)).error());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static InputError wrongQuery(String message, String adql) {
        return new InputError(
                "the archive refuses the query: " + message,
                adql.isEmpty() ? "" : "ADQL: " + adql,
                "Correct the query; names of tables and columns are those of the archive");
    }

    /** What the network does, as a sentence. */
    ServiceFailure trouble(URI address, IOException e) {
        String host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        if (e instanceof ConnectException || e instanceof java.net.http.HttpConnectTimeoutException) {
            return new ServiceFailure(
                    host
                            + " cannot be reached. Check the network, the address and the proxy (https_proxy), or try again later",
                    e);
        }
        if (e instanceof HttpTimeoutException) {
            return new ServiceFailure(
                    host + " was silent for more than " + settings.silence().toSeconds()
                            + " s. Allow more with --timeout, or ask with --async",
                    e);
        }
        return new ServiceFailure(
                "the answer of " + host + " broke off: " + e.getMessage() + ". Nothing was written; try again", e);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
