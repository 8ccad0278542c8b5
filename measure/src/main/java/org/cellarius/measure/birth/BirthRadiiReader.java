package org.cellarius.measure.birth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.birth.BirthWidth;
import org.cellarius.galaxy.birth.CentralMetallicity;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.birth.GradientNow;
import org.cellarius.galaxy.birth.Migration;
import org.cellarius.galaxy.birth.RangeMethod;
import org.cellarius.galaxy.birth.RangeStatistic;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.SlicesSource;

/** Reads the section of birth radii. */
public final class BirthRadiiReader {

    private static final String PER_KPC = "dex/kpc";
    private static final List<Double> USUAL_PERCENTILES = List.of(5.0, 95.0);

    private BirthRadiiReader() {}

    private enum Range {
        PERCENTILES,
        STANDARD_DEVIATION
    }

    private enum Width {
        CONSTANT,
        INSIDE_OUT,
        AS_SAMPLED
    }

    private enum Centre {
        BIRTH_RADII,
        RADIUS,
        LAW
    }

    /** Reads the section of a product of this kind. */
    public static BirthRadii read(ProductHead head, Section s) {
        Width width = s.choice("width", "width", List.of(Width.values()));
        belongs(s, "scale-length-loss", width != Width.CONSTANT, "width", "inside-out or as-sampled");
        belongs(s, "migration", width == Width.AS_SAMPLED, "width", "as-sampled");
        belongs(s, "radius", width == Width.AS_SAMPLED, "width", "as-sampled");
        Centre centre = s.choiceOr("centre", "centre", List.of(Centre.values()), Centre.BIRTH_RADII);
        belongs(s, "centre-radius", centre == Centre.RADIUS, "centre", "radius");
        belongs(s, "centre-law", centre == Centre.LAW, "centre", "law");
        if (width == Width.CONSTANT && !s.has("gradient-now")) {
            throw new InputError(
                    "a constant width needs the gradient of today",
                    s.place("width").toString(),
                    "Add for example  gradient-now: -0.07 dex/kpc");
        }
        if (s.has("gradient-now-error") && !s.has("gradient-now")) {
            throw new InputError(
                    "'gradient-now-error' without 'gradient-now'",
                    s.place("gradient-now-error").toString(),
                    "Add the gradient, or remove its error");
        }
        SlicesSource ages = SlicesSource.read(s).orElseThrow();
        var columns = new BirthColumns(
                AxisSource.read(s.section("value")),
                axis(s, "value-error"),
                axis(s, "age-error"),
                axis(s, "radius"),
                axis(s, "centre-law"));
        RangeStatistic range = range(s);
        BirthWidth births = width(s, width);
        Optional<GradientNow> now = s.has("gradient-now")
                ? Optional.of(s.place("gradient-now")
                        .checked(() -> new GradientNow(
                                s.quantity("gradient-now", PER_KPC), quantityOrNone(s, "gradient-now-error", PER_KPC))))
                : Optional.empty();
        CentralMetallicity from = centre(s, centre);
        double scatter = quantityOrNone(s, "gas-scatter", "dex");
        long fewest = s.integerOr("minimum-count", 100);
        long seed = s.integerOr("seed", 1);
        return new BirthRadii(
                head,
                columns,
                ages,
                s.place("slices")
                        .checked(() -> new RangeMethod(range, births, now, from, scatter, ages.edges(), fewest, seed)));
    }

    private static Optional<AxisSource> axis(Section s, String key) {
        return s.optionalSection(key).map(AxisSource::read);
    }

    private static double quantityOrNone(Section s, String key, String unit) {
        if (s.has(key)) {
            return s.quantity(key, unit);
        }
        s.tell(key, "0 " + unit);
        return 0;
    }

    private static RangeStatistic range(Section s) {
        return switch (s.choiceOr("range", "range", Arrays.asList(Range.values()), Range.PERCENTILES)) {
            case STANDARD_DEVIATION -> {
                if (s.has("percentiles")) {
                    throw new InputError(
                            "'percentiles' belong to  range: percentiles",
                            s.place("percentiles").toString(),
                            "Remove them, or say  range: percentiles");
                }
                yield new RangeStatistic.StandardDeviation();
            }
            case PERCENTILES -> {
                if (!s.has("percentiles")) {
                    s.tell("percentiles", USUAL_PERCENTILES);
                }
                List<Double> p = s.has("percentiles") ? s.numbers("percentiles") : USUAL_PERCENTILES;
                yield s.place("percentiles").checked(() -> new RangeStatistic.PercentileRange(p.get(0), p.get(1)));
            }
        };
    }

    private static BirthWidth width(Section s, Width word) {
        double length = s.quantity("scale-length", "kpc");
        return switch (word) {
            case CONSTANT -> s.place("scale-length").checked(() -> new BirthWidth.Constant(length));
            case INSIDE_OUT -> new BirthWidth.InsideOut(growth(s, length));
            case AS_SAMPLED ->
                new BirthWidth.AsSampled(
                        growth(s, length),
                        s.place("migration").checked(() -> new Migration(s.quantity("migration", "kpc"))));
        };
    }

    private static DiscGrowth growth(Section s, double length) {
        DiscGrowth now = s.place("scale-length").checked(() -> new DiscGrowth(length, 0));
        return s.place("scale-length-loss")
                .checked(() -> new DiscGrowth(now.scaleLengthNowKpc(), s.quantity("scale-length-loss", "1/Gyr")));
    }

    private static CentralMetallicity centre(Section s, Centre word) {
        return switch (word) {
            case BIRTH_RADII -> new CentralMetallicity.FromBirthRadii();
            case RADIUS ->
                s.place("centre-radius")
                        .checked(() -> new CentralMetallicity.AtRadius(s.quantity("centre-radius", "kpc")));
            case LAW -> new CentralMetallicity.Given();
        };
    }

    private static void belongs(Section s, String key, boolean wanted, String to, String words) {
        if (s.has(key) != wanted) {
            throw new InputError(
                    wanted ? "'" + key + "' is missing" : "'" + key + "' belongs to  " + to + ": " + words,
                    s.place(wanted ? to : key).toString(),
                    wanted ? "Add it, for  " + to + ": " + s.textOr(to, "birth-radii") : "Remove it");
        }
    }
}
