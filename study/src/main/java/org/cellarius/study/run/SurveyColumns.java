package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.survey.SurveyColumn;
import org.cellarius.catalogue.survey.SurveyDictionary;
import org.cellarius.catalogue.survey.SurveyFlags;
import org.cellarius.catalogue.survey.SurveyMatch;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.Engine;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Namer;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.FilesFit;
import org.cellarius.study.FlagSource;
import org.cellarius.study.Study;
import org.cellarius.study.SurveySource;
import org.cellarius.study.age.StudyAges;
import org.cellarius.study.stage.StarStage;

/**
 * The columns that a survey dictionary gives to a file, as if the study had named them: those that the file has, in the spelling that it has,
 * the dictionary's unit where the file tells none. What the study names itself stays as the study says, and what it derives of its stars
 * (Galactic longitude and latitude, with phase space) is not taken from the file.
 */
final class SurveyColumns {

    private final StudyFiles files;
    private final Engine engine;

    SurveyColumns(StudyFiles files, Engine engine) {
        this.files = files;
        this.engine = engine;
    }

    /** The study with all columns named. */
    Study named(Study study) {
        if (study.catalogues().stream().allMatch(c -> c.dictionaries().isEmpty())) {
            return study;
        }
        Set<String> derived = Stream.concat(
                        StarStage.of(study).stream()
                                .flatMap(stage -> stage.kernel().outputs().stream())
                                .map(OutputColumn::name),
                        study.ages().stream().flatMap(a -> StudyAges.USUAL.stream()))
                .collect(Collectors.toSet());
        return study.of(study.catalogues().stream().map(c -> named(c, derived)).toList());
    }

    private CatalogueSource named(CatalogueSource catalogue, Set<String> derived) {
        CatalogueSource named = catalogue.of(file -> named(file, derived));
        FilesFit.checkNamed(named);
        return named;
    }

    private FileSource named(FileSource source, Set<String> derived) {
        return source.survey().map(s -> named(source, s, derived)).orElse(source);
    }

    private FileSource named(FileSource source, SurveySource survey, Set<String> derived) {
        TableFile file =
                CatalogueFiles.open(files.resolve(source.path(), source.place().toString()), source);
        List<TableColumn> there = engine.columnsOf(file);
        SurveyMatch match =
                match(survey.dictionary(), there, source.path(), survey.place().toString());
        var columns = new ArrayList<ColumnSource>();
        match.columns().stream()
                .filter(c -> survey.wants(c.name()) && !source.names(c.name()))
                .filter(c -> !derived.contains(c.name()) || survey.only().contains(c.name()))
                .map(c -> column(c, there, survey.place()))
                .forEach(columns::add);
        var flags = new ArrayList<FlagSource>();
        match.flags().stream()
                .filter(f -> survey.wants(f.names().column())
                        && !source.names(f.names().column()))
                .map(f -> flag(f, there, survey.place()))
                .forEach(flags::add);
        for (String wanted : survey.only()) {
            if (!source.names(wanted)
                    && columns.stream().noneMatch(c -> c.name().equals(wanted))
                    && flags.stream().noneMatch(f -> f.names().column().equals(wanted))) {
                throw new InputError(
                        "'" + source.path() + "' has no '" + wanted + "' of the survey dictionary "
                                + survey.dictionary().name(),
                        survey.place().toString(),
                        "Leave it out, or name the file's column under 'columns'");
            }
        }
        columns.addAll(source.columns());
        flags.addAll(source.flags());
        return source.taking(columns, flags);
    }

    /** What a table has of a dictionary that is said to be its own; a table that does not fit is refused. */
    static SurveyMatch match(SurveyDictionary dictionary, List<TableColumn> there, String file, String where) {
        List<String> names = there.stream().map(TableColumn::name).toList();
        SurveyMatch match = dictionary.match(names);
        if (!match.missing().isEmpty()) {
            throw new InputError(
                    "'" + file + "' is not " + dictionary.title() + " (" + dictionary.name() + "): it lacks "
                            + String.join(", ", match.missing()),
                    where,
                    "Choose another dictionary (`cellarius describe FILE` tells which fits), or name the columns");
        }
        return match;
    }

    /** A dictionary's column as a study would name it for this file. */
    static ColumnSource column(SurveyColumn column, List<TableColumn> there, Place place) {
        List<String> names = there.stream().map(TableColumn::name).toList();
        return switch (column.origin()) {
            case SurveyColumn.Origin.Spelled o -> {
                String name = SurveyMatch.spelled(o.spellings(), names).orElseThrow();
                TableColumn inFile = there.get(names.indexOf(name));
                boolean told =
                        !inFile.unit().isBlank() && Unit.tryParse(inFile.unit()).isPresent();
                yield new ColumnSource(
                        column.name(),
                        new Origin.FileColumn(name),
                        told || !measured(column) ? Optional.empty() : column.unit(),
                        column.target(),
                        fitting(column.fillers(), inFile.type()),
                        column.description(),
                        column.identifiersOf(),
                        place,
                        Namer.SURVEY);
            }
            case SurveyColumn.Origin.Computed o ->
                new ColumnSource(
                        column.name(),
                        new Origin.Computed(o.expression()),
                        column.unit(),
                        column.target(),
                        column.fillers(),
                        column.description(),
                        column.identifiersOf(),
                        place,
                        Namer.SURVEY);
        };
    }

    private static boolean measured(SurveyColumn column) {
        return column.unit().isPresent()
                || CanonicalColumns.unitOf(column.name())
                        .map(u -> !u.canonicalText().isEmpty())
                        .orElse(false);
    }

    static FlagSource flag(SurveyFlags flag, List<TableColumn> there, Place place) {
        String name = SurveyMatch.spelled(
                        flag.spellings(), there.stream().map(TableColumn::name).toList())
                .orElseThrow();
        return new FlagSource(flag.names(), name, flag.fillers(), flag.description(), place);
    }

    /** Fillers of a dictionary are for all its columns: a column of whole numbers can hold only those that are whole. */
    private static List<String> fitting(List<String> fillers, ColumnType type) {
        return switch (type) {
            case DOUBLE -> fillers;
            case LONG -> fillers.stream().filter(f -> f.matches("[+-]?[0-9]+")).toList();
            case BOOLEAN -> List.of();
            case TEXT -> fillers;
        };
    }
}
