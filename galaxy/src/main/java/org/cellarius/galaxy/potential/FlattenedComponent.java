package org.cellarius.galaxy.potential;

/**
 * A flattened component without a formula for its potential. Its thin layer, if it has one, is taken out as a formula (Kuijken
 * and Dubinski 1995, 1995MNRAS.277.1341K; Dehnen and Binney 1998, 1998MNRAS.294..429D): what is left is thick enough for a
 * {@link MultipoleExpansion}.
 */
public sealed interface FlattenedComponent extends Component permits ThinDisc, FlattenedCutoffBulge {

    /** The part of the potential that is a formula; zero where there is none. */
    Derivatives layer(double radiusKpc, double zKpc);

    /** The density less that of {@link #layer}, M&#9737;/kpc&sup3;. */
    double remainderMsunPerKpc3(double radiusKpc, double zKpc);

    /** The smallest length on which the density changes, kpc. */
    double smallestScaleKpc();

    /** A radius beyond which there is no mass worth counting (below 1e-20 of the whole), kpc. */
    double outerEdgeKpc();
}
