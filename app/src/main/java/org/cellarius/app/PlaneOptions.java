package org.cellarius.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.population.ContourLevel;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.plane.CellPlan;
import org.cellarius.measure.plane.CellPlan.CellForm;
import org.cellarius.measure.plane.CellWidth;
import org.cellarius.measure.plane.PlaneLook;
import org.cellarius.measure.plane.PlaneLook.ColourSteps;
import org.cellarius.measure.plane.PlaneLook.Contouring;
import org.cellarius.measure.plane.PlaneLook.Drawn;
import org.cellarius.measure.plane.PlaneLook.Running;
import org.cellarius.measure.plane.PlaneStatistic;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.SlicesSource;
import picocli.CommandLine.Option;

/** What a plane shows, and how. */
final class PlaneOptions {

    @Option(
            names = "--statistic",
            paramLabel = "WORD",
            description =
                    "count, density; of --value: mean, median, quantile, dispersion, standard-error; fraction of rows for which the condition --value holds. Default: median of --value, else count.")
    private Optional<String> statistic = Optional.empty();

    @Option(names = "--quantile", paramLabel = "P", description = "Which quantile, for --statistic quantile.")
    private Optional<Double> quantile = Optional.empty();

    @Option(
            names = "--cell",
            paramLabel = "WIDTH[,WIDTH]",
            description =
                    "Width of a cell, or one for each axis: 0.1 or '1 Gyr,0.05'. Default: a round number, about a fiftieth of the axis.")
    private Optional<String> cell = Optional.empty();

    @Option(names = "--cells", paramLabel = "FORM", description = "square or hexagon (default: square).")
    private Optional<String> form = Optional.empty();

    @Option(
            names = "--minimum-count",
            paramLabel = "N",
            description = "Cells with fewer rows are not drawn (default: 5; 1 of count and density).")
    private Optional<Long> minimumCount = Optional.empty();

    @Option(
            names = "--draw",
            paramLabel = "WHAT",
            description =
                    "cells, or points: each row, coloured by --value or by the number of rows about it (default: cells).")
    private Optional<String> draw = Optional.empty();

    @Option(
            names = "--contours",
            split = ",",
            paramLabel = "FRACTION",
            description = "Lines of equal density, for example 0.5,0.9.")
    private List<Double> contours = new ArrayList<>();

    @Option(
            names = "--contours-of",
            paramLabel = "MEANING",
            description =
                    "enclosed: so much of all rows lies within; of-peak: so much of the highest density (default: enclosed).")
    private Optional<String> contoursOf = Optional.empty();

    @Option(
            names = "--running-median",
            paramLabel = "N",
            description = "A running median of y along x, windows of N rows, half of them shared with the next.")
    private Optional<Integer> window = Optional.empty();

