package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.Awaited;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;

/** Table files on a database of their own, with a scratch folder that goes when the session is closed. */
final class TableSession implements AutoCloseable {

    private final Path scratch;
    private final Engine engine;
    private final FillerOption fillers;
    private final Progress progress = new TerminalProgress();

    private TableSession(Path scratch, Engine engine, FillerOption fillers) {
        this.scratch = scratch;
        this.engine = engine;
        this.fillers = fillers;
    }

    /** For a command that only reads: scratch files go to the system's folder for them. */
    static TableSession reading(Path table, TableInput input, Resources resources) {
        return reading(List.of(table), input, resources);
    }

    /** The same for a command that reads several tables. */
    static TableSession reading(List<Path> tables, TableInput input, Resources resources) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return open(folder.resolve("cellarius-" + UUID.randomUUID()), tables, List.of(), input, resources);
    }

    /** For a command that writes: scratch files lie beside the output, where there is room for it. */
    static TableSession writing(Path table, Path output, TableInput input, Resources resources) {
        return writing(List.of(table), output, input, resources);
    }

    /** The same for a command that reads several tables. */
    static TableSession writing(List<Path> tables, Path output, TableInput input, Resources resources) {
        Path absolute = output.toAbsolutePath().normalize();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        return open(folder.resolve("cellarius-scratch"), tables, List.of(folder), input, resources);
    }

    private static TableSession open(
            Path folder, List<Path> tables, List<Path> writable, TableInput input, Resources resources) {
        Path scratch;
        try {
            scratch = Files.createDirectory(PartialFiles.reserve(folder));
        } catch (IOException | UncheckedIOException e) {
            throw new InputError(
                            "no files can be made in '" + folder.getParent() + "'",
                            "",
                            "Choose another folder, or get the right to write there")
                    .withCause(e);
        }
        try {
            var settings = new EngineSettings(scratch, tables, writable, resources.threads, resources.memoryMiB);
            return new TableSession(scratch, Engine.open(settings.forPassingTables()), input.fillers());
        } catch (RuntimeException e) {
            PartialFiles.discard(scratch);
            throw e;
        }
    }

    Engine engine() {
        return engine;
    }

    Progress progress() {
        return progress;
    }

    /** A file in the scratch folder. */
    Path scratch(String name) {
        return scratch.resolve(name);
    }

    /** The file's table, without fillers: a Parquet file is used where it lies, all else is read into one. */
    StarTable table(TableFile file) {
        return table(engine, file, "", progress);
    }

    /** One of several tables, told apart by a word. */
    StarTable table(TableFile file, String word) {
        return table(engine, file, word, progress);
    }

    /** The file's table, without fillers, as Parquet of our own. */
    StarTable copy(TableFile file) {
        return copy(engine, file, "", progress);
    }

    /** The tables of two files, read at the same time. */
    List<StarTable> tables(TableFile first, TableFile second) {
        try (Engine beside = engine.beside();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<StarTable> reading = other.submit(() -> table(beside, second, "-second", new NotesOnly(progress)));
            StarTable read = table(engine, first, "-first", progress);
            return List.of(read, Awaited.result(reading, "reading"));
        }
    }

    /** Two steps at a time have one line: the second one tells what it finds only. */
    private record NotesOnly(Progress progress) implements Progress {
        @Override
        public void begin(String step, long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}

        @Override
        public void note(String text) {
            progress.note(text);
        }
    }

    private StarTable table(Engine on, TableFile file, String name, Progress told) {
        if (file instanceof ParquetTable parquet) {
            on.notesOf(file).forEach(told::note);
            return fillers.takenOut(on, on.openForeign(parquet.path()), scratch("present" + name + ".parquet"));
        }
        return copy(on, file, name, told);
    }

    private StarTable copy(Engine on, TableFile file, String name, Progress told) {
        StarTable read = on.importTable(file, Optional.empty(), scratch("input" + name + ".parquet"), told);
        return fillers.takenOut(on, read, scratch("present" + name + ".parquet"));
    }

    @Override
    public void close() {
        engine.remarks().forEach(told -> System.err.println("note: " + told));
        try {
            engine.close();
        } finally {
            PartialFiles.discard(scratch);
        }
    }
}
