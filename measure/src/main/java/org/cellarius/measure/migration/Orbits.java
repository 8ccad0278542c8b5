package org.cellarius.measure.migration;

import java.util.List;
import org.cellarius.galaxy.migration.MigrationLikelihood;
import org.cellarius.measure.product.AxisSource;

/** What the likelihood asks of the orbit of a star. */
public sealed interface Orbits {

    /** What is read of each star; first the one that tells its place. */
    List<AxisSource> columns();

    /** Units of the columns. */
    String unit();

    MigrationLikelihood likelihood();

    /**
     * Guiding radii.
     *
     * @param radius guiding radius today, kpc
     */
    record Radii(AxisSource radius) implements Orbits {
        @Override
        public List<AxisSource> columns() {
            return List.of(radius);
        }

        @Override
        public String unit() {
            return "kpc";
        }

        @Override
        public MigrationLikelihood likelihood() {
            return new MigrationLikelihood.Frankel2018();
        }
    }

    /**
     * Actions.
     *
     * @param angularMomentum L_z, kpc km/s
     * @param radialAction J_R, kpc km/s
     */
    record Actions(AxisSource angularMomentum, AxisSource radialAction, MigrationLikelihood.Frankel2020 likelihood)
            implements Orbits {
        @Override
        public List<AxisSource> columns() {
            return List.of(angularMomentum, radialAction);
        }

        @Override
        public String unit() {
            return "kpc km/s";
        }
    }
}
