package org.cellarius.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.survey.Evidence;
import org.cellarius.catalogue.survey.SurveyDictionaries;
import org.cellarius.catalogue.survey.SurveyDictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the survey dictionaries, or prints one. */
@Command(
        name = "surveys",
        description = {
            "List the survey dictionaries that come with Cellarius, or print one: its YAML is its documentation, to be copied",
            "and changed."
        })
final class SurveysCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The dictionary to print.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (name.isPresent()) {
            SurveyDictionary dictionary = SurveyDictionaries.named(name.get(), "NAME");
            if (json) {
                var object = Json.object();
                object.put("name", dictionary.name()).put("yaml", dictionary.text());
                Json.print(object);
            } else {
                System.out.print(dictionary.text());
            }
            return 0;
        }
        var all = Json.object();
        var list = all.putArray("surveys");
        for (SurveyDictionary d : SurveyDictionaries.shipped()) {
            long seen = d.columns().stream()
                    .filter(c -> c.evidence() == Evidence.FILE)
                    .count();
            list.addObject()
                    .put("name", d.name())
                    .put("title", d.title())
                    .put("citation", d.citation())
                    .put("columns", d.columns().size())
                    .put("columns_seen_in_a_file", seen)
                    .put("flags", d.flags().size());
            if (!json) {
                System.out.printf("%-36s %s%n", d.name(), d.title());
            }
        }
        if (json) {
            Json.print(all);
        }
        return 0;
    }
}
