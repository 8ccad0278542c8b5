package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.figure.FigureLayout.PlacedPanel;
import org.junit.jupiter.api.Test;

/** Legends, notes, titles and labels of colour bars lie on no data, do not leave the paper and have 7 pt at least. */
class RoomForWordsTest {

    private static final Axis X = Axis.of("*{R}", "kpc", 0, 10);
    private static final Axis Y = Axis.of("[Fe/H]", "dex", 0, 10);

    /** Points everywhere in a panel. */
    private static Points everywhere(String legend) {
        double[] x =
                IntStream.range(0, 10_000).mapToDouble(i -> 0.1 * (i % 100)).toArray();
        double[] y = IntStream.range(0, 10_000)
                .mapToDouble(i -> 0.1 * Math.floorDiv(i, 100))
                .toArray();
        return new Points(x, y, PointStyle.dots(Palette.BLUE), legend);
    }

    private static Panel series(String title, int n) {
        var lines = new ArrayList<Layer>();
        for (int k = 0; k < n; k++) {
            double level = 10.0 * k / n;
            lines.add(new Line(
                    new double[] {0, 10},
                    new double[] {level, level + 0.3},
                    LineStyle.series(k),
                    "very-old-and-thick-disc-stars, " + k + " ≤ *{R} < " + (k + 1) + " kpc"));
        }
        return Panel.of(title, X, Y, lines);
    }

    private static void liesOutside(FigureLayout layout) {
        Rectangle2D paper = new Rectangle2D.Double(0, 0, layout.widthPt(), layout.heightPt());
        for (LegendSpot spot : layout.legends()) {
            assertThat(paper.contains(spot.place()))
                    .as("%s on %s", spot.place(), paper)
                    .isTrue();
            assertThat(layout.panels()).noneMatch(p -> p.area().box().intersects(spot.place()));
            assertThat(layout.legends())
                    .filteredOn(other -> !other.equals(spot))
                    .noneMatch(other -> other.place().intersects(spot.place()));
        }
    }

    @Test
    void aLegendWithoutAFreePlaceStandsBelowTheFigure() {
        FigureLayout layout = FigureLayout.of(Figure.of("full", Panel.of("", X, Y, List.of(everywhere("stars")))));
        assertThat(layout.panels().getFirst().legend()).isEmpty();
        assertThat(layout.legends()).hasSize(1);
        liesOutside(layout);
    }

    @Test
    void aLegendOfThirtyLinesStaysOnThePaper() {
        for (int panels = 1; panels <= 3; panels++) {
            var all = new ArrayList<Panel>();
            for (int p = 0; p < panels; p++) {
                all.add(series("panel " + p, 30));
            }
            FigureLayout layout = FigureLayout.of(new Figure("many", all, 3, FigureSize.ofPanels(panels)));
            // All panels say the same: it is said once.
            assertThat(layout.legends()).hasSize(1);
            liesOutside(layout);
        }
    }

    @Test
    void legendsThatDifferStandBelowTheirPanels() {
        List<Panel> all = List.of(series("a", 12), series("b", 9), series("c", 14), series("d", 9));
        FigureLayout layout = FigureLayout.of(new Figure("many", all, 3, FigureSize.DOUBLE_COLUMN));
        assertThat(layout.legends()).hasSize(4);
        liesOutside(layout);
        for (int p = 0; p < 4; p++) {
            Rectangle2D box = layout.panels().get(p).area().box();
            assertThat(layout.legends().get(p).place().getMinX()).isGreaterThanOrEqualTo(box.getMinX() - 0.01);
            assertThat(layout.legends().get(p).place().getMaxX()).isLessThanOrEqualTo(box.getMaxX() + 0.01);
            assertThat(layout.legends().get(p).place().getMinY()).isGreaterThan(box.getMaxY());
        }
    }

    @Test
    void legendsOfARowStandAlike() {
        Panel full = Panel.of("", X, Y, List.of(everywhere("N = 10,000")));
        FigureLayout layout = FigureLayout.of(
                new Figure("row", List.of(full, series("", 2), series("", 2)), 2, FigureSize.DOUBLE_COLUMN));
        assertThat(layout.legends()).hasSize(2);
        assertThat(layout.panels()).extracting(p -> p.legend().isPresent()).containsExactly(false, false, true);
        liesOutside(layout);
    }

