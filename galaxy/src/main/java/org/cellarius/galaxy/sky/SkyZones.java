package org.cellarius.galaxy.sky;

import java.util.Arrays;
import org.cellarius.galaxy.column.Tasks;

/**
 * A catalogue sorted for finding what lies within a radius of a place: zones of declination, sorted by right ascension.
 *
 * <p>Zones are at least as high as the radius, so that a circle touches three at most, and hold some dozens of rows on
 * average. Right ascensions are sorted in steps of 360&deg;/2&sup3;&sup1; (0.6 mas); what lies a step beside the range is looked at
 * too. 24 bytes a row.
 */
public final class SkyZones {

    private static final int ROWS_PER_ZONE = 64;
    private static final long STEPS = 1L << 31;
    private static final double STEPS_PER_DEG = (double) STEPS / 360;

    private final SkyRadius radius;
    private final double limit;
    private final double sine;
    private final double southDeg;
    private final double northDeg;
    private final double heightDeg;
    private final int zones;

    /** Where each zone begins in the columns below. */
    private final int[] begins;

    private final int[] steps;
    private final int[] rows;

    /** Right ascension and declination of each row, degrees, side by side: they are looked at together. */
    private final double[] placesDeg;

    /** Sorts the rows that have a place. */
    public SkyZones(SkyPlaces places, SkyRadius radius) {
        this(places, radius, Tasks.IN_TURN);
    }

    /** The same, a zone being a task. */
    public SkyZones(SkyPlaces places, SkyRadius radius, Tasks byZone) {
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
        double span = Math.max(0, north - south);
        this.northDeg = north;
        this.heightDeg = Math.max(radius.deg(), span / Math.max(1, count / ROWS_PER_ZONE));
        this.zones = (int) (span / heightDeg) + 1;
        this.begins = begins(places);
        this.steps = new int[count];
        this.rows = new int[count];
        this.placesDeg = new double[2 * count];
        long[] keys = sorted(places, begins, byZone);
        byZone.each(zones, zone -> lay(zone, keys, places));
    }

    /** Where each zone of this catalogue's geometry begins when these places are laid down zone by zone; the end behind. */
    private int[] begins(SkyPlaces places) {
        int[] first = new int[zones + 1];
        for (int row = 0; row < places.rows(); row++) {
            if (places.has(row)) {
                first[zone(places.decDeg()[row]) + 1]++;
            }
        }
        for (int zone = 0; zone < zones; zone++) {
            first[zone + 1] += first[zone];
        }
        return first;
    }

    /** Step of right ascension and row of each place, zone by zone and eastwards. */
    private long[] sorted(SkyPlaces places, int[] first, Tasks byZone) {
        long[] keys = new long[first[zones]];
        int[] next = first.clone();
        for (int row = 0; row < places.rows(); row++) {
            if (places.has(row)) {
                keys[next[zone(places.decDeg()[row])]++] = (long) step(turned(places.raDeg()[row])) << 31 | row;
            }
        }
        byZone.each(zones, zone -> Arrays.sort(keys, first[zone], first[zone + 1]));
        return keys;
    }

    private static int row(long key) {
        return (int) (key & Integer.MAX_VALUE);
    }

    private int zone(double dec) {
        return (int) Math.max(0, Math.min(zones - 1, (dec - southDeg) / heightDeg));
    }

    /** Lays the rows of a zone down. */
    private void lay(int zone, long[] keys, SkyPlaces places) {
        for (int k = begins[zone]; k < begins[zone + 1]; k++) {
            int row = row(keys[k]);
            steps[k] = (int) (keys[k] >>> 31);
            rows[k] = row;
            placesDeg[2 * k] = places.raDeg()[row];
            placesDeg[2 * k + 1] = places.decDeg()[row];
        }
    }

    /**
     * The rows of another catalogue that have a place, zone by zone and eastwards. Those that follow each other look for neighbours
     * in the same memory: a million rows in no order are then found four times as fast.
     */
    public int[] alongZones(SkyPlaces others, Tasks byZone) {
        long[] keys = sorted(others, begins(others), byZone);
        int[] order = new int[keys.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = row(keys[k]);
        }
        return order;
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
        // The last digits of a sum must not decide which zones are looked at.
        int southern = zone(dec - radius.deg() - 1e-9);
        int northern = zone(dec + radius.deg() + 1e-9);
        int before = found.size();
        double cosine = Math.cos(Math.toRadians(dec));
        double halfWidth = radius.halfWidthDeg(sine, dec, cosine);
        boolean allAround = halfWidth > 179;
        double middle = turned(ra);
        double from = middle - halfWidth;
        double to = middle + halfWidth;
        for (int zone = southern; zone <= northern; zone++) {
            if (allAround) {
                look(zone, 0, STEPS, ra, dec, cosine, found);
            } else if (from < 0) {
                look(zone, step(from + 360) - 1L, STEPS, ra, dec, cosine, found);
                look(zone, 0, step(to) + 1L, ra, dec, cosine, found);
            } else if (to >= 360) {
                look(zone, step(from) - 1L, STEPS, ra, dec, cosine, found);
                look(zone, 0, step(to - 360) + 1L, ra, dec, cosine, found);
            } else {
                look(zone, step(from) - 1L, step(to) + 1L, ra, dec, cosine, found);
            }
        }
        found.sortFrom(before);
    }

    /** Adds what is near enough among the rows of a zone in a range of right ascension, both ends included. */
    private void look(int zone, long lowest, long highest, double ra, double dec, double cosine, Candidates found) {
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
    private int lowerBound(int begin, int end, long lowest) {
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
