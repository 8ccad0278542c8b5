package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.drawing.AxisSettings;
import org.cellarius.measure.drawing.FigureFile;
import org.cellarius.measure.drawing.FigureReader;
import org.cellarius.measure.drawing.FigureSettings;
import org.cellarius.measure.plane.CellPlan;
import org.cellarius.measure.plane.CellWidth;
import org.cellarius.measure.plane.Plane;
import org.cellarius.measure.plane.PlaneStatistic;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Measurement;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.StarWeight;
import org.cellarius.measure.product.Stars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a plane of a table. */
@Command(
        name = "plot",
        description = {
            "Draw a plane of a table: a statistic of a third quantity, or the number of rows, in cells of any two.",
            "Quantities are columns or expressions. What the axes do not hold is said."
        })
final class PlotCommand implements Callable<Integer> {

    /** So many cells along an axis, about, where no width is given. */
    private static final int CELLS_ALONG = 50;

    @Parameters(
            index = "0",
            paramLabel = "TABLE",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private Path table = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "Figure: .png, .svg or .pdf.")
    private Path out = Path.of("");

    @Option(names = "--x", paramLabel = "EXPR", required = true, description = "Along the width: fe_h or 'abs(z)'.")
    private String x = "";

    @Option(names = "--y", paramLabel = "EXPR", required = true, description = "Along the height.")
    private String y = "";

    @Option(names = "--value", paramLabel = "EXPR", description = "What the statistic is of, as colours.")
    private Optional<String> value = Optional.empty();

    @Option(names = "--where", paramLabel = "EXPR", description = "Only rows where this is true.")
    private Optional<String> where = Optional.empty();

    @Option(
            names = "--weight",
            paramLabel = "EXPR",
            description = "How much a row counts: 1/p where a survey takes it with the probability p.")
    private Optional<String> weight = Optional.empty();

    @Option(
            names = "--x-range",
            split = ",",
            paramLabel = "LIMIT",
            description = "From, to, as drawn: larger first turns the axis round. Default: nearly all rows.")
    private List<Double> xRange = new ArrayList<>();

    @Option(names = "--y-range", split = ",", paramLabel = "LIMIT", description = "The same along the height.")
    private List<Double> yRange = new ArrayList<>();

    @Option(names = "--x-scale", paramLabel = "WORD", description = "linear or log (default: linear).")
    private Optional<String> xScale = Optional.empty();

    @Option(names = "--y-scale", paramLabel = "WORD", description = "The same along the height.")
    private Optional<String> yScale = Optional.empty();

    @Option(
            names = "--value-range",
            split = ",",
            paramLabel = "LIMIT",
            description = "Values of the first and last colour.")
    private List<Double> valueRange = new ArrayList<>();

    @Option(names = "--x-label", paramLabel = "TEXT", description = "In place of the expression.")
    private Optional<String> xLabel = Optional.empty();

    @Option(names = "--y-label", paramLabel = "TEXT", description = "In place of the expression.")
    private Optional<String> yLabel = Optional.empty();

