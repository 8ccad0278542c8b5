package org.cellarius.figure;

import java.util.List;

/**
 * Panels in rows, all equally big and aligned, to be written by {@link FigureWriter}. Neighbours with equal axes share their
 * tick labels.
 *
 * @param altText what the figure shows, in words, for readers who cannot see it
 * @param panels the panels, row by row
 * @param columns panels per row
 * @param size size on paper
 */
public record Figure(String altText, List<Panel> panels, int columns, FigureSize size) {

    public Figure {
        panels = List.copyOf(panels);
        if (altText.isBlank()) {
            throw new IllegalArgumentException("a figure needs a text for readers who cannot see it");
        }
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("figure '" + altText + "' has no panel");
        }
        if (columns < 1) {
            throw new IllegalArgumentException("figure '" + altText + "' has " + columns + " columns");
        }
        columns = Math.min(columns, panels.size());
    }

    /** One panel in one column of a journal. */
    public static Figure of(String altText, Panel panel) {
        return new Figure(altText, List.of(panel), 1, FigureSize.SINGLE_COLUMN);
    }

    int rows() {
        return (panels.size() + columns - 1) / columns;
    }
}