    @Test
    void aLegendWithAFreePlaceStaysInside() {
        FigureLayout layout = FigureLayout.of(Figure.of("few", series("", 2)));
        assertThat(layout.legends()).isEmpty();
        assertThat(layout.panels().getFirst().legend()).isPresent();
    }

    @Test
    void aNoteWithoutAFreeCornerStandsAboveThePanel() {
        Panel full = Panel.of(
                "0.25 ≤ |*{Z}| < 0.5 kpc", X, Y, List.of(everywhere(""), new Note("N = 12,345", Note.Corner.EMPTIEST)));
        for (int columns = 1; columns <= 4; columns++) {
            var figure = new Figure("full", Collections.nCopies(4, full), columns, FigureSize.SINGLE_COLUMN);
            for (PlacedPanel placed : FigureLayout.of(figure).panels()) {
                assertThat(placed.annotations().taken()).isEmpty();
                PanelHeading heading = placed.heading();
                assertThat(heading.note().isEmpty()).isFalse();
                double width = placed.area().box().getWidth();
                double title = heading.title().getLast().widthPt();
                assertThat(heading.apart() || title + heading.note().widthPt() + 5 < width)
                        .isTrue();
            }
        }
        // Those of a row stand alike.
        Panel empty = Panel.of("", X, Y, List.of(new Note("N = 1", Note.Corner.EMPTIEST)));
        assertThat(FigureLayout.of(new Figure("row", List.of(full, empty, empty), 2, FigureSize.DOUBLE_COLUMN))
                        .panels())
                .extracting(p -> p.heading().note().isEmpty())
                .containsExactly(false, false, true);
        // Two lines become one, where it is not wider than the panel.
        Panel two = Panel.of("", X, Y, List.of(everywhere(""), new Note("part\nN = 12", Note.Corner.EMPTIEST)));
        PanelHeading heading =
                FigureLayout.of(Figure.of("two", two)).panels().getFirst().heading();
        assertThat(heading.note().runs().getFirst().text()).isEqualTo("part, N = 12");
        Panel free = Panel.of("", X, Y, List.of(new Note("N = 12,345", Note.Corner.EMPTIEST)));
        assertThat(FigureLayout.of(Figure.of("free", free))
                        .panels()
                        .getFirst()
                        .annotations()
                        .taken())
                .hasSize(1);
    }

    /** The labels of colour bars of flat panels: more lines, none below 7 pt, none cut. */
    @Test
    void labelsOfColourBarsKeepTheirSize() {
        Cells cells = Cells.grid(new double[] {0, 1, 2}, new double[] {0, 1}, new double[] {0.5, 1.5});
        for (double height : new double[] {27, 40, 60}) {
            var panels = new ArrayList<Panel>();
            for (String label : List.of("Mean [Fe/H], difference", "Error of the median [Fe/H]", "Number of stars")) {
                panels.add(new Panel(
                        label,
                        X,
                        Y,
                        List.of(cells),
                        Optional.of(new ColourScale(ColourMap.VIRIDIS, label, "dex", 0, 1)),
                        false,
                        LegendPlace.BEST));
            }
            FigureLayout layout = FigureLayout.of(new Figure("bars", panels, 3, FigureSize.of(180, height)));
            for (ColourBar bar : layout.bars()) {
                List<RichText> lines = AxisText.barLabel(
                        bar.scale().axis(), bar.ticks(), bar.place().getHeight());
                assertThat(lines)
                        .allMatch(line -> line.sizePt() >= Measures.SMALL_PT)
                        .allMatch(line -> line.widthPt() <= layout.heightPt());
            }
            // The label is nearer to its bar than to the next panel.
            Rectangle2D first = layout.bars().getFirst().place();
            double end = first.getMaxX()
                    + ColourBar.roomPt(layout.bars().getFirst().scale(), first.getHeight())
                    - Measures.BAR_GAP_PT
                    - Measures.BAR_WIDTH_PT;
            assertThat(layout.panels().get(1).area().box().getMinX() - end).isGreaterThan(8);
        }
    }

    @Test
    void longTitlesTakeMoreLines() {
        String title = "Gradients of the very old and of the very young stars of the survey in slices of height";
        Panel panel = Panel.of(title, X, Y, List.of());
        var figure =
                new Figure("long", List.of(panel, panel), 2, FigureSize.SINGLE_COLUMN, List.of(), title + ", " + title);
        FigureLayout layout = FigureLayout.of(figure);
        assertThat(layout.titleLines()).hasSizeGreaterThan(1).allMatch(l -> l.widthPt() < layout.widthPt());
        for (PlacedPanel placed : layout.panels()) {
            Rectangle2D box = placed.area().box();
            assertThat(placed.heading().title())
                    .hasSizeGreaterThan(2)
                    .allMatch(l -> l.sizePt() >= Measures.SMALL_PT && l.widthPt() <= box.getWidth());
            assertThat(box.getMinY())
                    .isGreaterThan(Measures.LINE_PT
                            * (layout.titleLines().size()
                                    + placed.heading().title().size()));
        }
    }

