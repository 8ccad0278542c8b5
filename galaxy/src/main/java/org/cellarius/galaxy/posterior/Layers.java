package org.cellarius.galaxy.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A proposal for a posterior that is nearly normal only while one of its parameters is held: layer by layer along that parameter the mode of the
 * others and the curvature there make one component of a mixture.
 */
final class Layers {

    private static final int COUNT = 64;

    /** From a layer's centre to where its neighbour takes over, as a standard deviation. */
    private static final double THICKNESS = 0.7;

    /** The mode of the others in a layer. */
    private record Layer(double at, double[] mode, double lnDensity, Cholesky precision) {}

    private Layers() {}

    /** Empty where the parameter's prior is not uniform, or too few layers have a maximum. */
    static Optional<StudentMixture> along(OpenPosterior density, Posterior.HeldParameter parameter) {
        int held = parameter.number();
        Prior prior = density.posterior().parameters().get(held).prior();
        if (!(prior instanceof Prior.Uniform)) {
            return Optional.empty();
        }
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < COUNT; k++) {
            double part = (k + 0.5) / COUNT;
            double at = Math.log(part / (1 - part));
            double[] start = density.coordinates(parameter.starts().apply(prior.value(at)));
            Mode.of(new Held(density, held, at), without(start, held), without(density.widths(start), held))
                    .flatMap(mode -> Cholesky.of(mode.precision())
                            .map(p -> new Layer(at, mode.coordinates(), mode.lnDensity(), p)))
                    .ifPresent(layers::add);
        }
        return layers.size() < COUNT / 2 ? Optional.empty() : Optional.of(mixture(layers, held));
    }

    private static StudentMixture mixture(List<Layer> layers, int held) {
        int n = layers.size();
        int d = layers.getFirst().mode.length + 1;
        var centres = new ArrayList<double[]>();
        var covariances = new ArrayList<double[][]>();
        double[] lnMass = new double[n];
        for (int k = 0; k < n; k++) {
            Layer layer = layers.get(k);
            Layer before = layers.get(Math.max(0, k - 1));
            Layer after = layers.get(Math.min(n - 1, k + 1));
            double apart = after.at - before.at;
            double thickness = THICKNESS * apart / (k == 0 || k == n - 1 ? 1 : 2);
            double[][] inner = layer.precision.inverse();
            double[][] whole = new double[d][d];
            double[] slope = new double[d];
            for (int i = 0; i < d; i++) {
                slope[i] =
                        i == held ? 1 : (after.mode[i < held ? i : i - 1] - before.mode[i < held ? i : i - 1]) / apart;
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    whole[i][j] = slope[i] * slope[j] * thickness * thickness
                            + (i == held || j == held ? 0 : inner[i < held ? i : i - 1][j < held ? j : j - 1]);
                }
            }
            centres.add(with(layer.mode, held, layer.at));
            covariances.add(whole);
            lnMass[k] = layer.lnDensity - layer.precision.lnDiagonal() + Math.log(thickness);
        }
        return StudentMixture.of(centres, covariances, lnMass);
    }

    private static double[] without(double[] all, int held) {
        double[] others = new double[all.length - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = all[i < held ? i : i + 1];
        }
        return others;
    }

    private static double[] with(double[] others, int held, double at) {
        double[] all = new double[others.length + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = i == held ? at : others[i < held ? i : i - 1];
        }
        return all;
    }

    /** A density with one coordinate held. */
    private record Held(OpenDensity whole, int held, double at) implements OpenDensity {
        @Override
        public int dimensions() {
            return whole.dimensions() - 1;
        }

        @Override
        public double ln(double[] others) {
            return whole.ln(with(others, held, at));
        }
    }
}
