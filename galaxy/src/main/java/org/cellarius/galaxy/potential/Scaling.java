package org.cellarius.galaxy.potential;

/** Which distance to the centre and which circular speed there a potential has. */
public enum Scaling {
    /** Those of the paper that published it. */
    NATIVE,
    /**
     * Others: every length times R0'/R0, every velocity times v0'/v0, as galpy's {@code ro}, {@code vo} do (Bovy 2015,
     * 2015ApJS..216...29B). The shape of the rotation curve stays; masses grow by length &times; velocity&sup2;.
     */
    RESCALED
}
