package org.cellarius.galaxy.dust;

/** What a dust map counts. Numbers of one are not numbers of another: a table keeps the name. */
public enum ReddeningUnit {
    /** E(B&minus;V) on the scale of Schlegel, Finkbeiner and Davis (1998, 1998ApJ...500..525S). */
    E_SFD("E_SFD", "mag", "E(B-V) on the scale of SFD 1998"),
    /** The maps of Green et al. (2018, 2018MNRAS.478..651G; 2019, 2019ApJ...887...93G): their Table 1 has the coefficients. */
    BAYESTAR_UNIT("BAYESTAR_UNIT", "", "arbitrary unit of Green et al. 2018 and 2019, no E(B-V): see their Table 1"),
    /** E(B&minus;V) of Johnson's bands. */
    E_BV("E_BV", "mag", "E(B-V)"),
    /** Extinction at 541.4 or 550 nm. */
    A0("A0", "mag", "monochromatic extinction in the visual");

    private final String label;
    private final String unit;
    private final String meaning;

    ReddeningUnit(String label, String unit, String meaning) {
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** The name in tables and messages. */
    public String label() {
        return label;
    }

    /** As written in tables; empty where the scale is arbitrary. */
    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }
}
