package org.cellarius.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bundled fonts, DejaVu Sans 2.37. They are read as files, past the font machinery of the Java platform: that one needs the
 * fonts of the machine, and fits outlines to its pixels.
 */
@SuppressWarnings("ImmutableEnumChecker") // the font is only read, under the lock of its enum constant
enum Typeface {
    REGULAR("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf"),
    OBLIQUE("DejaVuSans-Oblique.ttf");

    /** Drawn for what the font lacks. */
    private static final int UNKNOWN = 0xFFFD;

    private final String file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    Typeface(String file) {
        this.file = file;
        try (InputStream stream = open(file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font " + file, e);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = Typeface.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IOException("no resource " + file + " beside " + Typeface.class.getName());
        }
        return stream;
    }

    /** The font's file, for embedding. */
    InputStream open() throws IOException {
        return open(file);
    }

    /** {@code text} with every character that the font lacks replaced by one that says so. */
    String known(String text) {
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> glyphs.getGlyphId(character) == 0 ? UNKNOWN : character)
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    /** How far {@code text} reaches along its baseline, in points. */
    double widthPt(String text, double sizePt) {
        return text.codePoints().mapToDouble(this::advance).sum() * sizePt / unitsPerEm;
    }

    /** The shapes of the letters, y downwards, in points, starting at (0, 0) on the baseline. */
    synchronized Path2D outline(String text, double sizePt) {
        Path2D path = new Path2D.Double();
        AffineTransform pen = AffineTransform.getScaleInstance(sizePt / unitsPerEm, -sizePt / unitsPerEm);
        for (int character : text.codePoints().toArray()) {
            path.append(glyph(character).getPathIterator(pen), false);
            pen.translate(advance(character), 0);
        }
        return path;
    }

    double unitsPerEm() {
        return unitsPerEm;
    }

    /** The shape of a letter in units of the font, y upwards. */
    synchronized Path2D glyph(int character) {
        try {
            GlyphData data = font.getGlyph().getGlyph(glyphs.getGlyphId(character));
            return data == null ? new Path2D.Double() : data.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException("broken glyph in " + file, e);
        }
    }

    /** From the start of a letter to that of the next, in units of the font. */
    synchronized double advance(int character) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(character));
        } catch (IOException e) {
            throw new UncheckedIOException("broken metrics in " + file, e);
        }
    }
}
