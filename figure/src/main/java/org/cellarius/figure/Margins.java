package org.cellarius.figure;

/** Everything on the paper that is not inside a box, in points. */
final class Margins {

    private final double[] leftPt;
    private final double[] abovePt;
    private final double lastRightPt;
    private final double totalWidthPt;
    private final double totalHeightPt;

    private Margins(double[] leftPt, double[] abovePt, double lastRightPt, double barPt, double belowPt) {
        this.leftPt = leftPt;
        this.abovePt = abovePt;
        this.lastRightPt = lastRightPt;
        this.totalWidthPt = leftPt[leftPt.length - 1] + lastRightPt + barPt + Measures.EDGE_PT;
        this.totalHeightPt = abovePt[abovePt.length - 1] + belowPt + Measures.EDGE_PT;
    }

    /** Behind the label of a colour bar, which must not be taken for one of the next panel. */
    private static final double BAR_GAP_PT = 9;

    static Margins of(Figure figure, Displaced displaced, Grid grid, double boxHeightPt) {
        double[] left = new double[figure.columns()];
        left[0] = Measures.EDGE_PT + grid.leftPt(0);
        for (int column = 1; column < left.length; column++) {
            left[column] = left[column - 1]
                    + gap(grid.rightPt(column - 1), grid.leftPt(column))
                    + (grid.bars(column - 1) ? BAR_GAP_PT : 0);
        }
        double[] above = new double[figure.rows()];
        int titles = FigureLayout.titleLines(figure).size();
        above[0] = Measures.EDGE_PT
                + (titles == 0 ? 0 : Measures.TITLE_PT + (titles - 1) * Measures.LINE_PT)
                + grid.topPt(0);
        for (int row = 1; row < above.length; row++) {
            above[row] = above[row - 1] + gap(grid.bottomPt(row - 1), grid.topPt(row));
        }
        int rows = figure.rows();
        double barHeight = figure.heightAbove(rows) * boxHeightPt + above[rows - 1] - above[0];
        double bar = Grid.sharedScale(figure)
                .map(scale -> ColourBar.roomPt(scale, barHeight))
                .orElse(0.0);
        double below =
                grid.bottomPt(rows - 1) + displaced.sharedPt(figure.size().widthMm() * Measures.PT_PER_MM);
        return new Margins(left, above, grid.rightPt(left.length - 1), bar, below);
    }

    /** Bare frames stand close together; labels keep some distance to the next frame. */
    private static double gap(double afterPt, double beforePt) {
        double apart = afterPt > 0 && beforePt > 0 ? Measures.PANEL_GAP_PT : 0.5 * Measures.PANEL_GAP_PT;
        return Math.max(Measures.PANEL_GAP_PT, afterPt + beforePt + apart);
    }

    /** Sum of all margins left of a column. */
    double leftOfPt(int column) {
        return leftPt[column];
    }

    /** Sum of all margins above a row. */
    double aboveOfPt(int row) {
        return abovePt[row];
    }

    /** Room that the last column needs to its right. */
    double lastRightPt() {
        return lastRightPt;
    }

    double totalWidthPt() {
        return totalWidthPt;
    }

    double totalHeightPt() {
        return totalHeightPt;
    }
}
