package org.cellarius.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.study.fit.LineChoice;
import org.cellarius.study.yaml.Place;

/** Something that a study measures. */
public sealed interface Product {

    Head head();

    /** What kind it is, as studies and results word it. */
    default String kind() {
        return switch (this) {
            case Gradient p -> "gradient";
            case RunningMedianProfile p -> "running-median";
            case BinnedMedianLine p -> "binned-median";
            case MedianMap p -> "map";
            case Distribution p -> "distribution";
            case TrendRemoval p -> "correction";
        };
    }

    /**
     * What all products have.
     *
     * @param population name of the population; empty for all stars
     * @param where further condition; empty for none
     */
    record Head(String name, String title, Optional<String> population, Optional<String> where, Place place) {

        /** The same in another population. */
        public Head in(Optional<String> other) {
            return new Head(name, title, other, where, place);
        }

        /** The same with a further condition, told at another place. */
        Head also(Optional<String> further, Place at) {
            Optional<String> both = where.flatMap(w -> further.map(f -> "(" + w + "\n) AND (" + f + "\n)"));
            return new Head(name, title, population, both.or(() -> further).or(() -> where), at);
        }
    }

    /**
     * A line per slice, in every population and variant.
     *
     * @param populations names of populations, each fitted apart; empty for the one of the head, or all stars
     * @param variants what the line runs along, and by what it is sliced; at least one
     * @param yError expression for the one-sigma errors of y; empty where none are used
     * @param age expression for ages, Gyr; empty where none are used
     * @param ageError expression for their one-sigma errors, Gyr
     * @param line the line and its settings
     * @param slopes the line through the slopes of the slices, if it is asked for
     * @param minimumCount slices with fewer stars are not fitted
     * @param figures whether populations and variants share a figure
     */
    record Gradient(
            Head head,
            List<String> populations,
            List<Variant> variants,
            AxisSource y,
            Optional<String> yError,
            Optional<String> age,
            Optional<String> ageError,
            LineChoice line,
            Optional<SlopesSource> slopes,
            long minimumCount,
            Figures figures)
            implements Product {
        public Gradient {
            populations = List.copyOf(populations);
            variants = List.copyOf(variants);
        }

        /** The same with another line, for all variants. */
        public Gradient with(LineChoice other) {
            return new Gradient(
                    head,
                    populations,
                    variants.stream().map(v -> v.with(v.own().without())).toList(),
                    y,
                    yError,
                    age,
                    ageError,
                    other,
                    slopes,
                    minimumCount,
                    figures);
        }

        /** The gradient as one of its variants has it: with the variant's own line, conditions and populations, and without what that line does not read. */
        public Gradient of(Variant variant) {
            Own own = variant.own();
            LineChoice its = own.line().orElse(line);
            Gradient whole = new Gradient(
                    head.also(own.where(), own.isNone() ? head.place() : variant.place()),
                    own.populations().isEmpty() ? populations : own.populations(),
                    List.of(variant.with(Own.NONE)),
                    y,
                    own.yError().or(() -> yError),
                    age,
                    ageError,
                    its,
                    slopes,
                    minimumCount,
                    figures);
            LineInputs inputs = whole.probe().inputs();
            boolean ages =
                    inputs.age() != LineInputs.Need.IGNORED || its.ageBin().isPresent();
            return new Gradient(
                    whole.head,
                    whole.populations,
                    List.of(variant.reading(inputs)),
                    y,
                    read(inputs.yError(), whole.yError),
                    ages ? age : Optional.empty(),
                    read(inputs.ageError(), ageError),
                    its,
                    slopes,
                    minimumCount,
                    figures);
        }

        private static Optional<String> read(LineInputs.Need need, Optional<String> given) {
            return need == LineInputs.Need.IGNORED ? Optional.empty() : given;
        }

        /** Whether any variant has populations of its own. */
        public boolean ownPopulations() {
            return variants.stream().anyMatch(v -> !v.own().populations().isEmpty());
        }

        /** What the lines need and the study does not give, by the names of study files. */
        public List<String> lacking() {
            return variants.stream()
                    .flatMap(v -> of(v).lackingOfOne().stream())
                    .distinct()
                    .toList();
        }

        private List<String> lackingOfOne() {
            LineInputs inputs = probe().inputs();
            var lacking = new ArrayList<String>();
            if (inputs.yError() == LineInputs.Need.NEEDED && yError.isEmpty()) {
                lacking.add("y-error");
            }
            if (inputs.age() == LineInputs.Need.NEEDED && age.isEmpty()) {
                lacking.add("age");
            }
            if (inputs.ageError() == LineInputs.Need.NEEDED && ageError.isEmpty()) {
                lacking.add("age-error");
            }
            return lacking;
        }

        /** The line of the first slice: tells which columns the method needs. */
        public LineEstimator probe() {
            return line(variants.getFirst(), 0);
        }

        /**
         * The line of a slice. Where the slices are those of the age, a method that knows age bins takes the slice for its bin.
         *
         * @param slice number of the slice, from 0
         */
        public LineEstimator line(Variant variant, int slice) {
            return ageSlices(variant)
                    .filter(s -> line.ageBin().isEmpty())
                    .map(s -> line.inAgeBin(s.edges(), slice))
                    .orElse(line)
                    .estimator();
        }

        /** The slices, where they are slices of the age. */
        public Optional<SlicesSource> ageSlices(Variant variant) {
            return variant.slices()
                    .filter(s -> age.filter(a -> a.equals(s.of().expression())).isPresent());
        }
    }

