package org.cellarius.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds places for {@link Note}s and {@link Mark}s, remembers the room they take, and draws them. */
final class Annotations {

    private static final double MARK_PT = 3.4;

    private static final long MOST_LINES_ABOVE = 2;

    /** A mark under a note is worse than ink. */
    private static final double MARK_WEIGHT = 1e6;

    private final PlotArea area;
    private final List<Consumer<Canvas>> drawn = new ArrayList<>();
    private final Map<Note.Corner, Double> usedPt = new EnumMap<>(Note.Corner.class);
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Rectangle2D> arrows = new ArrayList<>();
    private final List<Rectangle2D> marks = new ArrayList<>();
    private final List<Rectangle2D> notes = new ArrayList<>();
    private boolean covering;
    private final Ink ink;

    /**
     * @param ink what is drawn already
     */
    Annotations(PlotArea area, Ink ink) {
        this.area = area;
        this.ink = ink;
    }

    /**
     * All notes and marks of a panel.
     *
     * @param above the notes that stand above the panel instead; may be empty
     */
    static Annotations of(PlotArea area, Panel panel, String above) {
        var annotations = new Annotations(area, Ink.of(area, panel));
        // Arrows first: notes keep clear of them.
        panel.layers().stream()
                .filter(OutsidePoints.class::isInstance)
                .map(OutsidePoints.class::cast)
                .forEach(annotations::outside);
        panel.layers().stream()
                .filter(Mark.class::isInstance)
                .map(Mark.class::cast)
                .forEach(annotations::mark);
        panel.layers().stream()
                .filter(Note.class::isInstance)
                .map(Note.class::cast)
                .filter(note -> !moved(note, above))
                .forEach(annotations::note);
        return annotations;
    }

    void draw(Canvas canvas) {
        drawn.forEach(one -> one.accept(canvas));
    }

    /** Whether a note may stand above the panel where no corner has room for it: it is short enough for a line there. */
    private static boolean movable(Note note, double boxWidthPt) {
        return note.corner() == Note.Corner.EMPTIEST
                && note.text().lines().count() <= MOST_LINES_ABOVE
                && RichText.of(inALine(note), Measures.SMALL_PT).widthPt() <= boxWidthPt;
    }

    private static boolean moved(Note note, String above) {
        return note.corner() == Note.Corner.EMPTIEST && above.contains(inALine(note));
    }

    private static String inALine(Note note) {
        return note.text().lines().collect(Collectors.joining(", "));
    }

    /** The notes of a panel that may stand above it, in a line. */
    static String above(Panel panel, double boxWidthPt) {
        return panel.layers().stream()
                .filter(Note.class::isInstance)
                .map(Note.class::cast)
                .filter(note -> movable(note, boxWidthPt))
                .map(Annotations::inALine)
                .collect(Collectors.joining(", "));
    }

    /** Whether a note that might stand above the panel covers something. */
    boolean covering() {
        return covering;
    }

    /** Height taken by notes in a corner, in points. */
    double usedPt(Note.Corner corner) {
        return usedPt.getOrDefault(corner, 0.0);
    }

    /** Places of notes. */
    List<Rectangle2D> notes() {
        return notes;
    }

    /** Places that are no longer free. */
    List<Rectangle2D> taken() {
        return taken;
    }

    /** What is drawn already. */
    Ink ink() {
        return ink;
    }

    void note(Note note) {
        List<RichText> lines = note.text()
                .lines()
                .map(line -> RichText.of(line, Measures.SMALL_PT))
                .toList();
        double height = lines.size() * Measures.LINE_PT;
        double width = lines.stream().mapToDouble(RichText::widthPt).max().orElse(0);
        Note.Corner corner = note.corner() == Note.Corner.EMPTIEST ? emptiest(width, height) : note.corner();
        covering |= movable(note, area.box().getWidth()) && covered(corner, width, height) > 0;
        Rectangle2D box = area.box();
        while (usedPt(corner) < 0.5 * box.getHeight() && onArrow(corner, width, height)) {
            usedPt.merge(corner, 1.0, Double::sum);
        }
        double top = corner.top()
                ? box.getMinY() + Measures.INSET_PT + usedPt(corner)
                : box.getMaxY() - Measures.INSET_PT - usedPt(corner) - height;
        double x = corner.left() ? box.getMinX() + Measures.INSET_PT : box.getMaxX() - Measures.INSET_PT;
        for (int i = 0; i < lines.size(); i++) {
            RichText line = lines.get(i);
            double start = corner.left() ? x : x - line.widthPt();
            double baseline = top + i * Measures.LINE_PT + 0.5 * (Measures.LINE_PT + line.capHeightPt());
            drawn.add(canvas -> canvas.textWithRim(line, start, baseline));
            var place = new Rectangle2D.Double(start, top + i * Measures.LINE_PT, line.widthPt(), Measures.LINE_PT);
            taken.add(place);
            notes.add(place);
        }
        usedPt.merge(corner, height, Double::sum);
    }

    /** Keeps the places of arrows and their numbers free. */
    void outside(OutsidePoints layer) {
        List<Rectangle2D> places = OutsidePainter.arrows(area, layer).stream()
                .map(OutsidePainter::placeOf)
                .toList();
        arrows.addAll(places);
        taken.addAll(places);
    }

