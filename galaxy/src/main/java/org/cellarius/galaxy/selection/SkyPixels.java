package org.cellarius.galaxy.selection;

import org.cellarius.galaxy.frame.GalacticDirection;
import org.cellarius.galaxy.population.HealpixCells;

/** How counts part the sky. */
public sealed interface SkyPixels {

    /** How many parts. */
    int count();

    /** The part of a place, ICRS, degrees; &minus;1 where the place is none. */
    int of(double raDeg, double decDeg);

    /** The whole sky is one. */
    record Whole() implements SkyPixels {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public int of(double raDeg, double decDeg) {
            return 0;
        }
    }

    /** HEALPix, nested, by right ascension and declination. */
    record Icrs(HealpixCells cells) implements SkyPixels {
        @Override
        public int count() {
            return cells.groups();
        }

        @Override
        public int of(double raDeg, double decDeg) {
            return cells.cell(raDeg, decDeg);
        }
    }

    /** HEALPix, nested, by Galactic longitude and latitude. */
    record Galactic(HealpixCells cells) implements SkyPixels {
        @Override
        public int count() {
            return cells.groups();
        }

        @Override
        public int of(double raDeg, double decDeg) {
            if (!Double.isFinite(raDeg) || !(Math.abs(decDeg) <= 90)) {
                return -1;
            }
            GalacticDirection at = GalacticDirection.ofIcrs(raDeg, decDeg);
            return cells.cell(at.longitudeDeg(), at.latitudeDeg());
        }
    }
}