    @Test
    void fewerColumnsWhereThePaperHasNoRoomForAll() {
        var figure = new Figure("row", Collections.nCopies(12, series("", 2)), 12, FigureSize.SINGLE_COLUMN);
        assertThat(Drawing.fits(figure)).isFalse();
        assertThat(Drawing.fits(figure.fitting())).isTrue();
        assertThat(figure.fitting().columns()).isBetween(2, 11);
    }

    @Test
    void aNoteLargerThanItsPanelCrowdsTheFigure() {
        Panel panel = Panel.of(
                "",
                X,
                Y,
                List.of(new Note(
                        "N = 9,289\nslope −0.0344 ± 0.0010 dex/kpc\nintercept 0.1241 ± 0.0089 dex\nrms 0.281 dex",
                        Note.Corner.EMPTIEST)));
        var small = new Figure("small", Collections.nCopies(4, panel), 2, FigureSize.of(88, 50));
        assertThat(Drawing.crowded(small)).isTrue();
        assertThat(Drawing.crowded(small.sized(FigureSize.DOUBLE_COLUMN))).isFalse();
    }

    @Test
    void unitsAreWrittenAsJournalsDo() {
        assertThat(PrintedUnit.of("Stars per area", "1/deg2")).isEqualTo("deg^{−2}");
        assertThat(PrintedUnit.of("Stars per area", "1/kpc2")).isEqualTo("kpc^{−2}");
        assertThat(PrintedUnit.of("Stars per area", "1/(kpc dex)")).isEqualTo("kpc^{−1} dex^{−1}");
        assertThat(PrintedUnit.of("Area", "kpc2")).isEqualTo("kpc^{2}");
        assertThat(PrintedUnit.of("log g", "log(cm/s2)")).isEmpty();
        assertThat(PrintedUnit.of("gravity", "log(cm/s2)")).isEqualTo("log(cm/s^{2})");
        assertThat(PrintedUnit.of("slope", "dex/kpc")).isEqualTo("dex/kpc");
        assertThat(PrintedUnit.of("density", "kpc^{−1}")).isEqualTo("kpc^{−1}");
        assertThat(PrintedUnit.of("V", "km/s")).isEqualTo("km/s");
        assertThat(PrintedUnit.of("density", "M2/pc")).isEqualTo("M^{2}/pc");
    }

    @Test
    void seriesAfterTheEighthHaveOtherDashes() {
        assertThat(Dash.afterColours(0)).isEqualTo(Dash.afterColours(7)).isNotEqualTo(Dash.afterColours(8));
    }

    @Test
    void linesBreakAfterCommas() {
        List<String> lines = BrokenText.within("Median [Fe/H], 0 ≤ |Z| < 0.5 kpc", 7, Typeface.REGULAR, 80).stream()
                .map(line -> line.runs().getFirst().text())
                .toList();
        assertThat(lines).containsExactly("Median [Fe/H],", "0 ≤ |Z| < 0.5 kpc");
    }

    @Test
    void lettersOfAxesAreNeverBelowSevenPoint() {
        Panel panel = Panel.of(
                "",
                Axis.of("Metallicity of the stars as the survey gives it", "dex", 0, 1),
                Axis.of("Metallicity of the stars as the survey gives it", "dex", 0, 1),
                List.of());
        var figure = new Figure("axes", Collections.nCopies(6, panel), 3, FigureSize.of(88, 60));
        for (PlacedPanel placed : FigureLayout.of(figure).panels()) {
            Rectangle2D box = placed.area().box();
            for (RichText line : AxisText.xLabel(placed.plan(), box.getWidth())) {
                assertThat(line.sizePt()).isGreaterThanOrEqualTo(Measures.SMALL_PT);
            }
            for (RichText line : AxisText.yLabel(placed.plan(), box.getHeight())) {
                assertThat(line.sizePt()).isGreaterThanOrEqualTo(Measures.SMALL_PT);
            }
        }
    }
}