    /** Whether a text of that size would lie on an arrow if it came next in the corner. */
    private boolean onArrow(Note.Corner corner, double width, double height) {
        Rectangle2D box = area.box();
        double away = Measures.INSET_PT + usedPt(corner);
        var place = new Rectangle2D.Double(
                corner.left() ? box.getMinX() + Measures.INSET_PT : box.getMaxX() - Measures.INSET_PT - width,
                corner.top() ? box.getMinY() + away : box.getMaxY() - away - height,
                width,
                height);
        return arrows.stream().anyMatch(place::intersects);
    }

    /** The corner in which a text of that size covers least. */
    private Note.Corner emptiest(double width, double height) {
        Note.Corner best = Note.Corner.TOP_RIGHT;
        double least = Double.POSITIVE_INFINITY;
        for (Note.Corner corner : List.of(
                Note.Corner.TOP_RIGHT, Note.Corner.TOP_LEFT, Note.Corner.BOTTOM_LEFT, Note.Corner.BOTTOM_RIGHT)) {
            double covered = covered(corner, width, height);
            if (covered < least) {
                least = covered;
                best = corner;
            }
        }
        return best;
    }

    /** Ink under a text of that size in a corner. */
    private double covered(Note.Corner corner, double width, double height) {
        Rectangle2D box = area.box();
        double away = Measures.INSET_PT + usedPt(corner);
        var place = new Rectangle2D.Double(
                corner.left() ? box.getMinX() : box.getMaxX() - width - 2 * Measures.INSET_PT,
                corner.top() ? box.getMinY() : box.getMaxY() - away - height - Measures.INSET_PT,
                width + 2 * Measures.INSET_PT,
                away + height + Measures.INSET_PT);
        return ink.under(place)
                + MARK_WEIGHT * marks.stream().filter(place::intersects).count();
    }

    /** Says in the middle of the panel that there is nothing to see. */
    static void noData(Canvas canvas, PlotArea area) {
        RichText text = RichText.of("no data", Measures.LABEL_PT);
        Rectangle2D box = area.box();
        canvas.textWithRim(text, box.getCenterX() - 0.5 * text.widthPt(), box.getCenterY() + 0.5 * text.capHeightPt());
    }

    void mark(Mark mark) {
        double x = area.xPt(mark.x());
        double y = area.yPt(mark.y());
        Rectangle2D box = area.box();
        if (!box.contains(x, y)) {
            return;
        }
        RichText label = RichText.of(mark.label(), Measures.SMALL_PT);
        if (mark.kind() == Mark.Kind.NONE) {
            drawn.add(c -> c.textWithRim(label, x - 0.5 * label.widthPt(), y + 0.5 * label.capHeightPt()));
            return;
        }
        drawn.add(canvas -> symbol(canvas, mark.kind(), x, y));
        takenByMark(new Rectangle2D.Double(x - MARK_PT, y - MARK_PT, 2 * MARK_PT, 2 * MARK_PT));
        if (!label.isEmpty()) {
            label(label, x, y);
        }
    }

    private void label(RichText label, double x, double y) {
        Rectangle2D box = area.box();
        double away = 1.9 * MARK_PT;
        boolean fitsRight = x + away + label.widthPt() + 2 < box.getMaxX();
        double start = fitsRight ? x + away : x - away - label.widthPt();
        double half = 0.5 * label.capHeightPt();
        double baseline = Math.clamp(y + half, box.getMinY() + 2 * half + 3, box.getMaxY() - 3);
        drawn.add(canvas -> canvas.textWithRim(label, start, baseline));
        takenByMark(new Rectangle2D.Double(start, baseline - 2 * half, label.widthPt(), 2 * half));
    }

    private void takenByMark(Rectangle2D place) {
        taken.add(place);
        marks.add(place);
    }

    private static void symbol(Canvas canvas, Mark.Kind kind, double x, double y) {
        switch (kind) {
            case SUN -> sun(canvas, x, y);
            case GALACTIC_CENTRE -> rimmed(canvas, SymbolShape.cross(x, y, 1.3 * MARK_PT, 0.14, 0));
            case STAR -> rimmed(canvas, SymbolShape.star(x, y, 1.3 * MARK_PT));
            case CROSS -> rimmed(canvas, SymbolShape.cross(x, y, 1.3 * MARK_PT, 0.14, 45));
            case NONE -> {}
        }
    }

    private static void sun(Canvas canvas, double x, double y) {
        Ellipse2D circle = new Ellipse2D.Double(x - MARK_PT, y - MARK_PT, 2 * MARK_PT, 2 * MARK_PT);
        canvas.stroke(circle, Measures.PAPER, 2.6);
        canvas.fill(circle, Measures.PAPER);
        canvas.stroke(circle, Measures.INK, 0.9);
        double dot = 1.1;
        canvas.fill(new Ellipse2D.Double(x - dot, y - dot, 2 * dot, 2 * dot), Measures.INK);
    }

    private static void rimmed(Canvas canvas, Path2D shape) {
        canvas.stroke(shape, Measures.PAPER, 2);
        canvas.fill(shape, Measures.INK);
    }
}
