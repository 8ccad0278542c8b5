package org.cellarius.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.EpochColumns;
import org.cellarius.galaxy.frame.EpochColumns.Depth;
import org.cellarius.galaxy.frame.EpochColumns.Names;
import org.cellarius.galaxy.frame.EpochColumns.RadialMotion;
import org.cellarius.galaxy.frame.EpochKernel;
import org.cellarius.galaxy.sky.SkyPlaces;

/** Reads where a table's rows are on the sky, at the epoch of the match. 16 bytes a row. */
final class SkyReader implements Engine.BlockConsumer {

    private static final EpochColumns TANGENTIAL = new EpochColumns(RadialMotion.NEGLECTED, Depth.PARALLAX, Names.NEW);

    private final SkySide side;
    private final double[] ra;
    private final double[] dec;
    private final double[] errors;
    private final BitSet moved = new BitSet();
    private int rows;

    private SkyReader(SkySide side) {
        this.side = side;
        this.ra = new double[(int) side.table().rows()];
        this.dec = new double[(int) side.table().rows()];
        this.errors = new double[side.error().isPresent() ? ra.length : 0];
    }

    /**
     * Places of all rows.
     *
     * @param places where they are at the epoch of the match; those without a known motion where they were
     * @param moved rows that were carried there
     * @param errorsArcsec circular errors, arcsec, where they count; else empty
     */
    record Sky(SkyPlaces places, BitSet moved, double[] errorsArcsec) {}

    static Sky read(Engine engine, SkySide side, Progress progress) {
        var reader = new SkyReader(side);
        var wanted = new ArrayList<>(List.of(side.ra(), side.dec()));
        side.motion().ifPresent(m -> wanted.addAll(List.of(m.pmra(), m.pmdec())));
        side.error().ifPresent(wanted::add);
        engine.scan(Selection.of(side.table(), wanted), reader, progress);
        return new Sky(new SkyPlaces(reader.ra, reader.dec), reader.moved, reader.errors);
    }

    @Override
    public void accept(int more, double[][] in) {
        System.arraycopy(in[0], 0, ra, rows, more);
        System.arraycopy(in[1], 0, dec, rows, more);
        side.motion().ifPresent(m -> move(new EpochKernel(m.epochs(), TANGENTIAL), more, in));
        side.error().ifPresent(e -> takeErrors(more, in[in.length - 1]));
        rows += more;
    }

    /** A row without an error has no limit, and so no place in the match. */
    private void takeErrors(int more, double[] read) {
        for (int i = 0; i < more; i++) {
            errors[rows + i] = read[i];
            if (!(read[i] >= 0 && read[i] < Double.POSITIVE_INFINITY)) {
                ra[rows + i] = Double.NaN;
            }
        }
    }

    private void move(EpochKernel kernel, int more, double[][] in) {
        double[][] out = new double[kernel.outputs().size()][more];
        var status = new StarStatus[more];
        kernel.apply(more, in, out, status);
        for (int i = 0; i < more; i++) {
            if (status[i] == StarStatus.OK) {
                ra[rows + i] = out[0][i];
                dec[rows + i] = out[1][i];
                moved.set(rows + i);
            }
        }
    }
}
