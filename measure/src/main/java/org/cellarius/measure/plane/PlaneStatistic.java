package org.cellarius.measure.plane;

import java.util.Optional;
import org.cellarius.galaxy.population.Moments;

/** What is told of the stars of a cell. */
public sealed interface PlaneStatistic {

    /** As studies, tables and commands write it. */
    String word();

    /** As figures write it, before the label of the value. */
    String label();

    /** Whether it is a statistic of a value; else of the stars themselves. */
    default boolean ofValue() {
        return true;
    }

    /** Whether its error is known. */
    default boolean hasError() {
        return true;
    }

    /** How its error is found, for tables. */
    String errorMeaning();

    /** Number of stars. */
    record Count() implements PlaneStatistic {
        @Override
        public String word() {
            return "count";
        }

        @Override
        public String label() {
            return "Number of stars";
        }

        @Override
        public boolean ofValue() {
            return false;
        }

        @Override
        public String errorMeaning() {
            return "sqrt(n): Poisson";
        }
    }

    /** Number of stars per area of the plane. */
    record Density() implements PlaneStatistic {
        @Override
        public String word() {
            return "density";
        }

        @Override
        public String label() {
            return "Stars per area";
        }

        @Override
        public boolean ofValue() {
            return false;
        }

        @Override
        public String errorMeaning() {
            return "sqrt(n) / area of the cell: Poisson";
        }
    }

    /** Arithmetic mean. */
    record Mean() implements PlaneStatistic {
        @Override
        public String word() {
            return "mean";
        }

        @Override
        public String label() {
            return "Mean";
        }

        @Override
        public String errorMeaning() {
            return "sd / sqrt(n): standard error of the mean";
        }
    }

    /** How the error of a median is found. */
    enum MedianError {
        /** From the density of the stars about it, whatever their distribution: {@link org.cellarius.galaxy.population.MedianErrors}. */
        DENSITY("1 / (2 f sqrt(n)), f the density of the stars about the median"),
        /** From their standard deviation. */
        NORMAL("1.2533 sd / sqrt(n): standard error of the median of a normal distribution");

        private final String meaning;

        MedianError(String meaning) {
            this.meaning = meaning;
        }
    }

    /** Exact median. */
    record Median(MedianError error) implements PlaneStatistic {
        @Override
        public String word() {
            return "median";
        }

        @Override
        public String label() {
            return "Median";
        }

        @Override
        public String errorMeaning() {
            return error.meaning;
        }
    }

    /**
     * Exact quantile.
     *
     * @param probability in [0, 1]
     */
    record Quantile(double probability) implements PlaneStatistic {
        public Quantile {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("quantile " + probability + ": it must lie in [0, 1]");
            }
        }

        @Override
        public String word() {
            return "quantile";
        }

        @Override
        public String label() {
            return "Quantile " + probability + " of";
        }

        @Override
        public boolean hasError() {
            return false;
        }

        @Override
        public String errorMeaning() {
            return "";
        }
    }

    /** Standard deviation, n &minus; 1 below. */
    record Dispersion() implements PlaneStatistic {
        @Override
        public String word() {
            return "dispersion";
        }

        @Override
        public String label() {
            return "Standard deviation of";
        }

        @Override
        public String errorMeaning() {
            return "from the fourth moment of the cell's stars";
        }
    }

    /** Standard error of the mean. */
    record StandardError() implements PlaneStatistic {
        @Override
        public String word() {
            return "standard_error";
        }

        @Override
        public String label() {
            return "Standard error of the mean";
        }

        @Override
        public boolean hasError() {
            return false;
        }

        @Override
        public String errorMeaning() {
            return "";
        }
    }

    /** Share of the stars that fulfil the condition which stands as the value. */
    record Fraction() implements PlaneStatistic {
        @Override
        public String word() {
            return "fraction";
        }

        @Override
        public String label() {
            return "Fraction with";
        }

        @Override
        public String errorMeaning() {
            return "half of Wilson's interval of 68.3 per cent";
        }
    }

    /** The fewest stars that have one. */
    default long fewestStars() {
        return switch (this) {
            case Dispersion s -> 2;
            case StandardError s -> 2;
            case Count s -> 1;
            case Density s -> 1;
            case Mean s -> 1;
            case Median s -> 1;
            case Quantile s -> 1;
            case Fraction s -> 1;
        };
    }

    /** Which quantile it is; empty for statistics that need no ranks. */
    default Optional<Double> rank() {
        return switch (this) {
            case Median s -> Optional.of(0.5);
            case Quantile s -> Optional.of(s.probability());
            case Count s -> Optional.empty();
            case Density s -> Optional.empty();
            case Mean s -> Optional.empty();
            case Dispersion s -> Optional.empty();
            case StandardError s -> Optional.empty();
            case Fraction s -> Optional.empty();
        };
    }

    /** The number of a cell from its moments; empty where it needs the ranks. */
    default Optional<Measure> fromMoments(Moments m, double area) {
        return switch (this) {
            case Count s -> Optional.of(new Measure(m.weight(), m.weightError()));
            case Density s -> Optional.of(new Measure(m.weight() / area, m.weightError() / area));
            case Mean s -> Optional.of(new Measure(m.mean(), m.standardError()));
            case Dispersion s -> Optional.of(new Measure(m.standardDeviation(), m.standardDeviationError()));
            case StandardError s -> Optional.of(new Measure(m.standardError(), Double.NaN));
            case Fraction s -> Optional.of(new Measure(m.mean(), wilson(m.mean(), stars(m))));
            case Median s -> Optional.empty();
            case Quantile s -> Optional.empty();
        };
    }

    /** How many stars that count the same would give the share as well; where all or none pass, the effective number. */
    private static double stars(Moments m) {
        double p = m.mean();
        double variance =
                m.weights().map(w -> w.second() / (w.weight() * w.weight())).orElse(0.0);
        return variance > 0 ? p * (1 - p) / variance : m.effective();
    }

    /** Half of Wilson's interval for z = 1 (Wilson 1927, J. Am. Stat. Assoc. 22, 209): above zero where none or all pass. */
    private static double wilson(double p, double n) {
        return Math.sqrt(p * (1 - p) / n + 1 / (4 * n * n)) / (1 + 1 / n);
    }

    /**
     * The statistic of a cell.
     *
     * @param value in the unit of the statistic
     * @param error one sigma; NaN where it is not known
     */
    record Measure(double value, double error) {

        /** That of a cell without stars. */
        static final Measure NONE = new Measure(Double.NaN, Double.NaN);
    }
}
