package org.cellarius.app;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.study.age.AgeMethod;
import org.cellarius.study.age.PriorWord;
import picocli.CommandLine.Option;

/** How likely ages are before a star is measured. */
final class AgePriorOptions {

    private static final String TIME = "--star-formation-time";

    @Option(
            names = "--prior",
            paramLabel = "WORD",
            description =
                    "With posterior: flat, each year as likely as any other (default), or exponential, e to the age over --star-formation-time.")
    private String prior = PriorWord.FLAT.word();

    @Option(
            names = TIME,
            paramLabel = "TIME",
            description =
                    "Time in which star formation falls to 1/e, for example 8Gyr: more old stars than young ones; negative: it rises.")
    private Optional<String> time = Optional.empty();

    AgePrior prior(AgeMethod method) {
        PriorWord word = Choice.of("prior", prior, Arrays.asList(PriorWord.values()), PriorWord::word, "--prior");
        if (method == AgeMethod.VICKERS2021 && word != PriorWord.FLAT) {
            throw new InputError("vickers2021 is a likelihood and has no prior", "--prior", "Leave it out");
        }
        OptionalDouble gyr = time.isPresent()
                ? OptionalDouble.of(
                        new QuantityText(time.get()).in("Gyr", "a time with its unit", TIME, "Write for example 8Gyr"))
                : OptionalDouble.empty();
        return word.of(gyr, TIME);
    }
}
