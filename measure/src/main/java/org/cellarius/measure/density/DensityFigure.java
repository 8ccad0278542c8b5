package org.cellarius.measure.density;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.density.DensityModel;
import org.cellarius.galaxy.density.DiscProfile;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;

/** Surface density and thickness against radius, over the radii of the stars. */
record DensityFigure(DensityProfile product, DensityModel model, double[] radii) {

    private static final int PLACES = 81;
    private static final double TAIL = 0.005;

    Illustration illustration(Marginals found, int n) {
        double[] sorted = radii.clone();
        Arrays.sort(sorted);
        double from = Quantiles.ofSorted(sorted, TAIL);
        double to = Quantiles.ofSorted(sorted, 1 - TAIL);
        double middle = Quantiles.ofSorted(sorted, 0.5);
        double[] r = IntStream.range(0, PLACES)
                .mapToDouble(k -> from + k * (to - from) / (PLACES - 1))
                .toArray();
        DiscProfile[] drawn = Arrays.stream(found.draws()).map(model::profile).toArray(DiscProfile[]::new);
        Axis along = Axis.of("R", "kpc", from, to);
        String caption =
                "Surface density relative to that at the median radius of the stars, and scale height, of %s: medians and central 68 per cent of the posterior."
                        .formatted(Numbers.stars(n));
        var figure = new Figure(
                caption,
                List.of(
                        panel(
                                along,
                                "ln Σ(R)/Σ(" + Numbers.significant(middle, 3) + " kpc)",
                                "",
                                r,
                                drawn,
                                n,
                                at -> p -> surface(p, at) - surface(p, middle)),
                        panel(
                                along,
                                "*{h}_{z}",
                                "kpc",
                                r,
                                drawn,
                                0,
                                at -> p -> p.heightKpc() * Math.exp(p.flarePerKpc() * (at - p.referenceKpc())))),
                2,
                FigureSize.DOUBLE_COLUMN);
        return new Illustration(product.head().name(), figure, caption);
    }

    private static double surface(DiscProfile p, double r) {
        double beyond = r - p.breakKpc();
        return -beyond * (beyond < 0 ? p.innerPerKpc() : p.outerPerKpc());
    }

    /** Something of the profile at a radius. */
    @FunctionalInterface
    private interface AtRadius {
        ToDoubleFunction<DiscProfile> of(double r);
    }

    private static Panel panel(
            Axis along, String label, String unit, double[] r, DiscProfile[] drawn, int n, AtRadius what) {
        double[][] quantiles = new double[3][r.length];
        for (int k = 0; k < r.length; k++) {
            double[] values =
                    Arrays.stream(drawn).mapToDouble(what.of(r[k])).sorted().toArray();
            quantiles[0][k] = Quantiles.ofSorted(values, 0.16);
            quantiles[1][k] = Quantiles.ofSorted(values, 0.5);
            quantiles[2][k] = Quantiles.ofSorted(values, 0.84);
        }
        List<Layer> layers = new java.util.ArrayList<>(List.of(
                new Band(r, quantiles[0], quantiles[2], Palette.BLUE.colour(), 0.25, ""),
                new Line(r, quantiles[1], LineStyle.solid(Palette.BLUE), "")));
        if (n > 0) {
            layers.add(new Note("N = " + Numbers.count(n), Note.Corner.EMPTIEST));
        }
        return Panel.of(
                "",
                along,
                Axis.covering(
                        label,
                        unit,
                        DoubleStream.concat(DoubleStream.of(quantiles[0]), DoubleStream.of(quantiles[2])),
                        0.1),
                layers);
    }
}
