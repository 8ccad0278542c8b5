package org.cellarius.galaxy.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Isochrones of many ages and compositions with the same columns.
 *
 * <p>Not every composition needs to have every age. Ages and compositions are in rising order.
 */
public final class IsochroneGrid {

    private final String name;
    private final List<String> columns;
    private final double[] agesGyr;
    private final List<Composition> compositions;
    private final List<Optional<Isochrone>> isochrones;

    /**
     * The grid.
     *
     * @param name for messages and provenance
     * @param columns names of the quantities that the isochrones have beside initial mass
     */
    public IsochroneGrid(String name, List<String> columns, List<Isochrone> isochrones) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.agesGyr = isochrones.stream()
                .mapToDouble(Isochrone::ageGyr)
                .distinct()
                .sorted()
                .toArray();
        this.compositions = isochrones.stream()
                .map(Isochrone::composition)
                .distinct()
                .sorted()
                .toList();
        if (agesGyr.length < 2) {
            throw new IllegalArgumentException(
                    agesGyr.length == 0
                            ? "there is no isochrone"
                            : "all isochrones have one age, " + agesGyr[0] + " Gyr: there is nothing to choose from");
        }
        Isochrone[] places = new Isochrone[agesGyr.length * compositions.size()];
        for (Isochrone isochrone : isochrones) {
            if (isochrone.columns().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "an isochrone has " + isochrone.columns().size() + " columns, the grid " + columns.size());
            }
            int place = compositions.indexOf(isochrone.composition()) * agesGyr.length
                    + Arrays.binarySearch(agesGyr, isochrone.ageGyr());
            if (places[place] != null) {
                throw new IllegalArgumentException(String.format(
                        "there are two isochrones of %s Gyr, [Fe/H] %s, [α/Fe] %s",
                        isochrone.ageGyr(),
                        isochrone.composition().feH(),
                        isochrone.composition().alphaFe()));
            }
            places[place] = isochrone;
        }
        this.isochrones = Arrays.stream(places).map(Optional::ofNullable).toList();
    }

    /** A quantity that follows from those that an isochrone has. */
    @FunctionalInterface
    public interface Derivation {
        double[] of(Isochrone isochrone);
    }

    /** The grid with one more column. */
    public IsochroneGrid with(String column, Derivation derivation) {
        var names = new ArrayList<>(columns);
        names.add(column);
        List<Isochrone> more = isochrones.stream()
                .flatMap(Optional::stream)
                .map(i -> {
                    var all = new ArrayList<>(i.columns());
                    all.add(derivation.of(i));
                    return new Isochrone(i.ageGyr(), i.composition(), i.massSun(), all);
                })
                .toList();
        return new IsochroneGrid(name, names, more);
    }

    public String name() {
        return name;
    }

    /** Names of the quantities beside initial mass. */
    public List<String> columns() {
        return columns;
    }

    public int ages() {
        return agesGyr.length;
    }

    /** Age number k, Gyr. */
    public double ageGyr(int k) {
        return agesGyr[k];
    }

    /** The ages, Gyr, rising; a copy. */
    public double[] agesGyr() {
        return agesGyr.clone();
    }

    public List<Composition> compositions() {
        return compositions;
    }

    /** The [Fe/H] that there are, dex, rising. */
    public double[] feH() {
        return compositions.stream()
                .mapToDouble(Composition::feH)
                .distinct()
                .sorted()
                .toArray();
    }

    /** The [&alpha;/Fe] that there are, dex, rising. */
    public double[] alphaFe() {
        return compositions.stream()
                .mapToDouble(Composition::alphaFe)
                .distinct()
                .sorted()
                .toArray();
    }

    /** The isochrone of a composition and an age; empty where the grid has a hole. */
    public Optional<Isochrone> isochrone(int composition, int age) {
        return isochrones.get(composition * agesGyr.length + age);
    }

    /** Isochrones that are there. */
    public long size() {
        return isochrones.stream().filter(Optional::isPresent).count();
    }

    /** Points of all isochrones. */
    public long points() {
        return isochrones.stream()
                .flatMap(Optional::stream)
                .mapToLong(Isochrone::points)
                .sum();
    }
}
