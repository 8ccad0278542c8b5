package org.cellarius.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.sky.Pairing;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.SkyPlaces;
import org.cellarius.galaxy.sky.SkyRadius;

/**
 * The matching itself, places in memory to pairs in memory: {@code MatchAlone A.fits B.fits RADIUS_ARCSEC} prints the first time of
 * a fresh virtual machine and the middle one of the next ten, s.
 */
final class MatchAlone {

    private static final int LATER = 10;

    private MatchAlone() {}

    public static void main(String[] args) {
        SkyPlaces a = places(Path.of(args[0]));
        SkyPlaces b = places(Path.of(args[1]));
        var radius = new SkyRadius(Double.parseDouble(args[2]) / 3600);
        double first = seconds(a, b, radius);
        double[] later = new double[LATER];
        for (int k = 0; k < LATER; k++) {
            later[k] = seconds(a, b, radius);
        }
        Arrays.sort(later);
        System.out.printf("%.3f %.3f%n", first, later[LATER / 2]);
    }

    private static double seconds(SkyPlaces a, SkyPlaces b, SkyRadius radius) {
        long begun = System.nanoTime();
        int threads = Runtime.getRuntime().availableProcessors();
        int pairs = Pairing.of(a, b, radius, threads)
                .find(Find.EACH, new MatchCounts(radius, b.rows()))
                .count();
        double took = (System.nanoTime() - begun) * 1e-9;
        if (pairs == 0) {
            throw new IllegalStateException("no pairs: the files are not those of this bench");
        }
        return took;
    }

    private static SkyPlaces places(Path file) {
        var table = (StreamedTable) TableFile.open(file, TableSelection.automatic());
        int rows = Math.toIntExact(table.rowCount().orElseThrow());
        var places = new SkyPlaces(new double[rows], new double[rows]);
        int at = 0;
        try (BlockReader reader = table.read(List.of("ra", "dec"))) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                System.arraycopy(values(reader.column(0)), 0, places.raDeg(), at, count);
                System.arraycopy(values(reader.column(1)), 0, places.decDeg(), at, count);
                at += count;
            }
        }
        return places;
    }

    private static double[] values(ColumnBuffer column) {
        return ((ColumnBuffer.Doubles) column).values();
    }
}
