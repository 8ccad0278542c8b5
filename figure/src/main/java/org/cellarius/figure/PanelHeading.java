package org.cellarius.figure;

import java.util.List;

/**
 * What stands above a panel: its title, and a note that found no place inside. A title without a note is centred; beside one both stand at the ends of a line.
 *
 * @param title its lines
 * @param note the note
 * @param apart whether the note has a line of its own
 */
record PanelHeading(List<RichText> title, RichText note, boolean apart) {

    /** Between a title and a note beside it, in points. */
    private static final double GAP_PT = 8;

    static PanelHeading of(String title, String note, double widthPt) {
        List<RichText> lines =
                title.isEmpty() ? List.of() : AxisText.lines(title, Measures.LABEL_PT, Typeface.REGULAR, widthPt);
        RichText small = RichText.of(note, Measures.SMALL_PT);
        double used = lines.isEmpty() ? 0 : lines.getLast().widthPt() + GAP_PT;
        return new PanelHeading(lines, small, !small.isEmpty() && used + small.widthPt() > widthPt);
    }

    /** As the others of its row. */
    PanelHeading withNoteApart() {
        return new PanelHeading(title, note, !note.isEmpty());
    }

    /** Whether the title begins at the left end, the note ending at the right one. */
    boolean beside() {
        return !note.isEmpty() && !apart;
    }

    double heightPt() {
        int lines = title.size() + (!note.isEmpty() && (apart || title.isEmpty()) ? 1 : 0);
        return lines == 0 ? 0 : Measures.TITLE_PT + (lines - 1) * Measures.LINE_PT;
    }
}
