package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.tap.LostJob;
import org.cellarius.catalogue.tap.TapAnswer;
import org.cellarius.catalogue.tap.TapClient;
import org.cellarius.catalogue.tap.TapJob;
import org.cellarius.catalogue.tap.TapQuery;
import org.cellarius.catalogue.tap.TapService;
import org.cellarius.catalogue.tap.TapSettings;
import org.jspecify.annotations.Nullable;

/** One question to an archive: makes the job or finds it again, keeps its address until the table is written. */
final class ArchiveQuery implements AutoCloseable {

    /**
     * What came.
     *
     * @param job the job that it came from; empty for one request
     */
    record Reply(TapAnswer answer, Optional<TapJob> job) {}

    private final TapClient client;
    private final QueryProgress progress = new QueryProgress();
    private final Path target;
    private final Path answer;
    private @Nullable RememberedJob remembered;
    private @Nullable Thread farewell;

    ArchiveQuery(TapSettings settings, Path target, Path answer) {
        this.client = new TapClient(settings, progress);
        this.target = target;
        this.answer = answer;
    }

    Reply atOnce(TapService service, TapQuery query) {
        return new Reply(client.sync(service, query, answer), Optional.empty());
    }

    Reply resumed(TapJob job) {
        return finished(job, "");
    }

    /** @param files the tables sent along, part of the question by their sizes and times */
    Reply byJob(TapService service, TapQuery query, List<Path> files) {
        RememberedJob memory = RememberedJob.beside(target, question(service, query, files));
        remembered = memory;
        Optional<TapJob> before = memory.job();
        if (before.isPresent()) {
            progress.note("going on with the job " + before.get().address());
            try {
                return finished(before.get(), query.adql());
            } catch (InputError | LostJob e) {
                // Deleted at the archive, or failed there: asked anew, which shows an error of the query again.
                progress.note("that job is of no more use: " + e.getMessage());
                memory.forget();
            }
        }
        memory.otherJob()
                .ifPresent(j ->
                        progress.note("the unfinished job of another query is forgotten; it is at " + j.address()));
        TapJob job = client.create(service, query);
        memory.keep(job);
        System.err.println("job: " + job.address());
        try {
            return finished(job, query.adql());
        } catch (InputError | LostJob e) {
            memory.forget();
            client.delete(job);
            throw e;
        }
    }

    /** The table is written: the job may go. */
    void done(Reply got) {
        got.job().ifPresent(client::delete);
        RememberedJob memory = remembered;
        if (memory != null) {
            memory.forget();
        }
    }

    private Reply finished(TapJob job, String adql) {
        sayHowToGoOn(job);
        client.await(job, adql);
        return new Reply(client.fetch(job, answer), Optional.of(job));
    }

    /** On Ctrl-C the job stays at the archive. */
    private void sayHowToGoOn(TapJob job) {
        removeFarewell();
        Thread last = new Thread(
                () -> System.err.println(
                        "cellarius: the job goes on at the archive. The same command takes it up again, or: cellarius query --resume "
                                + job.address() + " -o " + target),
                "tell-about-the-job");
        Runtime.getRuntime().addShutdownHook(last);
        farewell = last;
    }

    private void removeFarewell() {
        Thread last = farewell;
        farewell = null;
        if (last != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(last);
            } catch (IllegalStateException e) {
                // The program is ending, and the thread has its say.
                System.getLogger(ArchiveQuery.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
            }
        }
    }

    private static List<String> question(TapService service, TapQuery query, List<Path> files) {
        var parts = new ArrayList<>(List.of(
                service.address().toString(), query.adql(), query.maxrec().toString()));
        query.uploads().forEach(u -> parts.add(u.name()));
        for (Path file : files) {
            parts.add(file.toAbsolutePath() + " " + file.toFile().length() + " "
                    + file.toFile().lastModified());
        }
        return parts;
    }

    @Override
    public void close() {
        removeFarewell();
        client.close();
    }
}
