package org.cellarius.measure.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Panel;
import org.cellarius.figure.Steps;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.measure.product.Numbers;

/** The separations of a match beside those that chance would give: true matches pile up at small ones, chance grows with them. */
public final class SkyMatchFigure {

    private SkyMatchFigure() {}

    /** Whether the number of chance matches could be estimated. */
    public static boolean chanceKnown(SkyMatchSummary summary) {
        return !Double.isNaN(summary.chanceShare());
    }

    public static Figure of(String title, Find find, SkyMatchSummary summary) {
        // A last bin, wider than the others, is told in words.
        List<SkyMatchSummary.Bin> bins = summary.histogram().subList(0, SkyMatchSummary.EQUAL_BINS);
        List<SkyMatchSummary.Bin> rest =
                summary.histogram().subList(bins.size(), summary.histogram().size());
        double[] edges = DoubleStream.concat(
                        DoubleStream.of(bins.getFirst().fromArcsec()),
                        bins.stream().mapToDouble(SkyMatchSummary.Bin::toArcsec))
                .toArray();
        double[] pairs = bins.stream().mapToDouble(SkyMatchSummary.Bin::pairs).toArray();
        double[] chance =
                bins.stream().mapToDouble(SkyMatchSummary.Bin::byChance).toArray();
        double highest = DoubleStream.concat(DoubleStream.of(pairs), DoubleStream.of(chance))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        var layers = new ArrayList<Layer>();
        layers.add(new Steps(edges, pairs, LineStyle.series(0), "matches", true));
        if (chanceKnown(summary)) {
            layers.add(new Steps(
                    edges,
                    chance,
                    LineStyle.series(1).with(Dash.DASHED),
                    find == Find.ALL ? "by chance" : "nearest by chance",
                    false));
        }
        layers.add(new Note(
                "%s of %s matched%s"
                        .formatted(
                                Numbers.count(summary.a().matched()),
                                Numbers.count(summary.a().rows()),
                                rest.stream()
                                        .map(b -> "\n%s farther, up to %s arcsec"
                                                .formatted(Numbers.count(b.pairs()), Numbers.brief(b.toArcsec())))
                                        .collect(Collectors.joining())),
                Note.Corner.EMPTIEST));
        Axis x = Axis.of("Separation", "arcsec", 0, edges[edges.length - 1]);
        Axis y = Axis.of("Pairs in a bin", "", 0, highest > 0 ? 1.15 * highest : 1);
        return new Figure(
                title + ": separations of the matches, and what chance would give.",
                List.of(Panel.of("", x, y, layers)),
                1,
                FigureSize.SINGLE_COLUMN);
    }
}
