package org.cellarius.study.dust;

import java.util.Locale;
import org.cellarius.catalogue.dust.SightFile;
import org.cellarius.galaxy.dust.ReddeningUnit;

/** Dust maps that can be read. */
public enum DustKind {
    /** Green et al. (2015, 2015ApJ...810...25G). */
    BAYESTAR15(ReddeningUnit.E_SFD),
    /** Green et al. (2018, 2018MNRAS.478..651G). */
    BAYESTAR17(ReddeningUnit.BAYESTAR_UNIT),
    /** Green et al. (2019, 2019ApJ...887...93G). */
    BAYESTAR19(ReddeningUnit.BAYESTAR_UNIT),
    /** Bovy et al. (2016, 2016ApJ...818..130B): Marshall, Green 2015 and Drimmel in one. */
    COMBINED15(ReddeningUnit.E_SFD),
    /** Zucker et al. (2025, arXiv 2503.02657): the southern plane. */
    DECAPS(ReddeningUnit.E_BV),
    /** The bundled analytic disc; it has no file. */
    DISC(ReddeningUnit.A0);

    private final ReddeningUnit unit;

    DustKind(ReddeningUnit unit) {
        this.unit = unit;
    }

    public ReddeningUnit unit() {
        return unit;
    }

    /** How its file is laid out; the disc has none. */
    public SightFile.Form form() {
        return this == DECAPS ? SightFile.Form.DECAPS : SightFile.Form.BAYESTAR;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
