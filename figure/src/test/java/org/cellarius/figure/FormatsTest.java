package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FormatsTest {

    private static final double PT_PER_MM = 72 / 25.4;

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static Figure simple(String altText, List<Layer> layers) {
        return Figure.of(altText, Panel.of("", Axis.of("x", "kpc", 0, 1), Axis.of("y", "dex", 0, 1), layers));
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        var twins = ExampleFigures.all();
        ExampleFigures.all().forEach((name, first) -> {
            Figure again = Objects.requireNonNull(twins.get(name));
            assertThat(FigureWriter.svg(first)).as(name).isEqualTo(FigureWriter.svg(again));
            assertThat(FigureWriter.png(first, 150)).as(name).isEqualTo(FigureWriter.png(again, 150));
            assertThat(FigureWriter.pdf(first)).as(name).isEqualTo(FigureWriter.pdf(again));
        });
    }

    @Test
    void svgIsWellFormedAndSpeaksToReadersWhoCannotSeeIt() throws Exception {
        String altText = "Iron & <oxygen> \u0001 \"by\" radius. A second sentence.";
        Document document = parse(FigureWriter.svg(simple(altText, List.of())));
        var root = document.getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("svg");
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Iron & <oxygen> \uFFFD \"by\" radius.");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).endsWith("A second sentence.");
    }

    @Test
    void svgIsAsWideOnPaperAsAskedAndItsViewBoxHasTheSameShape() throws Exception {
        Figure figure = new Figure("size", ExampleFigures.gradient().panels(), 1, FigureSize.of(120, 70));
        var root = parse(FigureWriter.svg(figure)).getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("120mm");
        assertThat(root.getAttribute("height")).isEqualTo("70mm");
        String[] box = root.getAttribute("viewBox").split(" ", -1);
        assertThat(Double.parseDouble(box[2])).isCloseTo(120 * PT_PER_MM, within(0.01));
        assertThat(Double.parseDouble(box[3])).isCloseTo(70 * PT_PER_MM, within(0.01));
    }

    @Test
    void svgNeedsNoFontAndNothingFromElsewhere() {
        ExampleFigures.all().forEach((name, figure) -> {
            String svg = FigureWriter.svg(figure);
            assertThat(svg)
                    .as(name)
                    .doesNotContain("<text")
                    .doesNotContain("font-family")
                    .doesNotContain("<!DOCTYPE");
            assertThat(svg.replaceAll("xmlns(:xlink)?=\"[^\"]*\"", "")).as(name).doesNotContain("http");
        });
    }

    @Test
    void inlineSvgsOnOnePageShareNoIdAndReferToTheirOwn() throws Exception {
        Figure figure = ExampleFigures.gradient();
        Set<String> ids = new HashSet<>();
        for (String prefix : List.of("fig1", "fig2")) {
            String svg = FigureWriter.inlineSvg(figure, prefix);
            assertThat(svg).startsWith("<svg").contains("width=\"100%\"").doesNotContain("height=\"100%\"");
            parse(svg);
            List<String> own = all(svg, " id=\"([^\"]*)\"");
            assertThat(own).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.startsWith(prefix + "-"));
            assertThat(own).noneMatch(ids::contains);
            ids.addAll(own);
            List<String> references = all(svg, "(?:url\\(#|href=\"#)([^\")]*)");
            assertThat(references).isNotEmpty().isSubsetOf(own);
            assertThat(all(svg, "aria-labelledby=\"([^\"]*)\"").getFirst().split(" ", -1))
                    .isSubsetOf(own);
        }
    }

    private static List<String> all(String text, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void aPrefixThatCouldBreakThePageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FigureWriter.inlineSvg(ExampleFigures.empty(), "a\"><script>"));
    }

    @Test
    void pngHasThePixelsOfItsSizeOnPaper() throws IOException {
        Figure figure = new Figure("size", ExampleFigures.gradient().panels(), 1, FigureSize.of(127, 63.5));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureWriter.png(figure, 200)));
        assertThat(image.getWidth()).isEqualTo(1000);
        assertThat(image.getHeight()).isEqualTo(500);
    }

    @Test
    void pngSaysItsResolution() {
        byte[] png = FigureWriter.png(ExampleFigures.empty(), 300);
        String text = new String(png, java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = text.indexOf("pHYs");
        // 300 per inch are 11811 per metre; unit 1 is the metre.
        assertThat(java.nio.ByteBuffer.wrap(png, at + 4, 9).getInt()).isEqualTo(11811);
        assertThat(png[at + 12]).isEqualTo((byte) 1);
    }

    @Test
    void pdfHasOnePageOfTheRightSizeWithTextThatCanBeFound() throws IOException {
        byte[] pdf = FigureWriter.pdf(ExampleFigures.gradient());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDRectangle box = document.getPage(0).getMediaBox();
            assertThat((double) box.getWidth()).isCloseTo(88 * PT_PER_MM, within(0.01));
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Metallicity");
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("median in 1 kpc")
                    .contains("WLS fit");
        }
    }

    @Test
    void everyExampleHasNoEmptyPdfFont() throws IOException {
        try (PDDocument document = Loader.loadPDF(FigureWriter.pdf(ExampleFigures.maps()))) {
            var form = document.getPage(0).getResources();
            for (var name : form.getXObjectNames()) {
                var fonts =
                        ((org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject) form.getXObject(name)).getResources();
                for (var font : fonts.getFontNames()) {
                    assertThat(fonts.getFont(font).isEmbedded()).isTrue();
                    assertThat(fonts.getFont(font).getName()).contains("DejaVu");
                }
            }
        }
    }

    @Test
    void aPanelWithoutANumberSaysSoAndIsStillAFigure() throws Exception {
        double nan = Double.NaN;
        double[] missing = {nan, nan};
        for (Layer layer : List.of(
                new Points(missing, missing, PointStyle.series(0), ""),
                new Line(new double[0], new double[0], LineStyle.series(0), ""),
                new Band(missing, missing, missing, java.awt.Color.RED, 0.5, ""),
                ErrorBars.vertical(missing, missing, missing, PointStyle.series(0), ""),
                new Steps(new double[0], new double[0], LineStyle.series(0), "", true),
                Density.grey(new double[0], new double[0], new long[0]))) {
            Figure figure = simple("empty", List.of(layer));
            parse(FigureWriter.svg(figure));
            try (PDDocument document = Loader.loadPDF(FigureWriter.pdf(figure))) {
                assertThat(new PDFTextStripper().getText(document))
                        .as(layer.toString())
                        .contains("no data");
            }
        }
    }

    @Test
    void farAndInfiniteValuesBreakNoFormat() throws Exception {
        double[] wild = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, 1e-300, 0.5};
        double[] tame = {0.1, 0.2, 0.3, 0.4, 0.5};
        Figure figure = simple(
                "wild",
                List.of(
                        new Points(wild, tame, PointStyle.series(0), "p"),
                        new Line(tame, wild, LineStyle.series(1), "l"),
                        new Band(tame, wild, wild, java.awt.Color.RED, 0.5, "b"),
                        ErrorBars.both(tame, tame, new double[] {1e308, 0, 0, 0, 0}, tame, PointStyle.series(2), "e"),
                        new Steps(new double[] {-1e308, 0, 0.2, 0.4, 0.6, 1e308}, wild, LineStyle.series(3), "s", true),
                        ReferenceLine.through(0.1, 0.1, 0.2, 1e300, LineStyle.GUIDE, "r")));
        assertThat(FigureWriter.svg(figure))
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .doesNotContain("\u221E");
        assertThat(FigureWriter.png(figure, 100)).isNotEmpty();
        assertThat(FigureWriter.pdf(figure)).isNotEmpty();
    }

    @Test
    void aMillionPointsDoNotMakeAHugeFile() {
        double[] x = new java.util.Random(1).doubles(1_000_000).toArray();
        double[] y = new java.util.Random(2).doubles(1_000_000).toArray();
        double[] edges = ExampleFigures.edges(0, 1, 100);
        Figure figure = simple("many", List.of(Density.counting(x, y, edges, edges, ColourMap.VIRIDIS)));
        assertThat(FigureWriter.svg(figure)).hasSizeLessThan(300_000);
        Figure points = simple(
                "many",
                List.of(new Points(
                        java.util.Arrays.copyOf(x, 6000),
                        java.util.Arrays.copyOf(y, 6000),
                        PointStyle.dots(Palette.BLUE),
                        "")));
        assertThat(FigureWriter.svg(points)).hasSizeLessThan(600_000);
    }

    @Test
    void threeFilesAppearWholeAndNothingElse(@TempDir Path folder) throws IOException {
        Path plots = folder.resolve("plots");
        List<Path> files = FigureWriter.writeAll(ExampleFigures.empty(), plots, "empty");
        List<Path> again = FigureWriter.writeAll(ExampleFigures.empty(), plots, "empty");
        assertThat(again).isEqualTo(files);
        try (var listed = Files.list(plots)) {
            assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
        }
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("empty.svg", "empty.png", "empty.pdf");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused(@TempDir Path folder) {
        for (String name : List.of("../x", "a/b", "", ".hidden", "a\\b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FigureWriter.writeAll(ExampleFigures.empty(), folder, name));
        }
    }
}
