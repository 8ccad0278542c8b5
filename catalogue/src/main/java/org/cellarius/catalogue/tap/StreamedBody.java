package org.cellarius.catalogue.tap;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, as they come: at most one delivery is held, and silence longer than allowed is an exception.
 * Java's own stream of an answer waits for ever.
 */
final class StreamedBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {

    /** What the network brings: bytes, the end, or a failure. */
    private record Delivery(
            List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

    private final Duration silence;
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> here = new ArrayDeque<>();
    private volatile Flow.@Nullable Subscription subscription;
    private boolean ended;

    /** @param silence longest time without a byte */
    StreamedBody(Duration silence) {
        this.silence = silence;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        deliveries.add(new Delivery(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        deliveries.add(new Delivery(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        deliveries.add(new Delivery(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            ByteBuffer next = here.peek();
            if (next == null) {
                take();
            } else if (next.hasRemaining()) {
                int many = Math.min(length, next.remaining());
                next.get(into, offset, many);
                return many;
            } else {
                here.remove();
                Flow.Subscription asked = subscription;
                if (here.isEmpty() && asked != null) {
                    asked.request(1);
                }
            }
        }
        return -1;
    }

    private void take() throws IOException {
        try {
            Delivery delivery = deliveries.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
            if (delivery == null) {
                close();
                throw new HttpTimeoutException("no more bytes came");
            }
            if (delivery.failure() != null) {
                ended = true;
                throw new IOException(String.valueOf(delivery.failure().getMessage()), delivery.failure());
            }
            ended = delivery.last();
            here.addAll(delivery.bytes());
            Flow.Subscription asked = subscription;
            if (here.isEmpty() && !ended && asked != null) {
                asked.request(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        ended = true;
        here.clear();
        Flow.Subscription given = subscription;
        if (given != null) {
            given.cancel();
        }
    }
}
