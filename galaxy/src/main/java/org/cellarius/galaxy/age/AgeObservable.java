package org.cellarius.galaxy.age;

import java.util.List;

/** A quantity that is measured of stars and known of isochrones. */
public sealed interface AgeObservable {

    /** The name by which the user knows it. */
    String name();

    /**
     * One that changes along an isochrone: a temperature, a magnitude.
     *
     * @param column its number among those of the grid
     */
    record AlongCurve(String name, int column) implements AgeObservable {}

    /** The [Fe/H], dex, with which the isochrone's stars are born. */
    record IronOfBirth(String name) implements AgeObservable {}

    /** The [&alpha;/Fe], dex, with which they are born. */
    record AlphaOfBirth(String name) implements AgeObservable {}

    /**
     * The columns of those that change along isochrones, in their order.
     *
     * @throws IllegalArgumentException if there is none, as then nothing tells an age
     */
    static int[] columns(List<AgeObservable> observables) {
        int[] columns = observables.stream()
                .filter(AlongCurve.class::isInstance)
                .mapToInt(o -> ((AlongCurve) o).column())
                .toArray();
        if (columns.length == 0) {
            throw new IllegalArgumentException("ages need an observable that changes along isochrones");
        }
        return columns;
    }
}
