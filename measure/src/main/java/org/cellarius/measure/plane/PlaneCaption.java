package org.cellarius.measure.plane;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.galaxy.population.ContourLevel;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/**
 * What the caption of a plane says.
 *
 * @param drawnStars stars drawn one by one; 0 where cells are drawn
 */
record PlaneCaption(
        Plane plane,
        Sample sample,
        Quantity x,
        Quantity y,
        PlaneCellStatistics found,
        PlaneShades shades,
        long drawnStars) {

    /**
     * The caption.
     *
     * @param outside stars with a place and a value that the axes do not hold
     */
    String text(long outside) {
        return Stream.of(
                        shades.single() ? singleStars() : tiles(),
                        plane.difference()
                                .map(d -> "Stars with " + d.first() + " minus stars with " + d.second() + ".")
                                .orElse(""),
                        outside > 0
                                ? Numbers.stars(outside) + (outside == 1 ? " lies" : " lie") + " outside the axes."
                                : "",
                        plane.model()
                                .map(m -> "Model: " + m.expression() + "; residual: value minus model, star by star.")
                                .orElse(""),
                        contourSentence(),
                        plane.look()
                                .running()
                                .map(r ->
                                        "Line: running median of %s stars, neighbours share %s of them; bars: its error."
                                                .formatted(Numbers.count(r.window()), Numbers.brief(r.overlap())))
                                .orElse(""),
                        plane.look().overlays().stream()
                                .map(Overlay::sentence)
                                .filter(o -> !o.isEmpty())
                                .collect(Collectors.joining(" ")),
                        plane.named().map(NamedPlane::equalAspect).orElse(false)
                                ? (sample.of().sun().isPresent() ? "☉: the Sun." : "No Sun is named.")
                                : "")
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What the points are, and how many. */
    private String singleStars() {
        return plane.value().isPresent()
                ? "%s, star by star: %s."
                        .formatted(sample.quantity(plane.value().get()).named(), Numbers.stars(drawnStars))
                : "Single stars, %s, coloured by the number of stars in cells of %s."
                        .formatted(
                                Numbers.count(drawnStars),
                                size(found.cells().widthX(), found.cells().widthY()));
    }

    /** What the cells are, and how many stars they hold. */
    private String tiles() {
        long stars = IntStream.range(0, sample.groups())
                .mapToLong(s -> found.stars(found.shown(s, plane.minimumCount()), s))
                .sum();
        int shown = IntStream.range(0, sample.groups())
                .map(s -> found.shown(s, plane.minimumCount()).length)
                .sum();
        PlaneTiling cells = found.cells();
        boolean running = plane.cells().steps().isPresent();
        String form = running
                ? "overlapping windows"
                : switch (plane.cells().form()) {
                    case SQUARE -> "cells";
                    case HEXAGON -> "hexagons";
                    case POLAR -> "sectors";
                    case HEALPIX -> "HEALPix cells";
                };
        return "%s%s in %s of %s%s with at least %s: %s %s%s."
                .formatted(
                        sentence(shades.statisticLabel().replaceAll("[_^]\\{([^}]*)}", "$1")),
                        shades.valueUnit().isEmpty() ? "" : " (" + shades.valueUnit() + ")",
                        form,
                        size(cells.widthX(), cells.widthY()),
                        running ? ", every " + size(cells.stepX(), cells.stepY()) : "",
                        Numbers.stars(Math.max(1, plane.minimumCount())),
                        Numbers.count(shown),
                        form,
                        running ? "" : ", " + Numbers.stars(stars));
    }

    private String size(double alongX, double alongY) {
        return alongX == alongY && x.unit().equals(y.unit())
                ? with(alongX, x.unit())
                : with(alongX, x.unit()) + " × " + with(alongY, y.unit());
    }

    private String contourSentence() {
        return plane.look()
                .contours()
                .map(c -> "Contours: "
                        + (c.of() == ContourLevel.ENCLOSED ? "enclosing " : "at ")
                        + c.levels().stream()
                                .map(l -> Numbers.brief(100 * l) + " %")
                                .collect(Collectors.joining(", "))
                        + (c.of() == ContourLevel.ENCLOSED
                                ? " of the stars within the axes"
                                : " of the highest density")
                        + (c.smoothing() > 0
                                ? ", counts smoothed by a Gaussian of " + Numbers.brief(c.smoothing()) + " cells."
                                : "."))
                .orElse("");
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String with(double width, String unit) {
        return Numbers.brief(width) + (unit.isEmpty() ? "" : " " + unit);
    }
}
