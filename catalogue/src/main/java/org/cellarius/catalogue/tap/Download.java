package org.cellarius.catalogue.tap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.cellarius.catalogue.text.FormatSniffer;

/** Takes an answer to a file of bounded size, and looks whether it is a whole VOTable that says that all is well. */
record Download(Conversation conversation, TapSettings settings, TapProgress progress) {

    private static final int FIRST_BYTES = 1 << 14;
    private static final long LOOK_BYTES = 1L << 26;
    private static final long ROOM_LEFT_BYTES = 1L << 28;

    TapAnswer to(Path file, Reply reply, String adql) {
        store(file, reply);
        byte[] first = first(file);
        FirstWords words = FirstWords.of(first);
        if (words.isHtml()) {
            throw new ServiceFailure("the service answered with a page of HTML instead of a table: '" + words.shown()
                    + "'. Is " + reply.address() + " the address of a TAP service?");
        }
        if (!words.isXml()) {
            throw new ServiceFailure("the service answered with something that is no VOTable: "
                    + (words.shown().isEmpty() ? "nothing" : "'" + words.shown() + "'"));
        }
        QueryStatus status = status(file);
        String error = status.error();
        if (error != null) {
            throw Conversation.wrongQuery(error, adql);
        }
        String broken = status.broken();
        if (broken != null || !status.votable()) {
            throw new ServiceFailure("the VOTable that came is cut short or damaged"
                    + (broken == null ? "" : ": " + broken) + ". Nothing was written; try again");
        }
        return new TapAnswer(file, status.overflow());
    }

    void store(Path file, Reply reply) {
        byte[] buffer = new byte[1 << 16];
        long stored = 0;
        long looked = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            int read = read(reply, buffer);
            while (read >= 0) {
                stored += read;
                if (stored > settings.largestBytes()) {
                    throw new ServiceFailure(
                            "the answer is larger than " + settings.largestBytes()
                                    + " bytes, and was broken off. Ask for fewer rows or columns, or allow more with --max-size");
                }
                if (stored - looked > LOOK_BYTES) {
                    looked = stored;
                    if (Files.getFileStore(file).getUsableSpace() < ROOM_LEFT_BYTES) {
                        throw new ServiceFailure(
                                "the disk is nearly full, and the answer was broken off. Free some space, or choose another folder");
                    }
                }
                out.write(buffer, 0, read);
                progress.received(stored);
                read = read(reply, buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trouble with reading is the network's, trouble with writing the disk's. */
    private int read(Reply reply, byte[] buffer) {
        try {
            return reply.body().read(buffer);
        } catch (IOException e) {
            throw conversation.trouble(reply.address(), e);
        }
    }

    private static byte[] first(Path file) {
        try (InputStream in = open(file)) {
            return in.readNBytes(FIRST_BYTES);
        } catch (IOException e) {
            throw new ServiceFailure(
                    "the answer is damaged: " + e.getMessage() + ". Nothing was written; try again", e);
        }
    }

    private static QueryStatus status(Path file) {
        try (InputStream in = open(file)) {
            return QueryStatus.of(in);
        } catch (IOException e) {
            throw new ServiceFailure(
                    "the answer is cut short or damaged: " + e.getMessage() + ". Nothing was written; try again", e);
        }
    }

    /** Archives send files of gzip also without saying so in the header. */
    private static InputStream open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return InputStream.nullInputStream();
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return FormatSniffer.isGzipped(file) ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
