package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.study.draft.GivenTable;
import org.cellarius.study.draft.StudyDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a first study for tables that a user has. */
@Command(
        name = "init",
        description =
                "Write a first study for some tables: columns recognised, units asked where the files have none, a gradient, a map, a distribution.")
final class InitCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "TABLE",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private List<Path> tables = List.of();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder for study.yaml.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace a study.yaml that is there.")
    private boolean force;

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private Resources resources = new Resources();

    @Override
    public Integer call() {
        Path study = out.resolve("study.yaml");
        if (Files.exists(study) && !force) {
            throw new InputError(
                    "'" + study + "' exists", "--out", "Choose another folder, or replace it with --force");
        }
        Set<Path> different = new HashSet<>();
        for (Path table : tables) {
            if (!different.add(table.toAbsolutePath().normalize())) {
                throw new InputError(
                        "'" + table + "' is given twice", "", "Its stars would count twice; give each table once");
            }
        }
        DataFolderNames folders = DataFolderNames.of(tables);
        StudyDraft draft = draft(folders);
        try {
            Files.createDirectories(out);
            Files.writeString(study, draft.yaml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tell(study, draft, folders);
        return 0;
    }

    private StudyDraft draft(DataFolderNames folders) {
        try (var session = TableSession.reading(tables, input, resources)) {
            var given = new ArrayList<GivenTable>();
            for (int k = 0; k < tables.size(); k++) {
                TableFile file = input.open(tables.get(k));
                given.add(new GivenTable(
                        folders.written(tables.get(k)),
                        input.formatWord(),
                        input.hdu(),
                        session.table(file, "-" + k),
                        file.ambiguous()));
            }
            Path folder = out.toAbsolutePath().normalize();
            String name = word(folder.getFileName() == null ? "study" : String.valueOf(folder.getFileName()))
                    .replace('_', '-');
            return StudyDraft.of(name, catalogueNames(tables), given, session.engine(), input.missingUnits());
        }
    }

    private void tell(Path study, StudyDraft draft, DataFolderNames folders) {
        draft.told().forEach(System.out::println);
        System.out.println("written: " + study);
        if (!draft.toFillIn().isEmpty()) {
            System.out.println(
                    "to fill in: "
                            + (draft.toFillIn().size() == 1 ? "line " : "lines ")
                            + draft.toFillIn().stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + " of " + study
                            + ", in place of FILL_IN (units, if all are those of the star table: init again with --units canonical --force)");
        }
        System.out.println((draft.toFillIn().isEmpty() ? "run it:  " : "then run it:  ") + "cellarius run "
                + quoted(out.toString())
                + folders.options().stream().map(o -> " --data " + quoted(o)).collect(Collectors.joining()));
    }

    /** A name for each catalogue, after its file. */
    private static List<String> catalogueNames(List<Path> tables) {
        Map<String, Integer> used = new LinkedHashMap<>();
        var names = new ArrayList<String>();
        for (Path table : tables) {
            String file = String.valueOf(table.getFileName());
            int dot = file.indexOf('.', 1);
            String name = word(dot > 0 ? file.substring(0, dot) : file);
            int count = used.merge(name, 1, Integer::sum);
            names.add(count == 1 ? name : name + "-" + count);
        }
        return names;
    }

    /** A text as a word of a study: small letters, digits, hyphens; a letter first. */
    static String word(String text) {
        String word =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return word.isEmpty() ? "stars" : word;
    }

    /** As a shell wants it. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./=:,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
