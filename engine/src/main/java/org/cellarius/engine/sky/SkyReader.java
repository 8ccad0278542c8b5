package org.cellarius.engine.sky;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.SkySide;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.EpochColumns;
import org.cellarius.galaxy.frame.EpochColumns.Depth;
import org.cellarius.galaxy.frame.EpochColumns.Names;
import org.cellarius.galaxy.frame.EpochColumns.RadialMotion;
import org.cellarius.galaxy.frame.EpochKernel;
import org.cellarius.galaxy.frame.Epochs;
import org.cellarius.galaxy.sky.SkyPlaces;

/** Reads where a table's rows are on the sky, at the epoch of the match. 16 bytes a row. */
public final class SkyReader {

    /** Memory that places, zones, neighbours and pairs of a row take. */
    public static final long BYTES_PER_ROW = 80;

    private static final EpochColumns TANGENTIAL = new EpochColumns(RadialMotion.NEGLECTED, Depth.PARALLAX, Names.NEW);

    private SkyReader() {}

    /**
     * Places of all rows.
     *
     * @param places where they are at the epoch of the match; those without a known motion where they were
     * @param moved rows that were carried there
     * @param errorsArcsec circular errors, arcsec, where they count; else empty
     */
    public record Sky(SkyPlaces places, BitSet moved, double[] errorsArcsec) {}

    /** All rows at once. */
    public static Sky read(Engine engine, SkySide side, Progress progress) {
        double[] ra = new double[(int) side.table().rows()];
        double[] dec = new double[ra.length];
        double[] errorsArcsec = new double[side.error().isPresent() ? ra.length : 0];
        var moved = new BitSet();
        var next = new Object() {
            int row;
        };
        scan(
                engine,
                side,
                (rows, in) -> {
                    place(side.motion().map(SkySide.Motion::epochs), rows, in, ra, dec, next.row, moved, next.row);
                    if (side.error().isPresent()) {
                        takeErrors(rows, in[in.length - 1], errorsArcsec, ra, next.row);
                    }
                    next.row += rows;
                },
                progress);
        return new Sky(new SkyPlaces(ra, dec), moved, errorsArcsec);
    }

    /** A row without an error has no limit, and so no place in the match. */
    private static void takeErrors(int rows, double[] read, double[] errorsArcsec, double[] ra, int at) {
        for (int i = 0; i < rows; i++) {
            errorsArcsec[at + i] = read[i];
            if (!(read[i] >= 0 && read[i] < Double.POSITIVE_INFINITY)) {
                ra[at + i] = Double.NaN;
            }
        }
    }

    /** The rows block by block: right ascension, declination (deg), the motion of a side that moves, errors where they count. */
    static void scan(Engine engine, SkySide side, Engine.BlockConsumer consumer, Progress progress) {
        var wanted = new ArrayList<>(List.of(side.ra(), side.dec()));
        side.motion().ifPresent(m -> wanted.addAll(List.of(m.pmra(), m.pmdec())));
        side.error().ifPresent(wanted::add);
        engine.scan(Selection.of(side.table(), wanted), consumer, progress);
    }

    /**
     * Puts the places of a block into arrays, at the epoch of the match.
     *
     * @param epochs how the block's stars are carried there; empty where they stay
     * @param in right ascension, declination (deg) and, with epochs, their motions (mas/yr) by row
     * @param at where in the arrays
     * @param firstRow the number of the block's first row in the table, for {@code moved}
     */
    static void place(
            Optional<Epochs> epochs,
            int rows,
            double[][] in,
            double[] ra,
            double[] dec,
            int at,
            BitSet moved,
            int firstRow) {
        System.arraycopy(in[0], 0, ra, at, rows);
        System.arraycopy(in[1], 0, dec, at, rows);
        if (epochs.isEmpty()) {
            return;
        }
        var kernel = new EpochKernel(epochs.get(), TANGENTIAL);
        double[][] out = new double[kernel.outputs().size()][rows];
        var status = new StarStatus[rows];
        kernel.apply(rows, in, out, status);
        for (int i = 0; i < rows; i++) {
            if (status[i] == StarStatus.OK) {
                ra[at + i] = out[0][i];
                dec[at + i] = out[1][i];
                moved.set(firstRow + i);
            }
        }
    }
}
