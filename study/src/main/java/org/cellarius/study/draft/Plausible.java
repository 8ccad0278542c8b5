package org.cellarius.study.draft;

import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.study.draft.ColumnRanges.Range;

/**
 * Whether values can be in a unit. The bounds are choices of our own, wide for catalogues of stars and clusters in the Milky Way: what lies outside is
 * not refused, only asked for in a draft. A catalogue that really lies outside (stars within 20 pc, right ascensions below 24 degrees only) costs its
 * user one line to fill in.
 */
final class Plausible {

    private Plausible() {}

    /** Bounds of the 98th percentile and of the smallest value, in the canonical unit of the quantity. */
    static boolean in(String unit, String canonical, Range range) {
        double factor = CanonicalColumns.unitOf(canonical)
                .flatMap(c -> Unit.tryParse(unit).filter(u -> u.convertsTo(c)).map(u -> u.factorTo(c)))
                .orElse(Double.NaN);
        double far = range.far() * factor;
        double smallest = range.smallest() * factor;
        return switch (canonical.replaceAll("_(lo|hi)$", "")) {
            // Nearly all stars within 20 pc, or some beyond the outer halo, speak for another unit.
            case "distance" -> far >= 0.02 && far <= 60 && smallest >= 0;
            case "r" -> far <= 60 && far >= 0.5;
            case "x", "y", "z" -> Math.max(Math.abs(far), Math.abs(smallest)) <= 200;
            // Values between 6 and 10.3 only are more likely logarithms of years than a sample without any young star.
            case "age" -> far <= 20 && !(smallest > 6 && far < 10.3 && far > 6.5);
            case "log_age" -> smallest > 4.5 && far < 10.5;
            case "teff" -> smallest > 1000;
            case "logg" -> Math.abs(far) < 12;
            // Hours.
            case "ra" -> !(far > 12 && range.largest() <= 24);
            case "fe_h", "m_h", "alpha_fe", "alpha_m" -> Math.max(Math.abs(far), Math.abs(smallest)) <= 10;
            default -> true;
        };
    }
}
