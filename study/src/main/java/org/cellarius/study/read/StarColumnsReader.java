package org.cellarius.study.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.age.DistancePrior;
import org.cellarius.study.StarColumns;
import org.cellarius.study.StarColumns.Correlation;
import org.cellarius.study.StarColumns.Distance;
import org.cellarius.study.StarColumns.Measured;
import org.cellarius.study.StarColumns.Observable;
import org.cellarius.study.age.DistancePriorWord;

/** What of the stars a study compares with isochrones. */
final class StarColumnsReader {

    private static final String OBSERVABLES = "observables";
    private static final String CORRELATIONS = "correlations";
    private static final String EXTINCTION = "extinction";
    private static final String PARALLAX = "parallax";
    private static final String MODULUS = "distance-modulus";
    private static final String APPARENT = "apparent";
    private static final String PRIOR = "prior";
    private static final String LENGTH = "length";

    private StarColumnsReader() {}

    static StarColumns of(Section s) {
        List<Observable> observables = s.elements(OBSERVABLES).stream()
                .map(StarColumnsReader::observable)
                .toList();
        Optional<Measured> extinction = s.optionalSection(EXTINCTION).map(e -> measured(e, EXTINCTION));
        Distance distance = distance(s);
        checkApparent(s, observables, distance);
        boolean dimmed = observables.stream().anyMatch(o -> o.dimming() != 0);
        if (dimmed && extinction.isEmpty()) {
            throw new InputError(
                    "observables are dimmed, and it is not told by how much",
                    s.place(OBSERVABLES).toString(),
                    "Add  extinction: {of: EXPRESSION, error: EXPRESSION}");
        }
        if (!dimmed && extinction.isPresent()) {
            throw new InputError(
                    "no observable is dimmed by this extinction",
                    s.place(EXTINCTION).toString(),
                    "Tell each magnitude what one unit of it takes, for example  {name: Gmag, extinction: 0.84}");
        }
        return new StarColumns(observables, correlations(s, observables), extinction, distance);
    }

    private static void checkApparent(Section s, List<Observable> observables, Distance distance) {
        boolean apparent = observables.stream().anyMatch(Observable::apparent);
        switch (distance) {
            case Distance.Absolute absolute -> {
                if (apparent) {
                    throw new InputError(
                            "apparent magnitudes need a distance",
                            s.place(OBSERVABLES).toString(),
                            "Add the section parallax or distance-modulus");
                }
            }
            case Distance.Modulus modulus -> refuseWithoutApparent(s, apparent, MODULUS);
            case Distance.Parallax parallax -> refuseWithoutApparent(s, apparent, PARALLAX);
        }
    }

    private static void refuseWithoutApparent(Section s, boolean apparent, String what) {
        if (!apparent) {
            throw new InputError(
                    "a " + what + " tells of ages by apparent magnitudes, and no observable is one",
                    s.place(what).toString(),
                    "Mark the magnitude, for example  {name: Gmag, of: phot_g_mean_mag, error: 0.01, apparent: true}");
        }
    }

    private static Observable observable(Section s) {
        if (s.isScalar()) {
            return new Observable(s.scalar(), column(s, s.scalar()), false, 0);
        }
        String name = s.text("name");
        boolean apparent = s.has(APPARENT) && s.text(APPARENT).equals("true");
        return new Observable(name, measured(s, name), apparent, s.numberOr(EXTINCTION, 0));
    }

    private static Measured measured(Section s, String name) {
        return s.isScalar()
                ? column(s, s.scalar())
                : column(s, s.optionalText("of").orElse(name));
    }

    private static Measured column(Section s, String value) {
        Optional<String> error = s.isScalar() ? Optional.empty() : s.optionalText("error");
        if (error.isEmpty() && !value.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new InputError(
                    "the error of '" + value + "' must be told",
                    s.place().toString(),
                    "Add  error: EXPRESSION  over the stars' columns");
        }
        return new Measured(value, error.orElse(value + "_error"), s.place());
    }

    private static Distance distance(Section s) {
        if (s.has(PARALLAX) && s.has(MODULUS)) {
            throw new InputError(
                    "there is a parallax and a distance modulus",
                    s.place(MODULUS).toString(),
                    "Keep the one that was measured");
        }
        if (s.has(MODULUS)) {
            Section of = s.section(MODULUS);
            if (of.isScalar() || of.optionalText("of").isEmpty()) {
                throw new InputError(
                        "a distance modulus needs an expression and its error",
                        s.place(MODULUS).toString(),
                        "Write  distance-modulus: {of: EXPRESSION, error: EXPRESSION}");
            }
            return new Distance.Modulus(measured(of, MODULUS));
        }
        if (s.has(PARALLAX)) {
            Section of = s.section(PARALLAX);
            return new Distance.Parallax(measured(of, PARALLAX), prior(of));
        }
        return new Distance.Absolute();
    }

    private static DistancePrior prior(Section s) {
        if (s.isScalar()) {
            return new DistancePrior.FlatInModulus();
        }
        DistancePriorWord word = s.namedOr(
                PRIOR, Arrays.asList(DistancePriorWord.values()), DistancePriorWord::word, DistancePriorWord.FLAT);
        return word.of(
                s.has(LENGTH) ? OptionalDouble.of(s.quantity(LENGTH, "kpc")) : OptionalDouble.empty(),
                s.place(s.has(LENGTH) ? LENGTH : PRIOR).toString());
    }

    private static List<Correlation> correlations(Section s, List<Observable> observables) {
        if (!s.has(CORRELATIONS)) {
            return List.of();
        }
        var correlations = new ArrayList<Correlation>();
        for (Section c : s.elements(CORRELATIONS)) {
            Correlation read = correlation(c, observables);
            if (correlations.stream().anyMatch(other -> samePair(read, other))) {
                throw new InputError(
                        "the correlation of " + observables.get(read.first()).name() + " and "
                                + observables.get(read.second()).name() + " is told twice",
                        c.place().toString(),
                        "Keep one of them");
            }
            correlations.add(read);
        }
        return correlations;
    }

    private static boolean samePair(Correlation a, Correlation b) {
        return (a.first() == b.first() && a.second() == b.second())
                || (a.first() == b.second() && a.second() == b.first());
    }

    private static Correlation correlation(Section s, List<Observable> observables) {
        List<Section> pair = s.elements("between");
        int[] numbers = pair.stream().mapToInt(n -> number(n, observables)).toArray();
        if (numbers.length != 2 || numbers[0] == numbers[1]) {
            throw new InputError(
                    "a correlation is between two observables",
                    s.place("between").toString(),
                    "Write for example  between: [teff, logg]");
        }
        return new Correlation(numbers[0], numbers[1], s.text("is"), s.place());
    }

    private static int number(Section name, List<Observable> observables) {
        return IntStream.range(0, observables.size())
                .filter(k -> observables.get(k).name().equals(name.scalar()))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "'" + name.scalar() + "' is no observable of these ages",
                        name.place().toString(),
                        "There are "
                                + String.join(
                                        ", ",
                                        observables.stream()
                                                .map(Observable::name)
                                                .toList())));
    }
}
