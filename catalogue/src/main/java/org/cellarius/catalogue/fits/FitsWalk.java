package org.cellarius.catalogue.fits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.fits.FitsHeader;
import uk.ac.starlink.fits.FitsUtil;

/** Walks the header-data units of a file from its first byte to its last. */
final class FitsWalk {
    private static final int BLOCK_BYTES = 2880;

    /** More than any survey's header; a longer one is an attack or garbage. */
    private static final int MOST_HEADER_BYTES = 16 << 20;

    private static final int MOST_UNITS = 10_000;
    private static final int MOST_COLUMNS = 32_767;

    private final Path path;
    private final InputStream in;
    private final List<HeaderDataUnit> units = new ArrayList<>();
    private long position;

    private FitsWalk(Path path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    /**
     * All units, the last perhaps incomplete.
     *
     * @throws InputError if not even the first header is whole, or a header makes no sense
     */
    static List<HeaderDataUnit> unitsOf(FitsBytes bytes) {
        try (InputStream in = bytes.openAt(0)) {
            FitsWalk walk = new FitsWalk(bytes.path(), in);
            while (walk.units.size() < MOST_UNITS && walk.step()) {}
            return List.copyOf(walk.units);
        } catch (IOException e) {
            throw (bytes.gzipped()
                            ? new InputError(
                                    "the compressed file ends early or is damaged: " + e.getMessage(),
                                    bytes.path().toString(),
                                    "Fetch it again; `gzip -t` tells whether it is whole")
                            : new InputError(
                                    "the FITS file cannot be read: " + e.getMessage(),
                                    bytes.path().toString(),
                                    "The file is damaged: fetch it again"))
                    .withCause(e);
        }
    }

    private boolean step() throws IOException {
        Optional<FitsHeader> read = nextHeader();
        if (read.isEmpty()) {
            return false;
        }
        FitsHeader header = read.get();
        HeaderDataUnit.Kind kind = kindOf(header);
        long promised = promisedBytes(header);
        long start = position;
        long present = skip(promised);
        skip((BLOCK_BYTES - promised % BLOCK_BYTES) % BLOCK_BYTES);
        long rows = kind == HeaderDataUnit.Kind.COMPRESSED_TABLE && header.getLongValue("ZNAXIS2") != null
                ? whole(header, "ZNAXIS2")
                : kind == HeaderDataUnit.Kind.OTHER ? 0 : whole(header, "NAXIS2");
        if (kind != HeaderDataUnit.Kind.OTHER && whole(header, "TFIELDS") > MOST_COLUMNS) {
            throw senseless("TFIELDS is " + whole(header, "TFIELDS"));
        }
        String name = header.getStringValue("EXTNAME") == null
                ? ""
                : header.getStringValue("EXTNAME").strip();
        units.add(new HeaderDataUnit(units.size(), kind, name, header, rows, start, promised, present));
        return present == promised;
    }

    /** The next header; empty at the end of the file and where something else than a header follows the last unit. */
    private Optional<FitsHeader> nextHeader() throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            byte[] block = in.readNBytes(BLOCK_BYTES);
            position += block.length;
            if (blocks.isEmpty() && !units.isEmpty() && !startsExtension(block)) {
                return Optional.empty();
            }
            if (block.length < BLOCK_BYTES || blocks.size() * (long) BLOCK_BYTES >= MOST_HEADER_BYTES) {
                if (!units.isEmpty()) {
                    return Optional.empty();
                }
                throw new InputError(
                        "the FITS header has no END card",
                        path.toString(),
                        "The file is cut short or no FITS file: fetch it again");
            }
            blocks.add(block);
            ended = hasEndCard(block);
        }
        byte[] all = new byte[blocks.size() * BLOCK_BYTES];
        for (int i = 0; i < blocks.size(); i++) {
            System.arraycopy(blocks.get(i), 0, all, i * BLOCK_BYTES, BLOCK_BYTES);
        }
        try {
            return Optional.of(FitsUtil.readHeader(new ByteArrayInputStream(all)));
        } catch (IOException | RuntimeException e) {
            throw senseless(String.valueOf(e.getMessage())).withCause(e);
        }
    }

    private static boolean startsExtension(byte[] block) {
        byte[] word = "XTENSION".getBytes(StandardCharsets.US_ASCII);
        return block.length >= word.length && Arrays.equals(block, 0, word.length, word, 0, word.length);
    }

    private static boolean hasEndCard(byte[] block) {
        for (int card = 0; card < BLOCK_BYTES; card += 80) {
            if (block[card] == 'E' && block[card + 1] == 'N' && block[card + 2] == 'D' && block[card + 3] == ' ') {
                return true;
            }
        }
        return false;
    }

    private HeaderDataUnit.Kind kindOf(FitsHeader header) {
        String extension = text(header.getStringValue("XTENSION"));
        return switch (extension) {
            case "BINTABLE", "A3DTABLE" ->
                isTrue(header, "ZTABLE")
                        ? HeaderDataUnit.Kind.COMPRESSED_TABLE
                        : isTrue(header, "ZIMAGE")
                                ? HeaderDataUnit.Kind.COMPRESSED_IMAGE
                                : HeaderDataUnit.Kind.BINARY_TABLE;
            case "TABLE" -> HeaderDataUnit.Kind.ASCII_TABLE;
            default -> HeaderDataUnit.Kind.OTHER;
        };
    }

    private static boolean isTrue(FitsHeader header, String key) {
        return Boolean.TRUE.equals(header.getBooleanValue(key));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** |BITPIX|/8 x GCOUNT x (PCOUNT + NAXIS1 x ... x NAXISn), equation 1 of the standard. */
    private long promisedBytes(FitsHeader header) {
        long axes = whole(header, "NAXIS");
        if (axes == 0) {
            return 0;
        }
        try {
            long cells = 1;
            for (int i = 1; i <= axes; i++) {
                cells = Math.multiplyExact(cells, whole(header, "NAXIS" + i));
            }
            long groups = header.getLongValue("GCOUNT") == null ? 1 : whole(header, "GCOUNT");
            long extra = header.getLongValue("PCOUNT") == null ? 0 : whole(header, "PCOUNT");
            long width = Math.abs(number(header, "BITPIX")) / 8;
            return Math.multiplyExact(width * groups, Math.addExact(extra, cells));
        } catch (ArithmeticException e) {
            throw senseless("its size overflows").withCause(e);
        }
    }

    private long whole(FitsHeader header, String key) {
        long value = number(header, key);
        if (value < 0) {
            throw senseless(key + " is " + value);
        }
        return value;
    }

    private long number(FitsHeader header, String key) {
        try {
            Long value = header.getLongValue(key);
            if (value != null) {
                return value;
            }
        } catch (RuntimeException e) {
            throw senseless(key + " is no integer").withCause(e);
        }
        throw senseless(key + " is missing");
    }

    private InputError senseless(String why) {
        return new InputError(
                "the header of FITS unit " + units.size() + " makes no sense: " + why,
                path.toString(),
                "The file is damaged or was written by a faulty program: fetch it again");
    }

    private long skip(long bytes) throws IOException {
        long gone = FitsBytes.skip(in, bytes);
        position += gone;
        return gone;
    }
}
