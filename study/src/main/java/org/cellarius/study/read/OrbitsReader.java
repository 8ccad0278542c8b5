package org.cellarius.study.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.action.ActionColumns;
import org.cellarius.galaxy.action.ActionForm;
import org.cellarius.galaxy.action.FocalDistance;
import org.cellarius.galaxy.action.FudgeReference;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitEnding;
import org.cellarius.galaxy.orbit.OrbitMethod;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.ZmaxDefinition;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.PhaseSpace;

/** The section {@code orbits} of a study. */
final class OrbitsReader {

    private OrbitsReader() {}

    static Optional<OrbitsSource> orbits(Section root, PhaseSpace phaseSpace) {
        return root.optionalSection("orbits").map(s -> {
            if (phaseSpace == PhaseSpace.POSITIONS) {
                throw new InputError(
                        "orbits need velocities, and the phase space asked for has none",
                        s.place().toString(),
                        "Ask for  phase-space: positions-and-velocities, or  none  for the catalogue's own r z v_r v_phi v_z");
            }
            return new OrbitsSource(PotentialReader.stretched(s), s.place().checked(() -> plan(s)), s.place());
        });
    }

    private static OrbitPlan plan(Section s) {
        OrbitPlan standard = OrbitPlan.standard()
                .with(chosen(s, "method", OrbitMethod.INTEGRATE, OrbitMethod.values(), OrbitMethod::word));
        var plan = new OrbitPlan(
                standard.method(),
                s.has("span") ? new OrbitSpan(s.quantity("span", "Gyr")) : standard.span(),
                chosen(s, "accuracy", standard.accuracy(), OrbitAccuracy.values(), OrbitAccuracy::word),
                chosen(s, "zmax", standard.zmax(), ZmaxDefinition.values(), ZmaxDefinition::word),
                chosen(s, "stop", standard.ending(), OrbitEnding.values(), OrbitEnding::word),
                standard.approximation());
        if (!s.has("span")) {
            s.tell("span", plan.span().gyr() + " Gyr");
        }
        if (s.has("actions")) {
            return plan.with(approximation(s.section("actions")));
        }
        StaeckelChoice usual = plan.approximation();
        var words = new LinkedHashMap<String, String>();
        words.put("focal-distance", usual.focal().word());
        words.put("through", usual.reference().word());
        words.put("form", usual.form().word());
        words.put("columns", usual.columns().word());
        s.tell("actions", words);
        return plan;
    }

    private static StaeckelChoice approximation(Section s) {
        StaeckelChoice standard = StaeckelChoice.standard();
        return new StaeckelChoice(
                focalDistance(s, standard.focal()),
                chosen(s, "through", standard.reference(), FudgeReference.values(), FudgeReference::word),
                chosen(s, "form", standard.form(), ActionForm.values(), ActionForm::word),
                chosen(s, "columns", standard.columns(), ActionColumns.values(), ActionColumns::word));
    }

    private static FocalDistance focalDistance(Section s, FocalDistance usual) {
        String word = s.textOr("focal-distance", usual.word());
        return FocalDistance.named()
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseGet(() -> new FocalDistance.Fixed(s.quantity("focal-distance", "kpc")));
    }

    private static <T> T chosen(Section s, String key, T standard, T[] all, Function<T, String> name) {
        return s.namedOr(key, Arrays.asList(all), name, standard);
    }
}