    @Option(names = "--value-label", paramLabel = "TEXT", description = "In place of the expression.")
    private Optional<String> valueLabel = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "LENGTH",
            description = "Of the figure, with mm, cm or in (default: 120mm; 180mm with slices).")
    private Optional<String> width = Optional.empty();

    @Option(names = "--height", paramLabel = "LENGTH", description = "Of the figure. Default: as the panels need.")
    private Optional<String> height = Optional.empty();

    @Mixin
    private PlaneOptions options = new PlaneOptions();

    @Mixin
    private Outputs outputs = new Outputs();

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private SurveyOption survey = new SurveyOption();

    @Mixin
    private Resources resources = new Resources();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PlaneStatistic statistic = options.statistic(value.isPresent());
        options.slices();
        options.look(statistic);
        survey.check();
        OptionalDouble widthMm = millimetres(width, "--width");
        OptionalDouble heightMm = millimetres(height, "--height");
        if (widthMm.isEmpty() && heightMm.isPresent()) {
            throw new InputError("a height without a width", "--height", "Add for example --width 88mm");
        }
        FigureFile.checkSize(widthMm, heightMm, "--width");
        outputs.figure(out, "OUT");
        outputs.checkIsNot(table, out);
        TableFile file = input.open(table);
        try (var session = TableSession.reading(table, input, resources)) {
            StarTable rows = survey.applied(session, session.table(file), table);
            Stars stars = Stars.alone(session.engine(), rows);
            Plane plane = plane(stars, statistic, widthMm, heightMm);
            ProductResult result = measured(plane, stars);
            Illustration drawn = result.illustrations().getFirst();
            FigureFile.write(drawn.figure(), out);
            PlotPrinter.print(out, result, statistic, json);
        }
        return 0;
    }

    private static ProductResult measured(Plane plane, Stars stars) {
        try {
            return Measurement.of(plane, stars);
        } catch (Unmeasurable e) {
            throw new Unmeasurable(
                    e.what(), "", "Look at --where and --weight, or change --cell, --x-range, --y-range");
        }
    }

    private static OptionalDouble millimetres(Optional<String> length, String option) {
        return length.map(l -> OptionalDouble.of(FigureReader.millimetres(l, option)))
                .orElse(OptionalDouble.empty());
    }

    private Plane plane(Stars stars, PlaneStatistic statistic, OptionalDouble widthMm, OptionalDouble heightMm) {
        Optional<String> condition = where.map(w -> {
            stars.condition(w, "--where");
            return w;
        });
        AxisSettings across = AxisSettings.written(xRange, xScale, "--x");
        AxisSettings upwards = AxisSettings.written(yRange, yScale, "--y");
        var head = new ProductHead(
                "plot",
                String.valueOf(table.getFileName()),
                Optional.empty(),
                condition,
                weight.map(w -> new StarWeight(w, Place.option("--weight"))),
                FigureSettings.ofPaper(widthMm, heightMm, across, upwards),
                Place.option("plot"));
        Sample sample = Sample.of(stars, head, Optional.empty());
        AxisSource along = axis(stars, sample, x, "--x", xLabel, xRange);
        AxisSource up = axis(stars, sample, y, "--y", yLabel, yRange);
        return new Plane(
                head,
                List.of(),
                Optional.empty(),
                along,
                up,
                value.map(v -> source(stars, v, "--value", valueLabel, range(valueRange, "--value-range"))),
                statistic,
                options.cells(() -> new CellPlan.Steps(suitable(along), suitable(up))),
                options.slices(),
                Optional.empty(),
                options.minimumCount(statistic),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                options.look(statistic));
    }

    /** An axis over the wanted range, or over nearly all rows. */
    private static AxisSource axis(
            Stars stars, Sample sample, String text, String option, Optional<String> label, List<Double> wanted) {
        List<Double> given = rising(wanted);
        AxisSource written = source(stars, text, option, label, given);
        if (!given.isEmpty()) {
            return written;
        }
        Expression number = stars.quantity(written).value();
        double[] bulk = sample.typicalRange(number).answered(stars.engine(), stars.table(), stars.progress());
        return bulk[0] < bulk[1] ? source(stars, text, option, label, RoundNumbers.around(bulk[0], bulk[1])) : written;
    }

    private static List<Double> rising(List<Double> ends) {
        return ends.stream().sorted().toList();
    }

    private static List<Double> range(List<Double> given, String option) {
        if (!given.isEmpty() && !(given.size() == 2 && given.get(0) < given.get(1))) {
            throw new InputError("the range " + given + " does not rise", option, "Give two numbers:  -1,0.5");
        }
        return given;
    }

    /** A column by its exact name, else an expression. */
    private static AxisSource source(
            Stars stars, String text, String option, Optional<String> label, List<Double> range) {
        boolean column = stars.table().column(text).isPresent();
        return new AxisSource(
                column ? '"' + text.replace("\"", "\"\"") + '"' : text,
                label.or(() -> column ? Optional.of(text) : Optional.empty()),
                stars.table().column(text).map(c -> c.unit()),
                range,
                Place.option(option));
    }

    private static CellWidth suitable(AxisSource axis) {
        double span =
                axis.range().isEmpty() ? 1 : axis.range().get(1) - axis.range().get(0);
        return new CellWidth(RoundNumbers.step(span / CELLS_ALONG), Optional.empty());
    }
}
