package org.cellarius.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a panel's legend explains.
 *
 * @param entries its lines, column by column
 * @param columns number of columns
 */
record Legend(List<Entry> entries, int columns) {

    private static final double COLUMN_GAP_PT = 10;

    /** Width of a piece of line left of the text, in points. */
    private static final double STROKE_SAMPLE_PT = 17;

    /** Width of a symbol left of the text, in points. */
    private static final double SYMBOL_SAMPLE_PT = 7;

    /** Between the sample and the text. */
    static final double SAMPLE_GAP_PT = 4.5;

    /**
     * One line.
     *
     * @param words its words
     * @param text the same as drawn
     * @param layers the layers that bear them, from back to front; empty where the line goes on with the words of the one before
     */
    record Entry(String words, RichText text, List<Layer> layers) {}

    static Legend of(Panel panel) {
        Map<String, List<Layer>> byText = new LinkedHashMap<>();
        for (Layer layer : panel.layers()) {
            String text = text(layer);
            if (!text.isBlank()) {
                byText.computeIfAbsent(text, key -> new ArrayList<>()).add(layer);
            }
        }
        List<Entry> entries = new ArrayList<>();
        byText.forEach((text, layers) -> entries.add(new Entry(text, RichText.of(text, Measures.SMALL_PT), layers)));
        return new Legend(List.copyOf(entries), 1);
    }

    private static String text(Layer layer) {
        return switch (layer) {
            case Points points -> points.legend();
            case OutsidePoints ignored -> "";
            case ErrorBars bars -> bars.legend();
            case Line line -> line.legend();
            case Band band -> band.legend();
            case Steps steps -> steps.legend();
            case ReferenceLine line -> line.legend();
            case Coloured ignored -> "";
            case Density ignored -> "";
            case Mark ignored -> "";
            case Note ignored -> "";
        };
    }

    /** Width of the samples left of the texts: narrow where there are only symbols. */
    double samplePt() {
        boolean symbols = entries.stream()
                .flatMap(entry -> entry.layers().stream())
                .allMatch(layer -> layer instanceof Points || layer instanceof ErrorBars);
        return symbols ? SYMBOL_SAMPLE_PT : STROKE_SAMPLE_PT;
    }

    private double columnPt() {
        double widest = entries.stream()
                .mapToDouble(entry -> entry.text().widthPt())
                .max()
                .orElse(0);
        return samplePt() + SAMPLE_GAP_PT + widest;
    }

    int rows() {
        return (entries.size() + columns - 1) / columns;
    }

    /** The same in more columns. */
    Legend in(int more) {
        return new Legend(entries, more);
    }

    /** In as many columns as the width holds; lines too long for one column go on in the next. */
    Legend within(double roomPt) {
        int most = entries.size();
        while (most > 1 && in(most).widthPt() > roomPt) {
            most--;
        }
        int needed = in(most).rows();
        Legend shaped = in((entries.size() + needed - 1) / needed);
        return shaped.widthPt() <= roomPt ? shaped : broken(roomPt);
    }

    private Legend broken(double roomPt) {
        double textPt = roomPt - samplePt() - SAMPLE_GAP_PT;
        var lines = new ArrayList<Entry>();
        for (Entry entry : entries) {
            List<RichText> texts = BrokenText.within(entry.words(), Measures.SMALL_PT, Typeface.REGULAR, textPt);
            for (int i = 0; i < texts.size(); i++) {
                lines.add(new Entry(entry.words(), texts.get(i), i == 0 ? entry.layers() : List.of()));
            }
        }
        return new Legend(List.copyOf(lines), 1);
    }

    /** Whether the other says the same of things that look the same. */
    boolean sameAs(Legend other) {
        return looks().equals(other.looks());
    }

    private List<List<Object>> looks() {
        return entries.stream()
                .map(entry -> {
                    var look = new ArrayList<Object>(List.of(entry.words()));
                    entry.layers().forEach(layer -> look.add(look(layer)));
                    return List.copyOf(look);
                })
                .toList();
    }

    private static Object look(Layer layer) {
        return switch (layer) {
            case Points points -> points.style();
            case ErrorBars bars -> bars.style();
            case Line line -> line.style();
            case ReferenceLine line -> line.style();
            case Band band -> band.colour();
            case Steps steps -> steps.style();
            case OutsidePoints ignored -> "";
            case Coloured ignored -> "";
            case Density ignored -> "";
            case Mark ignored -> "";
            case Note ignored -> "";
        };
    }

    /** Left edge of an entry, from the left edge of the legend, in points. */
    double leftOfPt(int entry) {
        int column = entry / rows();
        return column * (columnPt() + COLUMN_GAP_PT);
    }

    /** Middle of an entry, from the upper edge of the legend, in points. */
    double middleOfPt(int entry) {
        return (entry % rows() + 0.5) * Measures.LINE_PT;
    }

    double widthPt() {
        return columns * columnPt() + (columns - 1) * COLUMN_GAP_PT;
    }

    double heightPt() {
        return rows() * Measures.LINE_PT;
    }
}
