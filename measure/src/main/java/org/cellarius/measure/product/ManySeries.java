package org.cellarius.measure.product;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.PointStyle;

/**
 * How series look that are too many for a legend of all: colours tell their slices, by a colour bar, and dashes and symbols their populations.
 *
 * @param populations their names; one of them is told by no legend
 * @param sample the slices
 * @param colours of the middles of the slices
 */
public record ManySeries(List<String> populations, Sample sample, ColourScale colours) {

    /** Up to so many have a line in the legend. */
    public static final int FEW = 8;

    private static final Color INK = new Color(0x404040);

    /** Light yellow is seen badly on white. */
    private static final double DARK = 0.9;

    public ManySeries {
        populations = List.copyOf(populations);
    }

    /** Empty where a legend holds all, or where there are no slices. */
    public static Optional<ManySeries> of(List<String> populations, Sample sample, int series) {
        if (series <= FEW || sample.slicesOfPart() < 2) {
            return Optional.empty();
        }
        Quantity by = sample.slices().orElseThrow();
        double first = middle(sample, 0);
        double last = middle(sample, sample.slicesOfPart() - 1);
        return Optional.of(new ManySeries(
                populations,
                sample,
                new ColourScale(
                        ColourMap.VIRIDIS,
                        by.label(),
                        by.unit(),
                        first,
                        first + (last - first) / DARK,
                        Axis.Spacing.LINEAR)));
    }

    private static double middle(Sample sample, int group) {
        return 0.5 * (sample.low(group) + sample.high(group));
    }

    public Color colour(int group) {
        return colours.colour(middle(sample, group));
    }

    public LineStyle line(String population, int group) {
        return new LineStyle(colour(group), LineStyle.USUAL_WIDTH_PT, dash(population));
    }

    public PointStyle point(String population, int group) {
        return new PointStyle(
                colour(group), PointStyle.series(number(population)).symbol(), PointStyle.USUAL_SIZE_PT, true);
    }

    private Dash dash(String population) {
        return LineStyle.series(number(population)).dash();
    }

    private int number(String population) {
        return Math.max(0, populations.indexOf(population));
    }

    /** What the dashes stand for, for the legend alone. */
    public List<Layer> legend() {
        return populations.size() < 2
                ? List.of()
                : IntStream.range(0, populations.size())
                        .<Layer>mapToObj(p -> new Line(
                                new double[0],
                                new double[0],
                                new LineStyle(INK, LineStyle.USUAL_WIDTH_PT, dash(populations.get(p))),
                                populations.get(p)))
                        .toList();
    }
}
