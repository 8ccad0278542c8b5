package org.cellarius.galaxy.kernel;

/** Sums of a block of stars over the B-splines of a table, by degree. */
sealed interface VectorSplines permits VectorCubics, VectorQuintics {

    /** T of stars whose first rows and places in the cells are known. */
    void values(double[] table, int stride, TableBlock block);

    /** The derivatives of T per cell along R and z, of the stars whose values were found last. */
    void gradients(TableBlock block);
}
