package org.cellarius.app;

import java.nio.file.Path;
import java.util.Optional;
import org.cellarius.catalogue.survey.SurveyDictionaries;
import org.cellarius.catalogue.survey.SurveyDictionary;
import org.cellarius.engine.StarTable;
import org.cellarius.study.run.SurveyTable;
import picocli.CommandLine.Option;

/** The survey dictionary by which a table is read. */
final class SurveyOption {

    private static final String OPTION = "--survey";

    @Option(
            names = OPTION,
            paramLabel = "NAME",
            description =
                    "Read the table by a survey dictionary (cellarius surveys; or a YAML file): canonical columns, units and named flags.")
    private Optional<String> written = Optional.empty();

    /** Refuses a dictionary that there is not, before anything is read. */
    void check() {
        dictionary().ifPresent(d -> {});
    }

    private Optional<SurveyDictionary> dictionary() {
        return written.map(w -> SurveyDictionaries.isFile(w)
                ? SurveyDictionaries.read(Path.of(w), OPTION)
                : SurveyDictionaries.named(w, OPTION));
    }

    boolean isAbsent() {
        return written.isEmpty();
    }

    /** The table in the dictionary's columns; without the option as it is. */
    StarTable applied(TableSession session, StarTable table, Path file) {
        Optional<SurveyDictionary> dictionary = dictionary();
        dictionary.flatMap(SurveyDictionary::caution).ifPresent(session.progress()::note);
        return dictionary
                .map(d -> SurveyTable.of(
                        session.engine(), table, d, file.toString(), OPTION, session.scratch("survey.parquet")))
                .orElse(table);
    }
}
