package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Figures at the size of a journal's column: letters of at least 7 pt, rows of different heights, small files. */
class PrintedSizeTest {

    private static final String LONG =
            "Metallicity of the stars [Fe/H] as the survey's pipeline gives it after all corrections";

    private static Panel panel(String x, String y, List<Layer> layers) {
        return Panel.of("", Axis.of(x, "kpc", 4, 12), Axis.of(y, "dex", -1, 0.5), layers);
    }

    @Test
    void longLabelsTakeTwoLinesOfSevenPoint() {
        var layout = FigureLayout.of(Figure.of("long", panel("R", LONG, List.of())));
        var placed = layout.panels().getFirst();
        List<RichText> lines =
                AxisText.yLabel(placed.plan(), placed.area().box().getHeight());
        assertThat(lines).hasSize(2);
        assertThat(lines.stream()
                        .flatMap(l -> l.runs().stream())
                        .map(RichText.Run::text)
                        .collect(Collectors.joining(" ")))
                .contains("Metallicity of the stars")
                .contains("corrections (dex)");
        // The box gives way to them: neither line leaves the paper.
        var shorter = FigureLayout.of(Figure.of("short", panel("R", "[Fe/H]", List.of())));
        assertThat(placed.area().box().getMinX()
                        - shorter.panels().getFirst().area().box().getMinX())
                .isCloseTo(Measures.LINE_PT, within(0.5));
    }

