package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.PartialFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * Where a table goes: a file, or with {@code -} standard output. There it goes when it is whole, so that no program further down a pipe takes
 * a part for the table; until then it lies in the system's folder for temporary files.
 */
final class TableOutputs extends Outputs {

    /** Standard output, as an argument. */
    static final Path STANDARD = Path.of("-");

    /** The formats that a pipe of texts understands. */
    private enum Form {
        CSV("csv"),
        TSV("tsv"),
        TEXT("txt"),
        ECSV("ecsv");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }
    }

    @Option(
            names = "--write-as",
            paramLabel = "FORMAT",
            description = "Format on standard output, where OUT is - : csv, tsv, text or ecsv (default: csv).")
    private Optional<String> form = Optional.empty();

    private Optional<Path> waiting = Optional.empty();

    /** The file to write, as {@link Outputs} finds it; for {@code -} one that {@link #deliver} hands over. */
    @Override
    Path target(Path output) {
        Form asked = form.map(word -> Choice.of(
                        "format for standard output",
                        word,
                        Arrays.asList(Form.values()),
                        f -> f.name().toLowerCase(Locale.ROOT),
                        "--write-as"))
                .orElse(Form.CSV);
        if (!output.equals(STANDARD)) {
            if (form.isPresent()) {
                throw new InputError(
                        "the format of a file is that of its ending",
                        "--write-as",
                        "Leave it out, or write to standard output with  -  in place of '" + output + "'");
            }
            return super.target(output);
        }
        Path folder = PartialFiles.reserve(
                Path.of(System.getProperty("java.io.tmpdir")).resolve("cellarius-output"));
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting = Optional.of(folder.resolve("table." + asked.ending));
        return waiting.get();
    }

    /** Hands the table over to standard output if that was asked for and the command has written it. */
    private void deliver() {
        waiting.filter(Files::exists).ifPresent(file -> {
            try {
                Files.copy(file, System.out);
                System.out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void discard() {
        waiting.map(Path::getParent).ifPresent(PartialFiles::discard);
        waiting = Optional.empty();
    }

    /** Refuses two things on standard output. */
    static void check(ParseResult parsed) {
        if (!of(parsed.commandSpec()).isEmpty()
                && parsed.originalArgs().contains(STANDARD.toString())
                && parsed.hasMatchedOption("--json")) {
            throw new InputError(
                    "the table and the JSON object cannot both go to standard output",
                    "--json",
                    "Leave --json out, or name a file in place of  -");
        }
    }

    /** Hands over the tables that a command has written for standard output. */
    static void deliver(CommandSpec command) {
        of(command).forEach(TableOutputs::deliver);
    }

    /** Removes what a command has left. */
    static void discard(CommandSpec command) {
        of(command).forEach(TableOutputs::discard);
    }

    private static List<TableOutputs> of(CommandSpec command) {
        return command.mixins().values().stream()
                .flatMap(mixin ->
                        mixin.userObject() instanceof TableOutputs outputs ? Stream.of(outputs) : of(mixin).stream())
                .toList();
    }
}
