package org.cellarius.measure.plane;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.figure.Markup;
import org.cellarius.galaxy.population.ContourLevel;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.Numbers;

/** What the caption of a plane says. */
record PlaneCaption(PlaneFrame frame) {

    /**
     * The caption.
     *
     * @param outside stars with a place and a value that the axes do not hold
     */
    String text(long outside) {
        Plane plane = frame.plane();
        return Stream.of(
                        first().single() ? singleStars() : tiles(),
                        plane.difference()
                                .map(d -> "Stars with " + d.first() + " minus stars with " + d.second() + ".")
                                .orElse(""),
                        outside > 0
                                ? Numbers.stars(outside) + (outside == 1 ? " lies" : " lie") + " outside the axes."
                                : "",
                        plane.model()
                                .map(m -> "Model: " + m.expression() + "; residual: value minus model, star by star.")
                                .orElse(""),
                        frame.projected()
                                ? "Galactic longitude (0° in the middle, growing to the left) and latitude in Mollweide's projection, equal in area."
                                : "",
                        contourSentence(),
                        plane.look()
                                .running()
                                .map(r ->
                                        "Line: running median of %s stars, neighbours share %s of them; bars or band: its error."
                                                .formatted(Numbers.count(r.window()), Numbers.brief(r.overlap())))
                                .orElse(""),
                        plane.look()
                                .line()
                                .map(l -> "Straight line: %s of y on x, through the stars within the axes."
                                        .formatted(l.description()))
                                .orElse(""),
                        plane.look().overlays().stream()
                                .map(Overlay::sentence)
                                .filter(o -> !o.isEmpty())
                                .collect(Collectors.joining(" ")),
                        plane.named().map(NamedPlane::equalAspect).orElse(false)
                                ? (frame.stars().sun().isPresent() ? "☉: the Sun." : "No Sun is named.")
                                : "")
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private PlaneSeries first() {
        return frame.series().getFirst();
    }

    /** What the points are, and how many. */
    private String singleStars() {
        long drawnStars = frame.series().stream()
                .filter(PlaneSeries::single)
                .mapToLong(
                        one -> one.slices().mapToLong(s -> one.stars(frame, s)).sum())
                .sum();
        if (frame.plane().look().stand() == PlaneLook.Stand.TOGETHER) {
            return "Dots: %s.".formatted(Numbers.stars(drawnStars));
        }
        Optional<AxisSource> value = frame.plane().value();
        return value.isPresent()
                ? "%s, star by star: %s."
                        .formatted(frame.stars().quantity(value.get()).named(), Numbers.stars(drawnStars))
                : "Single stars, %s, coloured by the number of stars in cells of %s."
                        .formatted(
                                Numbers.count(drawnStars),
                                size(
                                        first().found().cells().widthX(),
                                        first().found().cells().widthY()));
    }

    /** What the cells are, and how many stars they hold. */
    private String tiles() {
        Plane plane = frame.plane();
        long stars = frame.series().stream().mapToLong(PlaneSeries::inCells).sum();
        int shown = frame.series().stream()
                .mapToInt(one -> one.slices().map(s -> one.shown(s).length).sum())
                .sum();
        PlaneTiling cells = first().found().cells();
        PlaneShades shades = PlaneShades.of(frame, first());
        boolean running = plane.cells().steps().isPresent();
        String form = running
                ? "overlapping windows"
                : switch (plane.cells().form()) {
                    case SQUARE -> "cells";
                    case HEXAGON -> "hexagons";
                    case POLAR -> "sectors";
                    case HEALPIX -> "HEALPix cells";
                };
        return "%s%s in %s of %s%s with at least %s: %s %s, %s."
                .formatted(
                        Markup.plain(sentence(shades.statisticLabel())),
                        shades.valueUnit().isEmpty() ? "" : " (" + shades.valueUnit() + ")",
                        form,
                        size(cells.widthX(), cells.widthY()),
                        running ? ", every " + size(cells.stepX(), cells.stepY()) : "",
                        Numbers.stars(plane.leastStars()),
                        Numbers.count(shown),
                        form,
                        Numbers.stars(stars));
    }

    private String size(double alongX, double alongY) {
        return alongX == alongY && frame.x().unit().equals(frame.y().unit())
                ? with(alongX, frame.x().unit())
                : with(alongX, frame.x().unit()) + " × "
                        + with(alongY, frame.y().unit());
    }

    private String contourSentence() {
        return frame.plane()
                .look()
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
                                ? ", counts smoothed by a Gaussian of " + Numbers.brief(c.smoothing())
                                        + (c.smoothing() == 1 ? " cell." : " cells.")
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
