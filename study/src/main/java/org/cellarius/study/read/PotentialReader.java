package org.cellarius.study.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.galaxy.potential.Component;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.cellarius.study.ComponentKind;

/**
 * A potential by its name, or a user's own: {@code name}, {@code R0}, {@code v0}, {@code source} and a list of {@code components}, in
 * a study or in a file of its own.
 *
 * <p>A component says how much of it there is by its own quantity (mass, density ...), or by {@code share}: the part of the
 * radial force v0&sup2;/R0 in the plane at R0 that it gives, as Bovy (2015, 2015ApJS..216...29B) does.
 */
public final class PotentialReader {

    private static final Set<String> KEYS = Set.of("name", "source", "R0", "v0", "components");

    /** A stated speed may differ from that of the components by rounding. */
    private static final double OTHER_SPEED = 0.01;

    private PotentialReader() {}

    /** A potential from a YAML file of its own. */
    public static Potential read(Path file) {
        return own(Section.of(YamlDocument.read(file)));
    }

    /** The value of {@code potential}: a name, or a section. */
    static Potential of(Section section) {
        if (!section.isScalar()) {
            return own(section);
        }
        return Choice.of(
                "potential",
                section.scalar(),
                Potentials.all(),
                Potential::name,
                section.place().toString());
    }

    /** The potential of a section with {@code potential} and, where it is to be stretched, {@code R0} and {@code v0}. */
    static Potential stretched(Section s) {
        Potential published = of(s.section("potential"));
        if (s.has("R0") != s.has("v0")) {
            throw new InputError(
                    "a potential is stretched in length and speed",
                    s.place().toString(),
                    "Give R0 and v0, or neither for the potential as published");
        }
        return s.has("R0")
                ? s.place().checked(() -> published.rescaledTo(s.quantity("R0", "kpc"), s.quantity("v0", "km/s")))
                : published;
    }

    private static Potential own(Section s) {
        onlyKeys(s, KEYS, "a potential");
        for (String key : List.of("name", "R0", "components")) {
            require(s, key, "a potential");
        }
        double r0Kpc = amount(s, "R0", "kpc");
        Optional<Double> v0Kms = s.has("v0") ? Optional.of(amount(s, "v0", "km/s")) : Optional.empty();
        List<Component> components = new ArrayList<>();
        for (Section c : s.elements("components")) {
            components.add(component(c, r0Kpc, v0Kms));
        }
        String name = s.text("name");
        if (Potentials.byName(name).isPresent()) {
            throw new InputError(
                    "'" + name + "' is the name of a published potential",
                    s.place("name").toString(),
                    "Give yours another name");
        }
        String source = s.optionalText("source").orElse("given by the user");
        return s.place().checked(() -> {
            double speedKms = Potential.of(name, source, r0Kpc, 1, components)
                    .circularOrbits()
                    .speedKms(r0Kpc);
            v0Kms.filter(v0 -> Math.abs(speedKms / v0 - 1) > OTHER_SPEED).ifPresent(v0 -> {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "v0 = %s km/s, but the components give a circular speed of %.2f km/s at R0: correct them (shares add up to 1), or leave v0"
                                + " out where no share needs it",
                        v0,
                        speedKms));
            });
            return Potential.of(name, source, r0Kpc, v0Kms.orElse(speedKms), components);
        });
    }

    private static Component component(Section s, double r0Kpc, Optional<Double> v0Kms) {
        require(s, "kind", "a component");
        ComponentKind kind = Choice.of(
                "kind of component",
                s.text("kind"),
                List.of(ComponentKind.values()),
                Choice::word,
                s.place("kind").toString());
        Set<String> keys = new TreeSet<>(kind.parameters().keySet());
        keys.add("kind");
        keys.add("share");
        onlyKeys(s, keys, "the component '" + Choice.word(kind) + "'");
        boolean byShare = s.has("share");
        if (byShare && s.has(kind.amount())) {
            throw new InputError(
                    "a component has either a share or a " + kind.amount(),
                    s.place("share").toString(),
                    "Remove one of them");
        }
        for (String key : kind.parameters().keySet()) {
            if (!(byShare && key.equals(kind.amount()))) {
                require(s, key, "the component '" + Choice.word(kind) + "'");
            }
        }
        ToDoubleFunction<String> value = key -> amount(s, key, kind.unitOf(key));
        if (!byShare) {
            return s.place().checked(() -> kind.make(value));
        }
        double share = number(s, "share");
        if (!(share > 0)) {
            throw new InputError("a share of " + share, s.place("share").toString(), "It must be positive");
        }
        double v0 = v0Kms.orElseThrow(() -> new InputError(
                "a share of the force at R0 needs the speed there",
                s.place("share").toString(),
                "Add v0 to the potential"));
        return s.place().checked(() -> {
            Component unit = kind.make(key -> key.equals(kind.amount()) ? 1 : value.applyAsDouble(key));
            double force = -Potential.of("unit", "", r0Kpc, v0, List.of(unit)).forceRKms2PerKpc(r0Kpc, 0);
            double factor = share * v0 * v0 / r0Kpc / force;
            return kind.make(key ->
                    key.equals(kind.amount()) ? Math.pow(factor, kind.forceGrowsAs()) : value.applyAsDouble(key));
        });
    }

    /** A quantity in its unit; a pure number where the unit is empty. */
    private static double amount(Section s, String key, String unit) {
        if (unit.isEmpty()) {
            return number(s, key);
        }
        try {
            return s.quantity(key, unit);
        } catch (NumberFormatException e) {
            throw new InputError(
                            "'" + s.text(key) + "' is no quantity",
                            s.place(key).toString(),
                            "Write a number and its unit, for example 8.2 " + unit)
                    .withCause(e);
        }
    }

    private static double number(Section s, String key) {
        try {
            return Double.parseDouble(s.text(key).strip());
        } catch (NumberFormatException e) {
            throw new InputError(
                            "'" + s.text(key) + "' is no number",
                            s.place(key).toString(),
                            "Write a number without a unit")
                    .withCause(e);
        }
    }

    private static void require(Section s, String key, String what) {
        if (!s.has(key)) {
            throw new InputError(what + " lacks '" + key + "'", s.place().toString(), "Add it");
        }
    }

    private static void onlyKeys(Section s, Set<String> allowed, String what) {
        for (Map.Entry<String, Section> entry : s.entries().entrySet()) {
            String key = entry.getKey();
            if (!allowed.contains(key)) {
                throw new InputError(
                        what + " has no '" + key + "'" + NearestWord.question(allowed, key),
                        s.place(key).toString(),
                        "Known are " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
    }
}
