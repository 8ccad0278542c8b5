package org.cellarius.figure;

import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A figure that is laid out once and written in several formats. What is shown as an image is painted once for all of them. For one thread at a time.
 */
public final class Drawing {

    private final Figure figure;
    private final FigureLayout layout;
    private final Rasters rasters = new Rasters();
    private Optional<Element> svg = Optional.empty();

    private Drawing(Figure figure) {
        this.figure = figure;
        this.layout = FigureLayout.of(figure);
    }

    public static Drawing of(Figure figure) {
        return new Drawing(figure);
    }

    /** Whether the panels of the figure have room on its paper. */
    public static boolean fits(Figure figure) {
        return FigureLayout.fits(figure);
    }

    /** Whether words of the figure find no room in its panels: notes or legends are larger than they, or tick labels touch. */
    public static boolean crowded(Figure figure) {
        return FigureLayout.of(figure).crowded();
    }

    /** A complete SVG document, in its size on paper. */
    public String svg() {
        return SvgOutput.document(painted(), figure, layout);
    }

    /**
     * An {@code <svg>} element to stand in an HTML page, as wide as its surroundings.
     *
     * @param idPrefix begins every id in it; different for each figure on the page
     */
    public String inlineSvg(String idPrefix) {
        return SvgOutput.inline(painted(), figure, layout, idPrefix);
    }

    /** A PNG image with {@code dpi} pixels per inch. */
    public byte[] png(int dpi) {
        return PngOutput.bytes(layout, rasters, dpi);
    }

    /** A PDF document of one page, in its size on paper. */
    public byte[] pdf() {
        return PdfOutput.bytes(figure, layout, rasters);
    }

    private Element painted() {
        if (svg.isEmpty()) {
            svg = Optional.of(SvgOutput.painted(layout, rasters));
        }
        return svg.orElseThrow();
    }
}
