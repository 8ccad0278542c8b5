package org.cellarius.catalogue.tap;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Parameters of a request: as a form, or in parts where tables go along (TAP 1.1, section 2.7.7). */
final class RequestForm {

    private final Map<String, String> fields;
    private final List<TapUpload> uploads;
    private final String boundary = "cellarius-" + UUID.randomUUID();

    private RequestForm(Map<String, String> fields, List<TapUpload> uploads) {
        this.fields = fields;
        this.uploads = uploads;
    }

    static RequestForm of(TapQuery query) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("REQUEST", "doQuery");
        fields.put("LANG", "ADQL");
        fields.put("FORMAT", "votable");
        query.maxrec().ifPresent(most -> fields.put("MAXREC", Long.toString(most)));
        fields.put("QUERY", query.adql());
        if (!query.uploads().isEmpty()) {
            fields.put(
                    "UPLOAD",
                    query.uploads().stream()
                            .map(u -> u.name() + ",param:" + u.name())
                            .collect(Collectors.joining(";")));
        }
        return new RequestForm(fields, query.uploads());
    }

    static RequestForm of(String name, String value) {
        return new RequestForm(Map.of(name, value), List.of());
    }

    String contentType() {
        return uploads.isEmpty() ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=" + boundary;
    }

    /** How many bytes of tables go along. */
    long uploadBytes() {
        long sum = 0;
        for (TapUpload upload : uploads) {
            try {
                sum += Files.size(upload.votable());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sum;
    }

    BodyPublisher body() {
        return uploads.isEmpty() ? BodyPublishers.ofString(encoded()) : parts();
    }

    private String encoded() {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private BodyPublisher parts() {
        var parts = new ArrayList<BodyPublisher>();
        fields.forEach((name, value) ->
                parts.add(BodyPublishers.ofString(head(name, "", "text/plain; charset=utf-8") + value + "\r\n")));
        for (TapUpload upload : uploads) {
            String file = "; filename=\"" + upload.name() + ".vot\"";
            parts.add(BodyPublishers.ofString(head(upload.name(), file, "application/x-votable+xml")));
            try {
                parts.add(BodyPublishers.ofFile(upload.votable()));
            } catch (FileNotFoundException e) {
                throw new UncheckedIOException(e);
            }
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private String head(String name, String file, String type) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file
                + "\r\nContent-Type: " + type + "\r\n\r\n";
    }
}
