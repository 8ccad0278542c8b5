package org.cellarius.galaxy.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Prior;

/**
 * What is fitted: which numbers, in which order. First the strength of migration ({@code migration}, kpc after 8 Gyr, or {@code churning}, kpc km/s after 6 Gyr), then those of the gas, its
 * {@code scatter} (dex), where it is asked for {@code scale_length_loss} (1/Gyr), with radial actions those of {@link Heating}, at the end {@code contaminant_share}.
 *
 * @param likelihood what of the stars is fitted
 * @param scaleLength of star formation
 * @param enrichment [Fe/H] of the gas
 * @param contaminants empty where all stars are of the disc
 */
public record MigrationModel(
        MigrationLikelihood likelihood,
        ScaleLength scaleLength,
        Enrichment enrichment,
        Optional<Contaminants> contaminants) {

    /** The priors, with a disc that has a size at all ages up to the oldest, Gyr. */
    List<Parameter> parameters(double oldestGyr) {
        var all = new ArrayList<Parameter>();
        all.add(
                switch (likelihood) {
                    case MigrationLikelihood.Frankel2018 f -> new Parameter("migration", new Prior.Uniform(0.05, 20));
                    case MigrationLikelihood.Frankel2020 f ->
                        new Parameter("churning", new Prior.Uniform(0.05 * f.speedKms(), 20 * f.speedKms()));
                });
        all.addAll(enrichment.parameters());
        all.add(new Parameter("scatter", new Prior.RootUniform(0.5)));
        if (scaleLength instanceof ScaleLength.LossFitted fitted) {
            all.add(new Parameter(ScaleLength.LossFitted.NAME, fitted.prior(oldestGyr)));
        }
        if (heats()) {
            all.addAll(Heating.PARAMETERS);
        }
        contaminants.ifPresent(c -> all.add(new Parameter("contaminant_share", new Prior.Uniform(0, 0.5))));
        return all;
    }

    /** Places from which a search may begin, the usual one first. */
    List<double[]> starts() {
        return enrichment.starts().stream()
                .map(gas -> ordered(3 / likelihood.unitKpc(), gas, 0.05, 0.03, Heating.START, 0.03))
                .toList();
    }

    double[] widths() {
        return ordered(0.3 / likelihood.unitKpc(), enrichment.widths(), 0.01, 0.003, Heating.WIDTHS, 0.01);
    }

    private double[] ordered(double first, double[] gas, double scatter, double loss, double[] heating, double share) {
        var all = new ArrayList<Double>();
        all.add(first);
        for (double g : gas) {
            all.add(g);
        }
        all.add(scatter);
        if (fitsLoss()) {
            all.add(loss);
        }
        if (heats()) {
            for (double h : heating) {
                all.add(h);
            }
        }
        if (contaminants.isPresent()) {
            all.add(share);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private boolean fitsLoss() {
        return scaleLength instanceof ScaleLength.LossFitted;
    }

    /** Whether radial actions are fitted, too. */
    public boolean heats() {
        return likelihood instanceof MigrationLikelihood.Frankel2020;
    }

    private int gas() {
        return enrichment.parameters().size();
    }

    /** &sigma; of guiding radii at the age of reference, kpc. */
    public double strengthKpc(double[] values) {
        return values[0] * likelihood.unitKpc();
    }

    double scatterDex(double[] values) {
        return values[1 + gas()];
    }

    /** s, 1/Gyr. */
    public double lossPerGyr(double[] values) {
        return switch (scaleLength) {
            case ScaleLength.Known known -> known.growth().lossPerGyr();
            case ScaleLength.LossFitted fitted -> values[2 + gas()];
        };
    }

    /** Of the radial actions; only where they are fitted. */
    public Heating heating(double[] values) {
        int at = 2 + gas() + (fitsLoss() ? 1 : 0);
        return new Heating(values[at], values[at + 1], values[at + 2]);
    }

    double share(double[] values) {
        return contaminants.isPresent() ? values[values.length - 1] : 0;
    }
}
