package org.cellarius.study.read;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.study.AgesSource;
import org.cellarius.study.StarColumns;
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
        StarColumns stars = StarColumnsReader.of(s);
        if (method == AgeMethod.VICKERS2021 && !stars.measurement().isPlain()) {
            throw new InputError(
                    "vickers2021 takes independent errors, and magnitudes that are absolute and without extinction",
                    s.place().toString(),
                    "Choose the method posterior, or compute absolute magnitudes as expressions");
        }
        return new AgesSource(
                s.text("isochrones"),
                stars,
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
}
