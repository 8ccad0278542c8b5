package org.cellarius.catalogue.tap;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.tap.Conversation.Method;

/**
 * Asks archives by TAP 1.1: at once ({@link #sync}), or by a job that is created, waited for, fetched and deleted.
 *
 * <p>Every method throws {@link InputError} where the archive refuses the query, and {@link ServiceFailure} where the archive or
 * the network fails.
 */
public final class TapClient implements AutoCloseable {

    private static final int DOCUMENT_BYTES = 4 << 20;

    private final TapSettings settings;
    private final TapProgress progress;
    private final Conversation conversation;

    public TapClient(TapSettings settings, TapProgress progress) {
        this.settings = settings;
        this.progress = progress;
        this.conversation = new Conversation(settings);
    }

    /** One request, one table, into a file that the caller names. */
    public TapAnswer sync(TapService service, TapQuery query, Path file) {
        var form = Optional.of(RequestForm.of(query));
        try (Reply reply = conversation.ask(Method.POST, service.at("/sync"), form, query.shown())) {
            return download().to(file, reply, query.shown());
        }
    }

    /** A job, created and not yet told to run. */
    public TapJob create(TapService service, TapQuery query) {
        var form = Optional.of(RequestForm.of(query));
        URI at = service.at("/async");
        for (int hop = 0; hop <= settings.redirections(); hop++) {
            try (Reply reply = conversation.once(Method.POST, at, form)) {
                if (reply.status() >= 400) {
                    throw conversation.refusal(reply, query.shown());
                }
                URI location = reply.location()
                        .orElseThrow(() -> new ServiceFailure("the service at " + reply.address()
                                + " made no job: it says '"
                                + FirstWords.of(reply.firstBytes(1 << 14, settings.silence()))
                                        .shown() + "'"));
                if (!location.getPath().endsWith("/async")) {
                    return new TapJob(location);
                }
                // The service itself has moved, or is asked by https now.
                at = location;
            }
        }
        throw new ServiceFailure("the service redirects more than " + settings.redirections() + " times, to " + at);
    }

    /**
     * Waits until a job is over, telling it to run where it waits for that; gives back normally if its table is there.
     *
     * @param adql the query, for messages; may be empty
     */
    public void await(TapJob job, String adql) {
        JobDocument now = read(job, Optional.empty());
        if (now.phase() == JobPhase.PENDING || now.phase() == JobPhase.HELD) {
            run(job);
            now = read(job, Optional.empty());
        }
        progress.phase(now.phase());
        Duration pause = settings.firstPause();
        while (!now.phase().isOver()) {
            long before = System.nanoTime();
            JobDocument next = read(job, now.waits() ? Optional.of(now.phase()) : Optional.empty());
            if (next.phase() == now.phase()) {
                Duration took = Duration.ofNanos(System.nanoTime() - before);
                rest(pause.minus(took));
                pause = longer(pause);
            } else {
                progress.phase(next.phase());
                pause = settings.firstPause();
            }
            now = next;
        }
        checkDone(job, now, adql);
    }

    /** The table of a job that is done. */
    public TapAnswer fetch(TapJob job, Path file) {
        JobDocument document = read(job, Optional.empty());
        URI table = document.result().isEmpty()
                ? job.part("results/result")
                : job.address().resolve(document.result());
        table = TapService.address(table.toString(), job.address().toString());
        try (Reply reply = conversation.ask(Method.GET, table, Optional.empty(), "")) {
            return download().to(file, reply, "");
        }
    }

    /** Deletes a job at the archive; one that cannot be deleted is noted, for archives delete them some day. */
    public void delete(TapJob job) {
        try (Reply reply = conversation.once(Method.DELETE, job.address(), Optional.empty())) {
            if (reply.status() >= 400) {
                progress.note("the archive did not delete the job " + job.address() + " (HTTP " + reply.status() + ")");
            }
        } catch (ServiceFailure e) {
            progress.note("the job " + job.address() + " was not deleted: " + e.getMessage());
        }
    }

    private void run(TapJob job) {
        var form = Optional.of(RequestForm.of("PHASE", "RUN"));
        try (Reply reply = conversation.once(Method.POST, job.part("phase"), form)) {
            if (reply.status() >= 400) {
                throw conversation.refusal(reply, "");
            }
        }
    }

    /** Asks for a job, if need be again: one missed answer in an hour of waiting is no reason to give up. */
    private JobDocument read(TapJob job, Optional<JobPhase> known) {
        Duration pause = settings.firstPause();
        for (int failures = 0; ; failures++) {
            try {
                return once(job, known);
            } catch (ServiceFailure e) {
                if (failures == settings.retries() || Thread.currentThread().isInterrupted()) {
                    throw new ServiceFailure(e.getMessage() + ". The job goes on at the archive: " + job.address(), e);
                }
                rest(pause);
                pause = longer(pause);
            }
        }
    }

    private JobDocument once(TapJob job, Optional<JobPhase> known) {
        // An archive may answer late: half the silence that is allowed.
        long wait = Math.min(30, settings.silence().toSeconds() / 2);
        URI address = known.isEmpty() || wait == 0
                ? job.address()
                : URI.create(job.address() + "?WAIT=" + wait + "&PHASE=" + known.get());
        try (Reply reply = conversation.ask(Method.GET, address, Optional.empty(), "")) {
            return JobDocument.of(conversation.document(reply, DOCUMENT_BYTES), job.address());
        }
    }

    private void checkDone(TapJob job, JobDocument document, String adql) {
        switch (document.phase()) {
            case COMPLETED -> {}
            case ERROR -> throw Conversation.wrongQuery(reason(job, document), adql);
            case ABORTED ->
                throw new LostJob("the archive aborted the job " + job.address()
                        + (document.error().isEmpty() ? ", perhaps because it took too long" : ": " + document.error())
                        + ". Ask for less at a time");
            case ARCHIVED -> throw new LostJob("the table of the job " + job.address() + " is deleted. Ask again");
            case PENDING, QUEUED, EXECUTING, UNKNOWN, HELD, SUSPENDED ->
                throw new IllegalStateException("a job that is not over: " + document.phase());
        }
    }

    /** The error document says more than the summary, where there is one. */
    private String reason(TapJob job, JobDocument document) {
        try (Reply reply = conversation.ask(Method.GET, job.part("error"), Optional.empty(), "")) {
            byte[] bytes = reply.firstBytes(1 << 16, settings.silence());
            String message =
                    QueryStatus.of(new java.io.ByteArrayInputStream(bytes)).error();
            if (message != null) {
                return message;
            }
        } catch (ServiceFailure | InputError | java.io.IOException e) {
            progress.note("the archive's error document cannot be read");
        }
        return document.error().isEmpty() ? "it gives no reason" : document.error();
    }

    private Duration longer(Duration pause) {
        Duration half = pause.plus(pause.dividedBy(2));
        return half.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : half;
    }

    private static void rest(Duration pause) {
        if (pause.isNegative()) {
            return;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailure("the query was interrupted", e);
        }
    }

    private Download download() {
        return new Download(conversation, settings, progress);
    }

    @Override
    public void close() {
        conversation.close();
    }
}
