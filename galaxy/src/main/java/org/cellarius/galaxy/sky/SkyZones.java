package org.cellarius.galaxy.sky;

import java.util.Arrays;

/**
 * A catalogue sorted for finding what lies within a radius of a place: zones of declination, sorted by right ascension.
 *
 * <p>Zones are at least as high as the radius, so that a circle touches three at most, and hold some dozens of rows on
 * average. Right ascensions are sorted in steps of 360&deg;/2&sup3;&sup1; (0.6 mas); what lies a step beside the range is looked at
 * too. 24 bytes a row.
 */
public final class SkyZones {

    private static final int ROWS_PER_ZONE = 64;
    private static final double STEPS_PER_DEG = 0x1p31 / 360;

    private final SkyRadius radius;
    private final double limit;
    private final double sine;
    private final double southDeg;
    private final double northDeg;
    private final double heightDeg;

    /** Where each zone begins in the columns below. */
    private final int[] begins;

    private final int[] steps;
    private final int[] rows;

    /** Right ascension and declination of each row, degrees, side by side: they are looked at together. */
    private final double[] placesDeg;

    /** Sorts the rows that have a place. */
    public SkyZones(SkyPlaces places, SkyRadius radius) {
        this.radius = radius;
        this.limit = radius.haversine();
        this.sine = Math.sin(Math.toRadians(radius.deg()));
        double south = 90;
        double north = -90;
        int count = 0;
        for (int row = 0; row < places.rows(); row++) {
            if (places.has(row)) {
                south = Math.min(south, places.decDeg()[row]);
                north = Math.max(north, places.decDeg()[row]);
                count++;
            }
        }
        this.southDeg = south;
        this.northDeg = north;
        double span = Math.max(0, north - south);
        this.heightDeg = Math.max(radius.deg(), span / Math.max(1, count / ROWS_PER_ZONE));
        int[] order = new int[count];
        this.begins = zoned(places, (int) (span / heightDeg) + 1, order);
        this.steps = new int[count];
        this.rows = new int[count];
        this.placesDeg = new double[2 * count];
        sortZones(places, order);
    }

    /** Lays the rows down zone by zone; tells where each begins. */
    private int[] zoned(SkyPlaces places, int zones, int[] order) {
        int[] first = new int[zones + 1];
        for (int row = 0; row < places.rows(); row++) {
            if (places.has(row)) {
                first[zone(places.decDeg()[row], zones) + 1]++;
            }
        }
        for (int zone = 0; zone < zones; zone++) {
            first[zone + 1] += first[zone];
        }
        int[] next = first.clone();
        for (int row = 0; row < places.rows(); row++) {
            if (places.has(row)) {
                order[next[zone(places.decDeg()[row], zones)]++] = row;
            }
        }
        return first;
    }

    private int zone(double dec, int zones) {
        return (int) Math.max(0, Math.min(zones - 1, (dec - southDeg) / heightDeg));
    }

    private void sortZones(SkyPlaces places, int[] order) {
        long[] keys = new long[order.length];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = (long) step(turned(places.raDeg()[order[k]])) << 31 | order[k];
        }
        for (int zone = 0; zone + 1 < begins.length; zone++) {
            Arrays.sort(keys, begins[zone], begins[zone + 1]);
        }
        for (int k = 0; k < keys.length; k++) {
            int row = (int) (keys[k] & Integer.MAX_VALUE);
            steps[k] = (int) (keys[k] >>> 31);
            rows[k] = row;
            placesDeg[2 * k] = places.raDeg()[row];
            placesDeg[2 * k + 1] = places.decDeg()[row];
        }
    }

    /** A right ascension brought into [0, 360). */
    private static double turned(double ra) {
        double positive = ra < 0 ? ra + 360 : ra;
        return positive >= 360 ? positive - 360 : positive;
    }

    private static int step(double ra) {
        return (int) (ra * STEPS_PER_DEG);
    }

    /** Adds all rows within the radius of a place to the candidates, nearest first. */
    public void near(double ra, double dec, Candidates found) {
        if (dec + radius.deg() < southDeg || dec - radius.deg() > northDeg) {
            return;
        }
        int zones = begins.length - 1;
        // The last digits of a sum must not decide which zones are looked at.
        int southern = zone(dec - radius.deg() - 1e-9, zones);
        int northern = zone(dec + radius.deg() + 1e-9, zones);
        int before = found.size();
        double cosine = Math.cos(Math.toRadians(dec));
        double halfWidth = radius.halfWidthDeg(sine, dec, cosine);
        boolean allAround = halfWidth > 179;
        double middle = turned(ra);
        double from = middle - halfWidth;
        double to = middle + halfWidth;
        for (int zone = southern; zone <= northern; zone++) {
            if (allAround) {
                look(zone, 0, Integer.MAX_VALUE, ra, dec, cosine, found);
            } else if (from < 0) {
                look(zone, step(from + 360) - 1, Integer.MAX_VALUE, ra, dec, cosine, found);
                look(zone, 0, step(to) + 1, ra, dec, cosine, found);
            } else if (to >= 360) {
                look(zone, step(from) - 1, Integer.MAX_VALUE, ra, dec, cosine, found);
                look(zone, 0, step(to - 360) + 1, ra, dec, cosine, found);
            } else {
                look(zone, step(from) - 1, step(to) + 1, ra, dec, cosine, found);
            }
        }
        found.sortFrom(before);
    }

    /** Adds what is near enough among the rows of a zone in a range of right ascension, both ends included. */
    private void look(int zone, int lowest, int highest, double ra, double dec, double cosine, Candidates found) {
        int end = begins[zone + 1];
        for (int k = lowerBound(begins[zone], end, lowest); k < end && steps[k] <= highest; k++) {
            double decOfRow = placesDeg[2 * k + 1];
            if (Math.abs(dec - decOfRow) <= radius.deg() + 1e-9) {
                double cosineOfRow = Math.cos(Math.toRadians(decOfRow));
                double haversine = Separation.haversine(ra, dec, cosine, placesDeg[2 * k], decOfRow, cosineOfRow);
                if (haversine <= limit) {
                    found.add(rows[k], haversine);
                }
            }
        }
    }

    /** The first place of a range of rows whose step is not smaller than one. */
    private int lowerBound(int begin, int end, int lowest) {
        int low = begin;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] < lowest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
