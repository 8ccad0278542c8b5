package org.cellarius.study.age;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cellarius.galaxy.age.Isochrone;
import org.cellarius.galaxy.age.IsochroneGrid;
import org.cellarius.galaxy.age.SeismicScaling;

/**
 * What follows from the columns of isochrones, as columns: {@code mass}, that of today where it is there, else at birth; {@code radius} (solar radii), {@code nu_max}
 * and {@code delta_nu} (&mu;Hz) by {@link SeismicScaling}. A column of that name in the file stays.
 */
final class IsochroneScaling {

    static final String MASS = "mass";
    static final String MASS_NOW = "mass_now";

    private static final String TEFF = "teff";
    private static final String LOGG = "logg";

    private IsochroneScaling() {}

    static IsochroneGrid with(IsochroneGrid grid) {
        OptionalInt now = column(grid, MASS_NOW);
        IsochroneGrid all = now.isPresent() ? grid : add(grid, MASS, i -> p -> i.massSun()[p]);
        OptionalInt teff = column(grid, TEFF);
        OptionalInt logg = column(grid, LOGG);
        if (logg.isPresent()) {
            all = add(all, "radius", i -> p -> SeismicScaling.radiusSun(mass(i, now, p), at(i, logg, p)));
            all = add(all, "delta_nu", i -> p -> SeismicScaling.deltaNuMicrohertz(mass(i, now, p), at(i, logg, p)));
        }
        if (logg.isPresent() && teff.isPresent()) {
            all = add(all, "nu_max", i -> p -> SeismicScaling.nuMaxMicrohertz(at(i, teff, p), at(i, logg, p)));
        }
        return all;
    }

    private static double mass(Isochrone isochrone, OptionalInt now, int point) {
        return now.isPresent() ? at(isochrone, now, point) : isochrone.massSun()[point];
    }

    private static double at(Isochrone isochrone, OptionalInt column, int point) {
        return isochrone.columns().get(column.orElseThrow())[point];
    }

    /** A quantity of an isochrone at each of its points. */
    @FunctionalInterface
    private interface Quantity {
        IntToDoubleFunction of(Isochrone isochrone);
    }

    private static IsochroneGrid add(IsochroneGrid grid, String name, Quantity quantity) {
        return column(grid, name).isPresent()
                ? grid
                : grid.with(
                        name,
                        i -> IntStream.range(0, i.points())
                                .mapToDouble(quantity.of(i))
                                .toArray());
    }

    private static OptionalInt column(IsochroneGrid grid, String name) {
        return IntStream.range(0, grid.columns().size())
                .filter(k -> grid.columns().get(k).toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
