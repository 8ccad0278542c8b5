package org.cellarius.study.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.survey.SurveyDictionaries;
import org.cellarius.catalogue.survey.SurveyMatch;
import org.cellarius.catalogue.yaml.YamlText;
import org.cellarius.engine.Engine;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.StatedUnit;

/**
 * A first study for some tables.
 *
 * @param yaml the study file
 * @param told what was recognised of each table, a sentence each
 * @param toFillIn lines of the study file, from 1, in which something is to be filled in
 */
public record StudyDraft(String yaml, List<String> told, List<Integer> toFillIn) {
    public StudyDraft {
        told = List.copyOf(told);
        toFillIn = List.copyOf(toFillIn);
    }

    /**
     * Drafts a study.
     *
     * @param name of the study
     * @param names of the catalogues, one for each table
     * @param missingUnits whether units that the files do not give are asked or taken as canonical
     */
    public static StudyDraft of(
            String name, List<String> names, List<GivenTable> given, Engine engine, MissingUnits missingUnits) {
        List<DraftTable> tables = IntStream.range(0, given.size())
                .mapToObj(k -> table(names.get(k), given.get(k), engine, missingUnits))
                .toList();
        var text = new StringBuilder();
        text.append(
                "# Begun by `cellarius init`. Every line may be changed; docs/guide/study-file.md tells what else there is.\n");
        text.append("study: ").append(YamlText.of(name)).append("\n");
        text.append("title: ").append(YamlText.of(title(tables))).append("\n\n");
        text.append("catalogues:\n");
        for (DraftTable table : tables) {
            catalogue(text, table, missingUnits);
        }
        DraftSections.of(tables).write(text);
        String yaml = text.toString();
        List<String> lines = yaml.lines().toList();
        return new StudyDraft(
                yaml,
                tables.stream().map(StudyDraft::told).toList(),
                IntStream.range(0, lines.size())
                        .filter(k -> lines.get(k).contains(StatedUnit.FILL_IN))
                        .map(k -> k + 1)
                        .boxed()
                        .toList());
    }

    private static DraftTable table(String name, GivenTable file, Engine engine, MissingUnits missingUnits) {
        List<String> columns =
                file.stars().columns().stream().map(TableColumn::name).toList();
        Optional<SurveyMatch> survey = SurveyDictionaries.recognised(columns).stream()
                .filter(m -> m.missing().isEmpty())
                .findFirst();
        var recognised = new RecognisedColumns(file.stars(), missingUnits);
        List<DraftColumn> found = survey.isPresent() ? List.of() : recognised.of(engine);
        if (columns.isEmpty()) {
            throw new InputError(
                    "the table has no column that can be read",
                    file.written(),
                    "Give another table, or another part of the file with --hdu");
        }
        Contents contents = Contents.of(file.stars(), survey, found, recognised.ranges(), engine);
        List<String> taken = found.stream().flatMap(c -> c.from().stream()).toList();
        List<String> left = survey.isPresent()
                ? List.of()
                : columns.stream().filter(c -> !taken.contains(c)).toList();
        return new DraftTable(name, file, file.stars().rows(), survey, contents, found, left);
    }

    private static void catalogue(StringBuilder text, DraftTable table, MissingUnits missingUnits) {
        text.append("  ").append(table.name()).append(":\n");
        text.append("    file: ").append(YamlText.of(table.file().written())).append("\n");
        table.file()
                .format()
                .ifPresent(f -> text.append("    format: ").append(f).append("\n"));
        table.file()
                .hdu()
                .ifPresent(h -> text.append("    hdu: ").append(YamlText.of(h)).append("\n"));
        if (table.survey().isPresent()) {
            SurveyMatch survey = table.survey().get();
            text.append("    survey: ")
                    .append(survey.dictionary().name())
                    .append("   # ")
                    .append(survey.dictionary().title())
                    .append(": ")
                    .append(survey.found())
                    .append(" columns with their units, fillers and flags\n");
        } else {
            if (missingUnits == MissingUnits.CANONICAL) {
                text.append("    units: canonical   # where the file gives none\n");
            }
            text.append("    columns:   # name in the star table: the file's column\n");
            table.columns().forEach(c -> text.append("      ").append(c.yaml()).append("\n"));
            if (table.columns().isEmpty()) {
                text.append("      name: FILL_IN   # nothing was recognised; the file has: ")
                        .append(shortened(table.left()))
                        .append("\n");
            } else if (!table.left().isEmpty()) {
                text.append("      # Also in the file: ")
                        .append(shortened(table.left()))
                        .append("\n");
            }
        }
        DistanceDraft.of(table).ifPresent(text::append);
    }

    private static String told(DraftTable table) {
        String recognised = table.survey()
                .map(s -> table.file().written() + ": recognised as "
                        + s.dictionary().title() + " (" + s.dictionary().name() + "), " + s.found() + " columns")
                .orElseGet(() -> table.file().written() + ": " + table.columns().size() + " of "
                        + (table.columns().size() + table.left().size()) + " columns recognised"
                        + (table.columns().isEmpty()
                                ? ""
                                : ": "
                                        + table.columns().stream()
                                                .map(c -> c.name()
                                                        + c.from()
                                                                .filter(from -> !from.equals(c.name()))
                                                                .map(from -> " (" + from + ")")
                                                                .orElse(""))
                                                .collect(Collectors.joining(", "))));
        Set<String> ambiguous = table.file().ambiguous();
        return ambiguous.isEmpty()
                ? recognised
                : recognised + "; left out, because several columns have this name: "
                        + ambiguous.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String title(List<DraftTable> tables) {
        return "A first look at "
                + tables.stream().map(t -> fileName(t.file().written())).collect(Collectors.joining(", "));
    }

    private static String fileName(String written) {
        return written.substring(Math.max(written.lastIndexOf('/'), written.indexOf(':')) + 1);
    }

    private static String shortened(List<String> names) {
        var shown = new ArrayList<>(names.subList(0, Math.min(40, names.size())));
        if (names.size() > shown.size()) {
            shown.add("… (" + names.size() + " in all)");
        }
        return String.join(", ", shown).replaceAll("\\s+", " ");
    }
}
