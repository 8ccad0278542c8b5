package org.cellarius.galaxy.age;

/**
 * The composition with which the stars of an isochrone are born.
 *
 * @param feH [Fe/H], dex
 * @param alphaFe [&alpha;/Fe], dex
 */
public record Composition(double feH, double alphaFe) implements Comparable<Composition> {
    public Composition {
        if (!Double.isFinite(feH) || !Double.isFinite(alphaFe)) {
            throw new IllegalArgumentException("a composition of [Fe/H] " + feH + ", [α/Fe] " + alphaFe);
        }
    }

    @Override
    public int compareTo(Composition other) {
        int byIron = Double.compare(feH, other.feH);
        return byIron != 0 ? byIron : Double.compare(alphaFe, other.alphaFe);
    }
}
