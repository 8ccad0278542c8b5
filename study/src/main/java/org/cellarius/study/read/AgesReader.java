package org.cellarius.study.read;

import java.util.Arrays;
import java.util.List;
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

    private static final String ISOCHRONES = "isochrones";
    /** Columns with age_ before them that ages have anyway. */
    private static final List<String> TAKEN =
            List.of("lo", "hi", "error", "mean", "median", "mode", "status", "chi2", "sd");

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
        List<AgesSource.Grid> grids = grids(s);
        if (method == AgeMethod.VICKERS2021 && grids.size() > 1) {
            throw new InputError(
                    "vickers2021 is a likelihood on one grid",
                    s.place(ISOCHRONES).toString(),
                    "Name one, or choose the method posterior; vary takes others");
        }
        return new AgesSource(
                grids,
                stars,
                method,
                method == AgeMethod.POSTERIOR ? prior(s) : new AgePrior.Flat(),
                s.has(REACH) && s.text(REACH).equals(TEN_ERRORS),
                s.place());
    }

    private static List<AgesSource.Grid> grids(Section s) {
        Section of = s.section(ISOCHRONES);
        if (of.isScalar()) {
            return List.of(new AgesSource.Grid("", of.scalar()));
        }
        List<AgesSource.Grid> grids = of.entries().entrySet().stream()
                .map(e -> new AgesSource.Grid(e.getKey(), e.getValue().scalar()))
                .toList();
        for (AgesSource.Grid grid : grids) {
            if (!grid.name().matches("[A-Za-z][A-Za-z0-9_]*") || TAKEN.contains(grid.name())) {
                throw new InputError(
                        "the isochrones '" + grid.name() + "' cannot have a column age_" + grid.name(),
                        of.place(grid.name()).toString(),
                        "Give them another name, of letters, digits and _");
            }
        }
        if (grids.size() < 2) {
            throw new InputError(
                    "one grid needs no name",
                    s.place(ISOCHRONES).toString(),
                    "Write  isochrones: PATH, or name two grids or more");
        }
        return grids;
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
