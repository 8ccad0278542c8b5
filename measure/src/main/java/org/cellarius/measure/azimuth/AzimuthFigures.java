package org.cellarius.measure.azimuth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.galaxy.azimuth.Footprint;
import org.cellarius.galaxy.azimuth.RingModes;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The figures of a variation with azimuth. */
record AzimuthFigures(
        AzimuthalVariation product, Sample sample, AzimuthTables.Quantities quantities, List<Ring> rings) {

    private static final int PANELS_IN_A_ROW = 3;
    private static final int CURVE_POINTS = 181;

    /** Room about the bins, in their span. */
    private static final double ROOM = 0.15;

    /** Bins of each ring with the modes that run through the stars. */
    Illustration variation() {
        Axis azimuth = azimuth();
        Axis residual = residual();
        List<Panel> panels = rings.stream()
                .map(r -> Panel.of(sample.name(r.number()), azimuth, residual, layers(r, azimuth)))
                .toList();
        String caption = caption();
        var figure = new Figure(
                caption,
                panels,
                Math.min(PANELS_IN_A_ROW, panels.size()),
                panels.size() == 1 ? FigureSize.SINGLE_COLUMN : FigureSize.DOUBLE_COLUMN);
        return new Illustration(product.head().name(), figure, caption);
    }

    private Axis azimuth() {
        Quantity q = quantities.azimuth();
        if (!q.range().isEmpty()) {
            return Axis.of(q.label(), q.unit(), q.range().get(0), q.range().get(1));
        }
        return Axis.covering(
                q.label(),
                q.unit(),
                rings.stream().flatMap(r -> shown(r).stream()).flatMapToDouble(b -> DoubleStream.of(b.low(), b.high())),
                0.03);
    }

    private Axis residual() {
        Quantity q = quantities.value();
        if (!q.range().isEmpty()) {
            return Axis.of(
                    AzimuthProduct.residualLabel(q),
                    q.unit(),
                    q.range().get(0),
                    q.range().get(1));
        }
        return Axis.covering(
                AzimuthProduct.residualLabel(q),
                q.unit(),
                rings.stream()
                        .flatMap(r -> shown(r).stream())
                        .flatMapToDouble(b -> DoubleStream.of(
                                b.residual().mean() - b.residual().standardError(),
                                b.residual().mean() + b.residual().standardError())),
                ROOM);
    }

    private List<Ring.Bin> shown(Ring ring) {
        return ring.shown(product.minimumCount());
    }

    private List<Layer> layers(Ring ring, Axis azimuth) {
        var layers = new ArrayList<Layer>();
        layers.add(ReferenceLine.horizontal(0, LineStyle.GUIDE, ""));
        if (ring.modes().isPresent()) {
            layers.addAll(curves(ring, azimuth));
        }
        layers.add(ErrorBars.vertical(
                shown(ring).stream().mapToDouble(Ring.Bin::middle).toArray(),
                shown(ring).stream().mapToDouble(b -> b.residual().mean()).toArray(),
                shown(ring).stream()
                        .mapToDouble(b -> b.residual().standardError())
                        .toArray(),
                PointStyle.series(0),
                ""));
        layers.add(new Note(
                "N = " + Numbers.count(ring.n())
                        + ring.modes().map(m -> "\np = " + chance(m)).orElse("")
                        + (ring.n() > 0 && shown(ring).isEmpty()
                                ? "\nno bin of " + Numbers.stars(product.minimumCount())
                                : ""),
                Note.Corner.EMPTIEST));
        return layers;
    }

    private String chance(RingModes modes) {
        return modes.permuted() && modes.pValue() <= 1.0 / (1 + product.permutations())
                ? Numbers.significant(modes.pValue(), 1) + " or less"
                : Numbers.significant(modes.pValue(), 2);
    }

    /** The modes where stars are: in one piece, or in two where the arc leaves the figure at one end and enters it at the other. */
    private static List<Layer> curves(Ring ring, Axis azimuth) {
        RingModes modes = ring.modes().orElseThrow();
        Footprint arc = ring.footprint().orElseThrow();
        var pieces = new ArrayList<Layer>();
        var x = DoubleStream.builder();
        int points = 0;
        for (int k = 0; k <= CURVE_POINTS; k++) {
            double at = azimuth.min() + k * (azimuth.max() - azimuth.min()) / (CURVE_POINTS - 1);
            if (k < CURVE_POINTS && arc.holds(at)) {
                x.add(at);
                points++;
            } else if (points > 0) {
                double[] piece = x.build().toArray();
                double[] y = DoubleStream.of(piece)
                        .map(b -> ring.constant() + AzimuthProduct.curve(modes, b))
                        .toArray();
                pieces.add(new Line(piece, y, LineStyle.solid(Palette.VERMILLION), ""));
                x = DoubleStream.builder();
                points = 0;
            }
        }
        return pieces;
    }

    private String caption() {
        return "Mean of %s, in bins of %s deg of azimuth with at least %s, and its standard error. Residual: %s. Curve: modes m = 1 to %d through the stars. p: how often chance alone gives modes as strong. %s"
                .formatted(
                        quantities.value().named(),
                        Numbers.brief(product.width()),
                        Numbers.stars(product.minimumCount()),
                        product.reference().sentence(),
                        product.modes(),
                        rings.stream()
                                .map(r -> sample.plainName(r.number()) + ": " + Numbers.stars(r.n()))
                                .collect(Collectors.joining("; ", "", ".")));
    }

    /** Amplitude and crest of the modes along the radius, of those that the footprint tells from the others; empty of fewer than two rings. */
    Optional<Illustration> modes() {
        List<Ring> found =
                rings.stream().filter(ring -> told(ring).findAny().isPresent()).toList();
        if (found.size() < 2) {
            return Optional.empty();
        }
        Quantity r = sample.slices().orElseThrow();
        Axis along = Axis.covering(
                r.label(), r.unit(), found.stream().mapToDouble(Ring::radius).toArray(), 0.08);
        var amplitudes = new ArrayList<Layer>();
        var crests = new ArrayList<Layer>();
        amplitudes.add(ReferenceLine.horizontal(0, LineStyle.GUIDE, ""));
        double highest = 0;
        for (int m = 1; m <= product.modes(); m++) {
            int wanted = m;
            List<Ring> telling = found.stream()
                    .filter(ring -> told(ring).anyMatch(mode -> mode.m() == wanted))
                    .toList();
            List<RingModes.Mode> modes = telling.stream()
                    .map(ring -> ring.modes().orElseThrow().modes().get(wanted - 1))
                    .toList();
            double[] radius = telling.stream().mapToDouble(Ring::radius).toArray();
            double[] amplitude =
                    modes.stream().mapToDouble(RingModes.Mode::amplitude).toArray();
            double[] error =
                    modes.stream().mapToDouble(RingModes.Mode::amplitudeError).toArray();
            for (int i = 0; i < amplitude.length; i++) {
                highest = Math.max(highest, amplitude[i] + error[i]);
            }
            amplitudes.add(ErrorBars.vertical(radius, amplitude, error, PointStyle.series(m - 1), "m = " + m));
            crests.add(ErrorBars.vertical(
                    radius,
                    modes.stream().mapToDouble(RingModes.Mode::crestDeg).toArray(),
                    modes.stream().mapToDouble(RingModes.Mode::crestErrorDeg).toArray(),
                    PointStyle.series(m - 1),
                    "m = " + m));
        }
        Quantity value = quantities.value();
        String caption =
                "Amplitudes and crests of the azimuthal modes of %s in %d rings, with errors under the footprint. An amplitude is above zero by chance too.%s"
                        .formatted(value.named(), found.size(), leftOut());
        var figure = new Figure(
                caption,
                List.of(
                        Panel.of(
                                "",
                                along,
                                Axis.of("Amplitude", value.unit(), -0.05 * highest, 1.1 * highest),
                                amplitudes),
                        Panel.of("", along, Axis.of("Azimuth of a crest", "deg", -185, 185), crests)),
                2,
                FigureSize.DOUBLE_COLUMN);
        return Optional.of(new Illustration(product.head().name() + "-modes", figure, caption));
    }

    private static Stream<RingModes.Mode> told(Ring ring) {
        return ring.modes().stream().flatMap(found -> found.modes().stream()).filter(ring::tells);
    }

    /** Modes that stand in the table and not in the figure. */
    private String leftOut() {
        long left = rings.stream()
                .flatMap(ring -> ring.modes().stream()
                        .flatMap(found -> found.modes().stream())
                        .filter(mode -> !ring.tells(mode)))
                .count();
        return left == 0
                ? ""
                : " Without %s which the footprint hardly tells from the others (errors above ten times those of a whole ring)."
                        .formatted(left == 1 ? "one mode" : left + " modes");
    }
}
