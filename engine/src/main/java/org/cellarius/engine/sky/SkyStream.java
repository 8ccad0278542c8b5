package org.cellarius.engine.sky;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.SkySide;
import org.cellarius.galaxy.sky.ChanceMatches;
import org.cellarius.galaxy.sky.SkyPlaces;

/**
 * The places of a table of any length, read by a thread of its own a few thousand rows ahead. What is kept of rows that have
 * passed is a bit for those that moved, and the sample with which chance is estimated.
 */
public final class SkyStream implements SkyPart.Source, AutoCloseable {

    private static final int PARTS_AHEAD = 32;

    /** What the thread hands over: a part, or how it ended. */
    private record Handed(Optional<SkyPart> part, Optional<RuntimeException> failure) {}

    private final BlockingQueue<Handed> queue = new ArrayBlockingQueue<>(PARTS_AHEAD);
    private final Thread thread;
    private final BitSet moved = new BitSet();
    private final int sampleStep;
    private double[] sampleRa;
    private double[] sampleDec;
    private int sampled;
    private long placed;
    private boolean ended;

    public SkyStream(Engine engine, SkySide side, Progress progress) {
        long rows = side.table().rows();
        this.sampleStep = ChanceMatches.step(rows);
        this.sampleRa = new double[(int) (rows / sampleStep + 1)];
        this.sampleDec = new double[sampleRa.length];
        // A connection of its own, made here: the other one is busy from now on.
        Engine beside = engine.beside();
        this.thread = new Thread(() -> read(beside, side, progress), "places");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Engine beside, SkySide side, Progress progress) {
        try (beside) {
            var next = new Object() {
                int row;
            };
            SkyReader.scan(
                    beside,
                    side,
                    (rows, in) -> {
                        double[] ra = new double[rows];
                        double[] dec = new double[rows];
                        var movedHere = new BitSet();
                        SkyReader.place(side.motion().map(SkySide.Motion::epochs), rows, in, ra, dec, 0, movedHere, 0);
                        synchronized (moved) {
                            for (int i = movedHere.nextSetBit(0); i >= 0; i = movedHere.nextSetBit(i + 1)) {
                                moved.set(next.row + i);
                            }
                        }
                        hand(new Handed(
                                Optional.of(new SkyPart(next.row, new SkyPlaces(ra, dec), 0, rows)), Optional.empty()));
                        next.row += rows;
                    },
                    progress);
            hand(new Handed(Optional.empty(), Optional.empty()));
        } catch (GivenUp e) {
            return;
        } catch (RuntimeException e) {
            try {
                hand(new Handed(Optional.empty(), Optional.of(e)));
            } catch (GivenUp alone) {
                return;
            }
        }
    }

    /** Nobody wants the rest. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void hand(Handed handed) {
        try {
            queue.put(handed);
        } catch (InterruptedException e) {
            throw new GivenUp();
        }
    }

    @Override
    public Optional<SkyPart> next() {
        if (ended) {
            return Optional.empty();
        }
        Handed handed;
        try {
            handed = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("the match was interrupted", e);
        }
        if (handed.failure().isPresent()) {
            throw handed.failure().get();
        }
        ended = handed.part().isEmpty();
        handed.part().ifPresent(this::remember);
        return handed.part();
    }

    private void remember(SkyPart part) {
        SkyPlaces places = part.places();
        for (int k = 0; k < part.rows(); k++) {
            placed += places.has(k) ? 1 : 0;
        }
        int first = (sampleStep - part.first() % sampleStep) % sampleStep;
        for (int k = first; k < part.rows(); k += sampleStep) {
            sampleRa[sampled] = places.raDeg()[k];
            sampleDec[sampled] = places.decDeg()[k];
            sampled++;
        }
    }

    /** Whether a row that has passed was carried to the epoch of the match. */
    public boolean moved(int row) {
        synchronized (moved) {
            return moved.get(row);
        }
    }

    /** Rows that were carried, of those that have passed. */
    public long movedRows() {
        synchronized (moved) {
            return moved.cardinality();
        }
    }

    /** Rows with a place, of those that have passed. */
    public long placed() {
        return placed;
    }

    /** Places of rows evenly spread, of those that have passed. */
    public SkyPlaces sample() {
        return new SkyPlaces(Arrays.copyOf(sampleRa, sampled), Arrays.copyOf(sampleDec, sampled));
    }

    @Override
    public void close() {
        thread.interrupt();
        queue.clear();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
