package org.cellarius.galaxy.distance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.galaxy.column.ColumnKernel;

/** How distances are found; catalogues' own distances need no method. */
public sealed interface DistanceMethod {

    /** The kernel that appends the distances. */
    ColumnKernel kernel();

    /** What was used, in words, for provenance. */
    String settings();

    /** The papers. */
    List<String> citations();

    /** Whether the distances come from the parallax, so that their errors are correlated with those of the proper motion. */
    boolean fromParallax();

    /** From the parallax, with a zero point and a prior. */
    record Parallax(ParallaxZeroPoint zeroPoint, ExponentialDensityPrior prior, List<Integer> percentiles)
            implements DistanceMethod {
        public Parallax {
            percentiles = List.copyOf(percentiles);
        }

        @Override
        public ColumnKernel kernel() {
            return new ParallaxKernel(zeroPoint, prior, percentiles);
        }

        @Override
        public String settings() {
            return "median of the posterior of the parallax; zero point " + zeroPoint.settings() + "; prior "
                    + prior.settings();
        }

        @Override
        public List<String> citations() {
            return Stream.of(zeroPoint.citation(), prior.citation())
                    .filter(c -> !c.isEmpty())
                    .toList();
        }

        @Override
        public boolean fromParallax() {
            return true;
        }
    }

    /** 1/parallax. */
    record InverseParallax(ParallaxZeroPoint zeroPoint) implements DistanceMethod {
        @Override
        public ColumnKernel kernel() {
            return new InverseParallaxKernel(zeroPoint);
        }

        @Override
        public String settings() {
            return "1/parallax, of positive parallaxes; zero point " + zeroPoint.settings();
        }

        @Override
        public List<String> citations() {
            return Stream.of(zeroPoint.citation()).filter(c -> !c.isEmpty()).toList();
        }

        @Override
        public boolean fromParallax() {
            return true;
        }
    }

    /** From the distance modulus. */
    record Modulus(ModulusErrors errors, Optional<String> extinction) implements DistanceMethod {
        @Override
        public ColumnKernel kernel() {
            return new ModulusKernel(errors, extinction);
        }

        @Override
        public String settings() {
            return "distance modulus" + extinction.map(e -> " less " + e).orElse("")
                    + switch (errors) {
                        case NONE -> ", without errors";
                        case SYMMETRIC -> " with distance_modulus_error";
                        case BOUNDS -> " with distance_modulus_lo and distance_modulus_hi";
                    };
        }

        @Override
        public List<String> citations() {
            return List.of();
        }

        @Override
        public boolean fromParallax() {
            return false;
        }
    }

    /** From Cepheids' periods. */
    record PeriodLuminosity(
            PeriodLuminosityRelation relation,
            Pulsation pulsation,
            Fundamentalisation fundamentalisation,
            double scatterMag)
            implements DistanceMethod {
        @Override
        public ColumnKernel kernel() {
            return new PeriodLuminosityKernel(relation, pulsation, fundamentalisation, scatterMag);
        }

        @Override
        public String settings() {
            return "period-luminosity relation " + relation.name() + ", W = G - "
                    + PeriodLuminosityRelation.COLOUR_COEFFICIENT + " (BP - RP); "
                    + switch (pulsation) {
                        case FUNDAMENTAL -> "all periods those of the fundamental mode";
                        case FIRST_OVERTONE -> "all periods those of the first overtone, fundamentalised by feast1997";
                        case BY_COLUMN -> "mode by the column overtone, periods fundamentalised by feast1997";
                    }
                    + "; scatter " + scatterMag + " mag";
        }

        @Override
        public List<String> citations() {
            String periods =
                    "Periods of first overtones: Feast and Catchpole 1997, MNRAS 286, L1 (1997MNRAS.286L...1F)";
            return pulsation == Pulsation.FUNDAMENTAL
                    ? List.of(relation.citation())
                    : List.of(relation.citation(), periods);
        }

        @Override
        public boolean fromParallax() {
            return false;
        }
    }
}
