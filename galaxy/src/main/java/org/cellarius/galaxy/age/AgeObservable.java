package org.cellarius.galaxy.age;

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
}
