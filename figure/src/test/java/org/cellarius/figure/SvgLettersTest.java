package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Letters of an SVG have their size and place whatever was drawn before them: images, dots, clipped paths. */
class SvgLettersTest {

    /** The first letter of a typeface, and the letter's number. */
    private static final Pattern GLYPH = Pattern.compile("#[A-Z][0-9a-f]+");

    /** A letter: how large a unit of its font is, and where it stands. */
    private record Letter(double pointsPerUnit, double x, double y) {}

    @ParameterizedTest
    @CsvSource({"1, 20, false", "1, 100, false", "2, 100, false", "3, 100, true", "5, 160, true"})
    void lettersAfterImagesAreAsLargeAsThoseBefore(int panels, int cells, boolean notes) throws Exception {
        var scale = new ColourScale(ColourMap.VIRIDIS, "Median [Fe/H]", "dex", -1, 1);
        double[] edges = ExampleFigures.edges(-10, 10, cells);
        var figure = new Figure(
                "cells",
                IntStream.range(0, panels)
                        .mapToObj(i -> Panel.map(
                                i + " ≤ |*{Z}| < " + (i + 1) + " kpc",
                                Axis.of("*{X}", "kpc", -10, 10),
                                Axis.of("*{Y}", "kpc", -10, 10),
                                layers(edges, i, notes),
                                scale))
                        .toList(),
                Math.min(3, panels),
                FigureSize.ofPanels(panels));
        String svg = FigureWriter.svg(figure);
        List<Letter> letters = letters(svg);
        assertThat(letters).hasSizeGreaterThan(20 * panels);
        // A letter of 9 points has 1000 or 2048 units.
        assertThat(letters).allMatch(l -> l.pointsPerUnit() > 0.001 && l.pointsPerUnit() < 0.02);
        double[] size = viewBox(svg);
        assertThat(letters).allMatch(l -> l.x() >= 0 && l.x() <= size[2] && l.y() >= 0 && l.y() <= size[3]);
    }

    private static List<Layer> layers(double[] edges, int seed, boolean notes) {
        int n = edges.length - 1;
        var layers = new ArrayList<Layer>();
        layers.add(Cells.grid(
                edges, edges, new Random(seed).doubles((long) n * n, -1, 1).toArray()));
        if (notes) {
            layers.add(new Note("*{N} = 12,345", Note.Corner.EMPTIEST));
        }
        return layers;
    }

    private static double[] viewBox(String svg) throws Exception {
        return Pattern.compile(" ")
                .splitAsStream(root(svg).getAttribute("viewBox"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Element root(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Letter> letters(String svg) throws Exception {
        var letters = new ArrayList<Letter>();
        collect(root(svg), new AffineTransform(), letters);
        return letters;
    }

    private static void collect(Element element, AffineTransform outside, List<Letter> letters) {
        if (element.getLocalName().equals("defs")) {
            return;
        }
        var place = new AffineTransform(outside);
        if (element.hasAttribute("transform")) {
            place.concatenate(transform(element.getAttribute("transform")));
        }
        String href = element.getAttributeNS(SvgLettering.XLINK, "href");
        // Batik has images once as well, and uses them.
        if (GLYPH.matcher(href).matches()) {
            double x = element.hasAttribute("x") ? Double.parseDouble(element.getAttribute("x")) : 0;
            Point2D at = place.transform(new Point2D.Double(x, 0), null);
            letters.add(new Letter(Math.sqrt(Math.abs(place.getDeterminant())), at.getX(), at.getY()));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                collect(e, place, letters);
            }
        }
    }

    private static AffineTransform transform(String text) {
        var all = new AffineTransform();
        Matcher steps = Pattern.compile("(\\w+)\\(([^)]*)\\)").matcher(text);
        while (steps.find()) {
            double[] numbers = Pattern.compile("[ ,]+")
                    .splitAsStream(steps.group(2))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            all.concatenate(
                    switch (steps.group(1)) {
                        case "matrix" -> new AffineTransform(numbers);
                        case "translate" ->
                            AffineTransform.getTranslateInstance(numbers[0], numbers.length > 1 ? numbers[1] : 0);
                        case "scale" ->
                            AffineTransform.getScaleInstance(numbers[0], numbers[numbers.length > 1 ? 1 : 0]);
                        case "rotate" -> AffineTransform.getRotateInstance(Math.toRadians(numbers[0]));
                        default -> throw new IllegalArgumentException(text);
                    });
        }
        return all;
    }
}
