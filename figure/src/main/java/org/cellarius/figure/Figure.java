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
 * @param rowHeights heights of the rows in units of the usual one; empty where all are as high
 * @param title above all panels, with the markup of {@link RichText}; may be empty
 */
public record Figure(
        String altText, List<Panel> panels, int columns, FigureSize size, List<Double> rowHeights, String title) {

    /** Without a title. */
    public Figure(String altText, List<Panel> panels, int columns, FigureSize size, List<Double> rowHeights) {
        this(altText, panels, columns, size, rowHeights, "");
    }

    /** Rows that are all as high. */
    public Figure(String altText, List<Panel> panels, int columns, FigureSize size) {
        this(altText, panels, columns, size, List.of());
    }

    public Figure {
        panels = List.copyOf(panels);
        rowHeights = List.copyOf(rowHeights);
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
        if (!rowHeights.isEmpty() && rowHeights.size() != (panels.size() + columns - 1) / columns) {
            throw new IllegalArgumentException(
                    "figure '" + altText + "' has heights for " + rowHeights.size() + " rows");
        }
        if (!rowHeights.stream().allMatch(h -> h > 0 && h <= 10)) {
            throw new IllegalArgumentException("figure '" + altText + "': a row is " + rowHeights + " as high");
        }
    }

    /** The same on paper of another size. */
    public Figure sized(FigureSize other) {
        return new Figure(altText, panels, columns, other, rowHeights, title);
    }

    /** The same with as many columns as its paper has room for, where its rows are equally high. */
    public Figure fitting() {
        Figure fewer = this;
        while (!Drawing.fits(fewer)
                && fewer.columns > 1
                && rowHeights.stream().distinct().count() < 2) {
            int next = fewer.columns - 1;
            int rows = rowHeights.isEmpty() ? 0 : (panels.size() + next - 1) / next;
            List<Double> heights = rows == 0 ? List.of() : java.util.Collections.nCopies(rows, rowHeights.getFirst());
            fewer = new Figure(altText, panels, next, size, heights, title);
        }
        return fewer;
    }

    /** The same with rows that are all so high, in units of the usual height. */
    public Figure withRows(double height) {
        int rows = (panels.size() + columns - 1) / columns;
        return new Figure(altText, panels, columns, size, java.util.Collections.nCopies(rows, height), title);
    }

    /** The height of a row, in units of the usual one. */
    double rowHeight(int row) {
        return rowHeights.isEmpty() ? 1 : rowHeights.get(row);
    }

    /** The heights of the rows before this one, together. */
    double heightAbove(int row) {
        double above = 0;
        for (int i = 0; i < row; i++) {
            above += rowHeight(i);
        }
        return above;
    }

    /** One panel in one column of a journal. */
    public static Figure of(String altText, Panel panel) {
        return new Figure(altText, List.of(panel), 1, FigureSize.SINGLE_COLUMN);
    }

    int rows() {
        return (panels.size() + columns - 1) / columns;
    }
}
