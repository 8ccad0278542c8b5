package org.cellarius.study.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.catalogue.survey.FlagReading;
import org.cellarius.catalogue.survey.GaiaRelease;
import org.cellarius.catalogue.survey.SurveyDictionaries;
import org.cellarius.catalogue.survey.SurveyDictionary;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Namer;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.FilesFit;
import org.cellarius.study.FlagSource;
import org.cellarius.study.SurveySource;

/** The section {@code catalogues} of a study. */
final class CatalogueReader {

    private CatalogueReader() {}

    static CatalogueSource catalogue(String name, Section s, Section root) {
        CatalogueSource.FileSource file = file(s);
        Optional<SurveyDictionary> survey = file.survey().map(SurveySource::dictionary);
        var catalogue = new CatalogueSource(
                name,
                file,
                s.textOr("title", survey.map(SurveyDictionary::title).orElse(name)),
                s.optionalText("citation").orElse(""),
                s.has("epoch") ? Optional.of(s.number("epoch")) : survey.flatMap(SurveyDictionary::epochYear),
                Optional.empty(),
                SelectionReader.selection(s),
                JoinReader.joins(s),
                List.of());
        CatalogueSource whole = MatchReader.withMatches(catalogue, s);
        FilesFit.checkWritten(whole);
        return DistanceReader.withDistance(s.has("citation") ? whole : whole.citingDictionaries(), s, root);
    }

    static CatalogueSource.FileSource file(Section s) {
        if (!s.has("columns") && !s.has("survey")) {
            throw new InputError(
                    "nothing says which columns are taken from the file",
                    s.place().toString(),
                    "List them under 'columns', or name a dictionary with 'survey'; `cellarius describe FILE` tells which fits");
        }
        var columns = new ArrayList<ColumnSource>();
        var mistakes = new Mistakes();
        s.optionalSection("columns")
                .ifPresent(c -> c.entries().forEach((name, e) -> mistakes.attempt(() -> columns.add(column(name, e)))));
        var flags = new ArrayList<FlagSource>();
        s.optionalSection("flags")
                .ifPresent(f -> f.entries().forEach((name, e) -> mistakes.attempt(() -> flags.add(flag(name, e)))));
        Optional<SurveySource> survey =
                mistakes.attempt(() -> s.optionalSection("survey").map(CatalogueReader::survey), Optional.empty());
        mistakes.check();
        for (FlagSource flag : flags) {
            if (columns.stream().anyMatch(c -> c.name().equals(flag.names().column()))) {
                throw new InputError(
                        "the flag '" + flag.names().flag() + "' gives the column '"
                                + flag.names().column() + "', which stands under 'columns' too",
                        flag.place().toString(),
                        "Give one of them another name");
            }
        }
        return new CatalogueSource.FileSource(
                s.text("file"),
                s.optionalText("format"),
                s.optionalText("hdu"),
                columns,
                flags,
                s.choiceOr("units", "rule for missing units", List.of(MissingUnits.values()), MissingUnits.REFUSE),
                survey,
                s.place("file"));
    }

    private static FlagSource flag(String name, Section s) {
        FlagReading reading = s.has("bits") ? FlagReading.BIT : FlagReading.DIGIT;
        Map<String, Integer> places = new LinkedHashMap<>();
        s.section(s.has("bits") ? "bits" : "characters")
                .entries()
                .forEach((word, place) -> places.put(word, Integer.parseInt(place.scalar())));
        FlagNames names = s.place().checked(() -> new FlagNames(name, reading, places));
        return new FlagSource(
                names,
                s.text("from"),
                s.texts("fillers"),
                s.optionalText("description").orElse(""),
                s.place());
    }

    /** A dictionary by its name, or a file beside the study. */
    private static SurveySource survey(Section s) {
        String written = s.isScalar() ? s.scalar() : s.text("name");
        String where = s.place().toString();
        SurveyDictionary dictionary = SurveyDictionaries.isFile(written)
                ? SurveyDictionaries.read(besideStudy(written, s), where)
                : SurveyDictionaries.named(written, where);
        var source = new SurveySource(
                dictionary, new LinkedHashSet<>(s.texts("only")), new LinkedHashSet<>(s.texts("except")), s.place());
        Stream.concat(s.texts("only").stream(), s.texts("except").stream())
                .forEach(c -> s.place()
                        .oneOf(c, dictionary.starColumns(), "a column of the survey dictionary " + dictionary.name()));
        return source;
    }

    private static Path besideStudy(String written, Section s) {
        Path study = Path.of(s.place().file()).toAbsolutePath().normalize();
        Path folder = study.getParent() == null ? study : study.getParent();
        Path file = folder.resolve(written).normalize();
        if (!file.startsWith(folder)) {
            throw new InputError(
                    "'" + written + "' leads out of the study's folder",
                    s.place().toString(),
                    "Copy the dictionary beside the study");
        }
        return file;
    }

    private static ColumnSource column(String name, Section s) {
        if (name.equals("catalogue") || name.equals("file_row_number")) {
            throw new InputError(
                    "the column name '" + name + "' is taken: Cellarius fills it itself",
                    s.place().toString(),
                    "Choose another name, for example " + name + "_published");
        }
        if (s.isScalar()) {
            return new ColumnSource(
                    name,
                    new Origin.FileColumn(s.scalar()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "",
                    Optional.empty(),
                    s.place(),
                    Namer.STUDY);
        }
        if (s.has("from") == s.has("expression")) {
            throw new InputError(
                    "the column '" + name + "' needs either 'from' or 'expression'",
                    s.place().toString(),
                    "Give one of the two");
        }
        Origin origin =
                s.has("from") ? new Origin.FileColumn(s.text("from")) : new Origin.Computed(s.text("expression"));
        return new ColumnSource(
                name,
                origin,
                s.optionalText("unit"),
                s.optionalText("to"),
                s.texts("fillers"),
                s.optionalText("description").orElse(""),
                s.has("identifiers-of")
                        ? Optional.of(Choice.of(
                                "release of Gaia",
                                s.text("identifiers-of"),
                                GaiaRelease.all(),
                                GaiaRelease::word,
                                s.place("identifiers-of").toString()))
                        : Optional.empty(),
                s.place(),
                Namer.STUDY);
    }
}