    /**
     * What a line runs along: today's radius by today's height, say, or the guiding radius by the height of the orbit.
     *
     * @param name empty where there is one only
     * @param xError expression for the one-sigma errors of x; empty: x is exact, or its errors are not used
     * @param xyCovariance expression for the covariance of the errors of x and y; empty for 0
     * @param own what it has in place of the product's
     * @param place where it is written
     */
    record Variant(
            String name,
            AxisSource x,
            Optional<String> xError,
            Optional<String> xyCovariance,
            Optional<SlicesSource> slices,
            Own own,
            Place place) {

        Variant with(Own other) {
            return new Variant(name, x, xError, xyCovariance, slices, other, place);
        }

        /** The same for a line of such inputs, without what is its own. */
        private Variant reading(LineInputs inputs) {
            return new Variant(
                    name,
                    x,
                    Gradient.read(inputs.xError(), xError),
                    Gradient.read(inputs.xyCovariance(), xyCovariance),
                    slices,
                    Own.NONE,
                    place);
        }
    }

    /**
     * What a variant has of its own.
     *
     * @param line in place of the product's
     * @param where a condition besides the product's
     * @param populations in place of the product's; empty for those
     * @param yError in place of the product's
     */
    record Own(Optional<LineChoice> line, Optional<String> where, List<String> populations, Optional<String> yError) {

        /** A variant that takes all from its product. */
        public static final Own NONE = new Own(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

        public Own {
            populations = List.copyOf(populations);
        }

        boolean isNone() {
            return equals(NONE);
        }

        private Own without() {
            return new Own(Optional.empty(), where, populations, yError);
        }
    }

    /** How populations and variants are drawn. */
    enum Figures {
        /** Each in a figure of its own. */
        APART,
        /** All in one figure, a panel for each slice. */
        TOGETHER
    }

    /**
     * Running median (Imig et al. 2023).
     *
     * @param populations names of populations, each measured apart and all in one figure; empty for the one of the head, or all stars
     * @param window number of stars in a window
     * @param overlap fraction of a window shared with the next
     */
    record RunningMedianProfile(
            Head head,
            List<String> populations,
            AxisSource x,
            AxisSource y,
            Optional<SlicesSource> slices,
            int window,
            double overlap)
            implements Product {
        public RunningMedianProfile {
            populations = List.copyOf(populations);
        }
    }

    /**
     * Medians in bins of x and an unweighted line through them (Long et al. 2025).
     *
     * @param populations names of populations, each measured apart and all in one figure; empty for the one of the head, or all stars
     * @param width width of a bin, unit of x; bins start at multiples of it
     * @param minimumCount bins with fewer stars do not enter the line
     */
    record BinnedMedianLine(
            Head head,
            List<String> populations,
            AxisSource x,
            AxisSource y,
            double width,
            Optional<SlicesSource> slices,
            long minimumCount)
            implements Product {
        public BinnedMedianLine {
            populations = List.copyOf(populations);
        }
    }

    /** Planes of maps. */
    enum Plane {
        X_Y("x-y", "x", "y"),
        R_Z("r-z", "r", "z");

        private final String word;
        private final String horizontal;
        private final String vertical;

        Plane(String word, String horizontal, String vertical) {
            this.word = word;
            this.horizontal = horizontal;
            this.vertical = vertical;
        }

        public String word() {
            return word;
        }

        /** Star-table column along the figure's x axis, kpc. */
        public String horizontal() {
            return horizontal;
        }

        /** Star-table column along the figure's y axis, kpc. */
        public String vertical() {
            return vertical;
        }
    }

    /**
     * Medians in square cells of a plane.
     *
     * @param cellKpc side of a cell, kpc; cells start at multiples of it
     * @param minimumCount cells with fewer stars are not shown
     * @param xRange range of cells along x, two numbers in kpc, or none for all
     * @param yRange the same along y
     */
    record MedianMap(
            Head head,
            Plane plane,
            AxisSource value,
            double cellKpc,
            long minimumCount,
            List<Double> xRange,
            List<Double> yRange)
            implements Product {
        public MedianMap {
            xRange = List.copyOf(xRange);
            yRange = List.copyOf(yRange);
        }
    }

    /**
     * Histogram and statistics of one quantity per slice.
     *
     * @param populations names of populations, each measured apart and all in one figure; empty for the one of the head, or all stars
     * @param width width of a bin, unit of the value
     * @param minimumCount slices with fewer stars are not described
     */
    record Distribution(
            Head head,
            List<String> populations,
            AxisSource value,
            double width,
            Optional<SlicesSource> slices,
            long minimumCount)
            implements Product {
        public Distribution {
            populations = List.copyOf(populations);
        }
    }

    /**
     * A trend that is found among some stars and subtracted from all; gives a column named like the product.
     *
     * @param head its {@code where} tells the stars that make the trend
     * @param of what is corrected
     * @param against what the trend runs along
     * @param slices each slice has a trend of its own; stars in none have no corrected value
     */
    record TrendRemoval(
            Head head,
            AxisSource of,
            AxisSource against,
            TrendModel model,
            Optional<SlicesSource> slices,
            ZeroPoint zeroPoint,
            Beyond beyond)
            implements Product {}
}
