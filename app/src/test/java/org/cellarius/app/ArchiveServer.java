package org.cellarius.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * An archive on this machine: {@code /tap} speaks TAP 1.1 and UWS 1.1, {@code /html}, {@code /stall} … answer badly, each in its own way.
 */
final class ArchiveServer implements AutoCloseable {

    private static final String JOB = "/tap/async/1763";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<String> phases = new ArrayDeque<>();

    /** Lines like {@code POST /tap/async}, with the query part. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Bodies of the posted requests. */
    final List<String> bodies = new CopyOnWriteArrayList<>();

    /** The recorded answer. */
    volatile byte[] table;

    volatile String error = "";
    volatile boolean resultIsDown;

    ArchiveServer(byte[] table) throws IOException {
        this.table = table;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The phases that a job will show, one for each time that it is asked for; the last one stays. DOWN is an archive that is not there. */
    synchronized void phases(String... words) {
        phases.clear();
        phases.addAll(Arrays.asList(words));
    }

    long count(String request) {
        return requests.stream().filter(r -> r.equals(request)).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (body.length > 0) {
                bodies.add(new String(body, StandardCharsets.UTF_8));
            }
            if (path.startsWith("/tap/")) {
                tap(exchange, exchange.getRequestMethod() + " " + path);
            } else {
                bad(exchange, path);
            }
        } catch (IOException e) {
            // The other side has hung up, or this one did on purpose.
            exchange.close();
        }
    }

    private void tap(HttpExchange exchange, String request) throws IOException {
        switch (request) {
            case "POST /tap/sync", "GET " + JOB + "/results/result" -> {
                if (resultIsDown) {
                    send(exchange, 503, "text/plain", "down for maintenance".getBytes(StandardCharsets.UTF_8));
                } else {
                    send(exchange, 200, "application/x-votable+xml", table);
                }
            }
            case "POST /tap/async" -> redirect(exchange, 303, JOB);
            case "POST " + JOB + "/phase" -> redirect(exchange, 303, JOB);
            case "GET " + JOB -> {
                String document = job();
                int status = document.contains("<uws:phase>DOWN<") ? 503 : 200;
                send(exchange, status, "application/xml", document.getBytes(StandardCharsets.UTF_8));
            }
            case "GET " + JOB + "/error" ->
                send(
                        exchange,
                        200,
                        "application/x-votable+xml",
                        errorDocument(error).getBytes(StandardCharsets.UTF_8));
            case "DELETE " + JOB -> redirect(exchange, 303, "/tap/async");
            default ->
                send(
                        exchange,
                        404,
                        "text/html",
                        "<html><title>no such job</title></html>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private synchronized String job() {
        String phase = phases.size() > 1 ? phases.remove() : phases.element();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <uws:job xmlns:uws="http://www.ivoa.net/xml/UWS/v1.0" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1">
                  <uws:jobId>1763</uws:jobId><uws:phase>%s</uws:phase>
                  <uws:parameters><uws:parameter id="phase">none</uws:parameter></uws:parameters>
                  <uws:results><uws:result id="result" xlink:href="%s"/></uws:results>
                  <uws:errorSummary type="fatal"><uws:message>in short: %s</uws:message></uws:errorSummary>
                </uws:job>
                """.formatted(phase, at(JOB + "/results/result"), error);
    }

    private void bad(HttpExchange exchange, String path) throws IOException {
        OutputStream out = exchange.getResponseBody();
        switch (path.substring(0, path.lastIndexOf('/'))) {
            case "/html" ->
                send(
                        exchange,
                        200,
                        "text/html",
                        "<!DOCTYPE html><html><head><title>Please log in</title></head></html>"
                                .getBytes(StandardCharsets.UTF_8));
            case "/stall" -> {
                exchange.sendResponseHeaders(200, 0);
                out.write(table, 0, table.length / 2);
                out.flush();
                await();
            }
            case "/silent" -> await();
            case "/short" -> {
                exchange.sendResponseHeaders(200, table.length + 1000L);
                out.write(table);
            }
            case "/cut" -> send(exchange, 200, "text/xml", Arrays.copyOf(table, table.length - 40));
            case "/cut-gzip" -> {
                byte[] packed = gzip(table);
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, "text/xml", Arrays.copyOf(packed, packed.length - 20));
            }
            case "/gzip" -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, "text/xml", gzip(table));
            }
            case "/error" ->
                send(
                        exchange,
                        500,
                        "text/xml",
                        errorDocument("unknown column 'parallx'").getBytes(StandardCharsets.UTF_8));
            case "/loop" -> redirect(exchange, 307, path);
            case "/file" -> redirect(exchange, 303, "file:///etc/passwd");
            case "/moved" -> redirect(exchange, 307, "/tap/sync");
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] spaces = new byte[1 << 16];
                Arrays.fill(spaces, (byte) ' ');
                while (closing.getCount() > 0) {
                    out.write(spaces);
                }
            }
            case "/empty" -> exchange.sendResponseHeaders(200, -1);
            default -> send(exchange, 404, "text/plain", "not here".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String errorDocument(String message) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE type="results">
                <INFO name="QUERY_STATUS" value="ERROR"><![CDATA[%s]]></INFO></RESOURCE></VOTABLE>
                """.formatted(message);
    }

    /** An answer as archives send it: the state of the query before the table and, where rows are missing, behind it. */
    static byte[] votable(int rows, boolean overflow) {
        var text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE type="results">
                <INFO name="QUERY_STATUS" value="OK"/>
                <TABLE><FIELD name="source_id" datatype="long"/><FIELD name="parallax" datatype="double" unit="mas"/>
                <DATA><TABLEDATA>
                """);
        for (int row = 0; row < rows; row++) {
            text.append("<TR><TD>")
                    .append(4611686018427387905L + row)
                    .append("</TD><TD>")
                    .append(row % 2 == 0 ? "1.5" : "")
                    .append("</TD></TR>\n");
        }
        text.append("</TABLEDATA></DATA></TABLE>");
        text.append(overflow ? "<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>" : "");
        return text.append("</RESOURCE></VOTABLE>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
