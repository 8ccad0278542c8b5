package org.cellarius.catalogue.stil;

import java.util.logging.Level;
import java.util.logging.Logger;

/** STIL reports progress on the INFO level of java.util.logging, which prints by default; only its warnings are let out. */
public final class QuietStil {
    /** Held here because the log manager keeps only weak references, and a collected logger forgets its level. */
    private static final Logger STARLINK = Logger.getLogger("uk.ac.starlink");

    private QuietStil() {}

    /** Call before STIL is used. */
    public static void quieten() {
        STARLINK.setLevel(Level.SEVERE);
    }
}
