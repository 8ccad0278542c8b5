package org.cellarius.study.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.study.AgesSource;
import org.cellarius.study.AgesSource.Observable;
import org.cellarius.study.age.AgeMethod;
import org.cellarius.study.age.PriorWord;

/** The section {@code ages} of a study. */
final class AgesReader {

    private static final String PRIOR = "prior";
    private static final String TIME = "star-formation-time";
    private static final String REACH = "reach";
    private static final String TEN_ERRORS = "ten-errors";

    private AgesReader() {}

    static Optional<AgesSource> ages(Section root) {
        return root.optionalSection(AgesSource.SECTION).map(AgesReader::source);
    }

    private static AgesSource source(Section s) {
        AgeMethod method = s.namedOr("method", Arrays.asList(AgeMethod.values()), AgeMethod::word, AgeMethod.POSTERIOR);
        if (method == AgeMethod.VICKERS2021) {
            refuse(s, PRIOR, "vickers2021 is a likelihood and has no prior");
            refuse(s, TIME, "vickers2021 is a likelihood and has no prior");
        } else {
            refuse(s, REACH, "only vickers2021 leaves out what is ten errors off");
        }
        return new AgesSource(
                s.text("isochrones"),
                observables(s),
                method,
                method == AgeMethod.POSTERIOR ? prior(s) : new AgePrior.Flat(),
                s.has(REACH) && s.text(REACH).equals(TEN_ERRORS),
                s.place());
    }

    private static void refuse(Section s, String key, String what) {
        if (s.has(key)) {
            throw new InputError(what, s.place(key).toString(), "Remove it, or choose another method");
        }
    }

    private static AgePrior prior(Section s) {
        PriorWord word = s.namedOr(PRIOR, Arrays.asList(PriorWord.values()), PriorWord::word, PriorWord.FLAT);
        return word.of(
                s.has(TIME) ? OptionalDouble.of(s.quantity(TIME, "Gyr")) : OptionalDouble.empty(),
                s.place(s.has(TIME) ? TIME : PRIOR).toString());
    }

    private static List<Observable> observables(Section s) {
        List<Section> all = s.elements("observables");
        return IntStream.range(0, all.size())
                .mapToObj(k -> observable(all.get(k)))
                .toList();
    }

    private static Observable observable(Section s) {
        String name = s.isScalar() ? s.scalar() : s.text("name");
        String value = s.isScalar() ? name : s.optionalText("of").orElse(name);
        Optional<String> error = s.isScalar() ? Optional.empty() : s.optionalText("error");
        if (error.isEmpty() && !value.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new InputError(
                    "the error of '" + value + "' must be told",
                    s.place().toString(),
                    "Add  error: EXPRESSION  over the stars' columns");
        }
        return new Observable(name, value, error.orElse(value + "_error"), s.place());
    }
}
