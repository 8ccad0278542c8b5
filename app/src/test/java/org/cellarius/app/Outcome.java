package org.cellarius.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command left: its exit code, standard output and standard error.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Outcome(int code, String out, String err) {

    /** Runs a command in this process; arguments may be paths. */
    static Outcome of(Object... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = Cellarius.execute(
                    Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    /** Standard output as one JSON object, with nothing before or after it. */
    JsonNode json() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(out);
    }

    /** A file of the reference tables: where they lie beside the checkout, else the extract that comes with the galaxy module. */
    static Path golden(String file, String extract) {
        Path root = Path.of(System.getProperty("cellarius.root", ".."));
        Path full = root.resolve("../shared/reference").resolve(file);
        return java.nio.file.Files.exists(full)
                ? full
                : root.resolve("galaxy/src/test/resources/golden").resolve(extract);
    }
}