    @Option(
            names = "--colours",
            paramLabel = "MAP",
            description = "viridis, cividis, magma, inferno, plasma, blue-orange or greys (default: viridis).")
    private Optional<String> colours = Optional.empty();

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            description = "Of colours: linear or logarithmic (default: linear; logarithmic of count and density).")
    private Optional<String> scale = Optional.empty();

    @Option(
            names = "--slices",
            paramLabel = "EXPR",
            description = "A panel for each slice of this quantity, with --edges.")
    private Optional<String> slices = Optional.empty();

    @Option(names = "--edges", split = ",", paramLabel = "EDGE", description = "Edges of the slices, rising.")
    private List<Double> edges = new ArrayList<>();

    /** The statistic, also where none is named. */
    PlaneStatistic statistic(boolean ofValue) {
        String word = statistic.orElse(ofValue ? "median" : "count");
        PlaneStatistic found = read(word);
        if (found.ofValue() && !ofValue) {
            throw new InputError("it is not said what the " + word + " is of", "--statistic", "Add --value EXPR");
        }
        if (!found.ofValue() && ofValue) {
            throw new InputError("a " + word + " of rows has no value", "--value", "Remove it, or ask for a median");
        }
        return found;
    }

    private PlaneStatistic read(String word) {
        if (quantile.isPresent() != word.equals("quantile")) {
            throw new InputError(
                    quantile.isPresent()
                            ? "--quantile belongs to --statistic quantile"
                            : "it is not said which quantile",
                    "--quantile",
                    quantile.isPresent() ? "Remove it, or ask for the quantile" : "Add for example --quantile 0.9");
        }
        List<PlaneStatistic> all = List.of(
                new PlaneStatistic.Count(),
                new PlaneStatistic.Density(),
                new PlaneStatistic.Mean(),
                new PlaneStatistic.Median(PlaneStatistic.MedianError.DENSITY),
                checked("--quantile", () -> new PlaneStatistic.Quantile(quantile.orElse(0.5))),
                new PlaneStatistic.Dispersion(),
                new PlaneStatistic.StandardError(),
                new PlaneStatistic.Fraction());
        List<String> words = all.stream().map(s -> s.word().replace('_', '-')).toList();
        Place.option("--statistic").oneOf(word, words, "a statistic");
        return all.get(words.indexOf(word));
    }

    /** How the plane is tiled; the widths that suit the axes where none are given. */
    CellPlan cells(Supplier<CellPlan.Steps> suitable) {
        CellPlan.Steps widths = cell.map(text -> {
                    List<CellWidth> given = Stream.of(text.split(",", -1))
                            .map(t -> CellWidth.parse(t, "--cell"))
                            .toList();
                    if (given.size() > 2) {
                        throw new InputError(
                                "'" + text + "' holds " + given.size() + " widths", "--cell", "Give one or two");
                    }
                    return new CellPlan.Steps(given.getFirst(), given.getLast());
                })
                .orElseGet(suitable);
        return new CellPlan(form(), widths.x(), widths.y(), Optional.empty());
    }

    long minimumCount(PlaneStatistic of) {
        long least = minimumCount.orElse(of.ofValue() ? 5L : 1L);
        if (least < 1) {
            throw new InputError("a cell of at least " + least + " rows", "--minimum-count", "Give 1 or more");
        }
        return least;
    }

    PlaneLook look(PlaneStatistic of) {
        PlaneLook look = PlaneLook.of(
                choice("--scale", scale, of.ofValue() ? ColourSteps.LINEAR : ColourSteps.LOGARITHMIC),
                drawn(),
                contours.isEmpty()
                        ? Optional.empty()
                        : Optional.of(checked(
                                "--contours",
                                () -> new Contouring(
                                        contours,
                                        choice("--contours-of", contoursOf, ContourLevel.ENCLOSED),
                                        Optional.empty(),
                                        1))),
                window.map(w -> {
                    if (w < 2) {
                        throw new InputError("a window of " + w + " rows", "--running-median", "Give 2 or more");
                    }
                    return new Running(w, 0.5);
                }));
        return colours.map(word -> look.in(word, Place.option("--colours"))).orElse(look);
    }

    /** Of any two quantities: sectors and cells of the sphere belong to planes of studies. */
    private CellForm form() {
        CellForm found = choice("--cells", form, CellForm.SQUARE);
        if (found == CellForm.POLAR || found == CellForm.HEALPIX) {
            throw new InputError(
                    "there are no such cells on any two quantities", "--cells", "Choose square or hexagon");
        }
        return found;
    }

    private Drawn drawn() {
        Drawn drawn = choice("--draw", draw, Drawn.CELLS);
        if (drawn == Drawn.POINTS && form() == CellForm.HEXAGON) {
            throw new InputError("hexagons are cells, not single rows", "--draw", "Say --draw cells");
        }
        if (drawn == Drawn.LINES && contours.isEmpty() && window.isEmpty()) {
            throw new InputError("there are no lines to draw", "--draw", "Add --contours or --running-median");
        }
        return drawn;
    }

    Optional<SlicesSource> slices() {
        if (slices.isPresent() == edges.isEmpty()) {
            throw new InputError(
                    "--slices and --edges belong together", edges.isEmpty() ? "--slices" : "--edges", "Give both");
        }
        return slices.map(s -> {
            checked("--edges", () -> new Grouping.Slices(edges));
            return new SlicesSource(
                    new AxisSource(s, Optional.empty(), Optional.empty(), List.of(), Place.option("--slices")), edges);
        });
    }

    private static <T> T checked(String option, Supplier<T> made) {
        return Place.option(option).checked(made);
    }

    private static <T extends Enum<T>> T choice(String option, Optional<String> word, T usual) {
        List<T> all = Arrays.asList(usual.getDeclaringClass().getEnumConstants());
        return word.map(w -> {
                    List<String> words = all.stream().map(Choice::word).toList();
                    String asked = w.toLowerCase(Locale.ROOT);
                    Place.option(option).oneOf(asked, words, "a choice here");
                    return all.get(words.indexOf(asked));
                })
                .orElse(usual);
    }
}
