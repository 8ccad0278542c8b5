package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.Partial;

/** A statistic over rows that come by once: they are put into blocks, blocks into parts. */
final class PassingFold<S> {

    private final Partial<S> partial;
    private final PartedFold<S> parts;
    private double[][] block;
    private int filled;
    private List<double[][]> blocks = new ArrayList<>();

    PassingFold(Partial<S> partial, PartThreads threads) {
        this.partial = partial;
        this.parts = new PartedFold<>(partial, threads);
        this.block = newBlock();
    }

    private double[][] newBlock() {
        return new double[partial.columns()][PartedFold.BLOCK_ROWS];
    }

    void accept(double[][] in, int[] taken, int count) {
        int done = 0;
        while (done < count) {
            int more = Math.min(count - done, PartedFold.BLOCK_ROWS - filled);
            for (int k = 0; k < block.length; k++) {
                double[] from = in[k];
                double[] into = block[k];
                for (int i = 0; i < more; i++) {
                    into[filled + i] = from[taken[done + i]];
                }
            }
            done += more;
            filled += more;
            if (filled == PartedFold.BLOCK_ROWS) {
                blocks.add(block);
                block = newBlock();
                filled = 0;
                if (blocks.size() == PartedFold.PART_BLOCKS) {
                    close(0);
                }
            }
        }
    }

    /** Ends a part; its last block holds that many rows, the others are full. */
    private void close(int inLast) {
        List<double[][]> whole = blocks;
        double[][] last = block;
        parts.add(() -> {
            S state = partial.empty();
            for (double[][] one : whole) {
                state = partial.fold(state, PartedFold.BLOCK_ROWS, one);
            }
            return inLast > 0 ? partial.fold(state, inLast, last) : state;
        });
        blocks = new ArrayList<>();
    }

    S state() {
        if (filled > 0 || !blocks.isEmpty()) {
            close(filled);
            block = newBlock();
            filled = 0;
        }
        return parts.state();
    }
}