    @Test
    void aLabelThatFitsKeepsItsSize() {
        var layout = FigureLayout.of(Figure.of("short", panel("R", "[Fe/H]", List.of())));
        var placed = layout.panels().getFirst();
        List<RichText> lines =
                AxisText.yLabel(placed.plan(), placed.area().box().getHeight());
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().sizePt()).isEqualTo(Measures.LABEL_PT);
    }

    /** Names that would touch stand upright, and the box makes room for the longest. */
    @Test
    void longNamesAlongXStandUpright() {
        List<String> names =
                List.of("own", "Potential MWPotential2014", "Potential McMillan17, rescaled", "Sun 8.2 kpc");
        Axis y = Axis.of("slope", "dex/kpc", -0.07, -0.05);
        var crowded = FigureLayout.of(Figure.of("long", Panel.of("", Axis.of("what", names), y, List.of())));
        var placed = crowded.panels().getFirst();
        double longest = names.stream()
                .mapToDouble(n -> AxisText.tick(n).widthPt())
                .max()
                .orElseThrow();
        assertThat(placed.plan().uprightNames(placed.area().box().getWidth())).isTrue();
        assertThat(crowded.heightPt() - placed.area().box().getMaxY())
                .isCloseTo(
                        Measures.TICK_GAP_PT
                                + longest
                                + Measures.LABEL_GAP_PT
                                + Measures.LABEL_HEIGHT_PT
                                + Measures.EDGE_PT,
                        within(0.01));
        var roomy = FigureLayout.of(Figure.of("short", Panel.of("", Axis.of("what", List.of("a", "b")), y, List.of())));
        assertThat(roomy.panels()
                        .getFirst()
                        .plan()
                        .uprightNames(roomy.panels().getFirst().area().box().getWidth()))
                .isFalse();
    }

    @Test
    void rowsAreAsHighAsAsked() {
        List<Panel> panels = Collections.nCopies(4, panel("R", "[Fe/H]", List.of()));
        var figure = new Figure("rows", panels, 2, FigureSize.of(180, 120), List.of(1.0, 0.4));
        var placed = FigureLayout.of(figure).panels();
        double upper = placed.get(0).area().box().getHeight();
        double lower = placed.get(2).area().box().getHeight();
        assertThat(lower / upper).isCloseTo(0.4, within(1e-9));
        assertThat(placed.get(2).area().box().getMinY())
                .isGreaterThan(placed.get(0).area().box().getMaxY());
        assertThat(placed.get(3).area().box().getMaxY()).isLessThan(120 * Measures.PT_PER_MM);
        assertThat(FigureLayout.of(figure).heightPt()).isCloseTo(120 * Measures.PT_PER_MM, within(1e-9));
    }

    /** A letter stands once in the file and is used wherever it occurs; letters that follow each other advance. */
    @Test
    void lettersStandOnceInAnSvg() {
        String svg = FigureWriter.svg(Figure.of(
                "letters", panel("R", "[Fe/H]", List.of(new Note("NNNN = 11,111", Note.Corner.TOP_LEFT)))));
        List<String> defined = Pattern.compile("<path d=\"[^\"]*\" id=\"([^\"]*)\"")
                .matcher(svg)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(defined).contains("R4e", "R31").doesNotHaveDuplicates();
        long uses =
                Pattern.compile("xlink:href=\"#R4e\"").matcher(svg).results().count();
        // Four letters, which their rim shares.
        assertThat(uses).isEqualTo(4);
        assertThat(svg).contains("id=\"t0\"").containsPattern("<use [^>]*xlink:href=\"#t0\"/>");
        assertThat(svg).containsPattern("<use x=\"1532\" xlink:href=\"#R4e\"/><use x=\"3064\" xlink:href=\"#R4e\"/>");
    }

    /** Six radii by three heights, 900 cells in each panel: what a grid of planes draws. */
    @Test
    void aGridOfMapsStaysSmall() {
        var random = new Random(4);
        double[] value = random.doubles(900, 0, 1).toArray();
        Cells cells = Cells.grid(ExampleFigures.edges(0, 14, 30), ExampleFigures.edges(-1, 0.5, 30), value);
        Panel map = new Panel(
                "",
                Axis.of("Age", "Gyr", 0, 14),
                Axis.of("[Fe/H]", "dex", -1, 0.5),
                List.of(cells, new Note("N = 1,000", Note.Corner.TOP_RIGHT)),
                Optional.of(new ColourScale(ColourMap.VIRIDIS, "Median age", "Gyr", 0, 1)),
                false,
                LegendPlace.BEST);
        assertThat(FigureWriter.svg(new Figure("g", Collections.nCopies(18, map), 6, FigureSize.DOUBLE_COLUMN)))
                .hasSizeLessThan(300_000);
    }

    /** Twelve panels of 800 points, a density, a line with its numbers each: what a gradient in slices draws. */
    @Test
    void aPageOfPanelsStaysSmall() {
        var random = new Random(3);
        double[] x = random.doubles(800, 4, 12).toArray();
        double[] y = random.doubles(800, -1, 0.5).toArray();
        double[] edges = ExampleFigures.edges(4, 12, 90);
        double[] levels = ExampleFigures.edges(-1, 0.5, 60);
        double[] manyX = random.doubles(1_000_000, 4, 12).toArray();
        double[] manyY = random.doubles(1_000_000, -1, 0.5).toArray();
        var note = new Note(
                "N = 1,000,000\nslope −0.0602 ± 0.0011\nintercept 0.4312 ± 0.0099\nχ^{2}/ν = 9.29",
                Note.Corner.EMPTIEST);
        Panel points = panel("R", "[Fe/H]", List.of(new Points(x, y, PointStyle.dots(Palette.BLACK), ""), note));
        Panel density =
                panel("R", "[Fe/H]", List.of(Density.counting(manyX, manyY, edges, levels, ColourMap.GREYS), note));
        assertThat(FigureWriter.svg(new Figure("p", Collections.nCopies(6, points), 3, FigureSize.DOUBLE_COLUMN)))
                .hasSizeLessThan(300_000);
        assertThat(FigureWriter.svg(new Figure("d", Collections.nCopies(12, density), 3, FigureSize.DOUBLE_COLUMN)))
                .hasSizeLessThan(300_000);
    }

    @Test
    void anImageOfFewColoursKeepsItsPixels() {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        var random = new Random(5);
        int[] colours = {0x00FFFFFF, 0xFF102030, 0x80FF0000, 0xFFFFFFFF};
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 30; j++) {
                image.setRGB(i, j, colours[random.nextInt(colours.length)]);
            }
        }
        BufferedImage few = FewColours.of(image);
        assertThat(few.getColorModel()).isInstanceOf(java.awt.image.IndexColorModel.class);
        assertThat(few.getColorModel().getPixelSize()).isEqualTo(2);
        assertThat(few.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(image.getRGB(0, 0, 40, 30, null, 0, 40));
        // Of many colours it is left as it is.
        var many = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        Arrays.setAll(new int[400], i -> {
            many.setRGB(i % 20, i / 20, 0xFF000000 | i);
            return i;
        });
        assertThat(FewColours.of(many)).isSameAs(many);
    }
}
