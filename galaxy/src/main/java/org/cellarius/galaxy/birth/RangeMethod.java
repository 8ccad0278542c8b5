package org.cellarius.galaxy.birth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * The gradient of [Fe/H] at each age from the range of [Fe/H] (Lu et al. 2024, 2024MNRAS.535..392L):
 *
 * <pre>  g(&tau;) = &minus; &rho;(&tau;) / W(&tau;),   &rho;&sup2; = observed range&sup2; &minus; k&sup2; (mean e&sup2; + s&sup2;),</pre>
 *
 * <p>e the errors of [Fe/H], s the scatter of the gas, k the range of a standard normal distribution. With a gradient of today W is only right to a factor, which the youngest stars give:
 * g(&tau;) = g_now (&rho;(&tau;)/&rho;_young) (W_young/W(&tau;)). Errors are of first order; those of different ages are independent but for that factor.
 *
 * @param range what the range is
 * @param width over which radii stars were born
 * @param now gradient of the youngest stars, those of the first bin; empty where widths are right in kpc
 * @param centre where F0 comes from
 * @param gasScatterDex s, dex
 * @param ageEdgesGyr edges of the bins, rising, Gyr
 * @param minimumCount bins with fewer stars are not measured
 * @param seed of the random numbers behind errors
 */
public record RangeMethod(
        RangeStatistic range,
        BirthWidth width,
        Optional<GradientNow> now,
        CentralMetallicity centre,
        double gasScatterDex,
        List<Double> ageEdgesGyr,
        long minimumCount,
        long seed) {

    /** Errors of fewer stars mean nothing. */
    public static final long FEWEST = 20;

    public RangeMethod {
        ageEdgesGyr = List.copyOf(ageEdgesGyr);
        if (!(gasScatterDex >= 0 && gasScatterDex < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a scatter of the gas of " + gasScatterDex + " dex: it must not be negative");
        }
        if (minimumCount < FEWEST) {
            throw new IllegalArgumentException("ages of " + minimumCount + " stars: errors need " + FEWEST);
        }
        double oldest = ageEdgesGyr.getLast();
        if (ageEdgesGyr.getFirst() < 0 || !growth(width).reaches(oldest)) {
            throw new IllegalArgumentException("ages from " + ageEdgesGyr.getFirst() + " to " + oldest
                    + " Gyr: they must not be negative, and the disc must have a scale length at all of them");
        }
    }

    private static DiscGrowth growth(BirthWidth width) {
        return switch (width) {
            case BirthWidth.Constant c -> new DiscGrowth(c.scaleLengthKpc(), 0);
            case BirthWidth.InsideOut i -> i.growth();
            case BirthWidth.AsSampled s -> s.growth();
        };
    }

    /** The history that some stars tell, with what errors of their ages do to it where these are known. */
    public BirthHistory history(AgedStars stars) {
        return AgeErrorShift.told(measured(stars), this, stars);
    }

    /** What a bin shows before it is compared with others. */
    private record Seen(
            AgedStars stars, double meanAge, Spread spread, double noise, double range, double width, double level) {

        /** Relative error of the range without noise; its square is that of the observed range, more strongly. */
        double relativeError() {
            return spread.rangeError() * spread.range() / (range * range);
        }
    }

    BirthHistory measured(AgedStars stars) {
        var random = new CounterRandom(seed).forPurpose("birth radii");
        var seen = new ArrayList<Seen>();
        for (int k = 0; k + 1 < ageEdgesGyr.size(); k++) {
            seen.add(seen(stars.between(ageEdgesGyr.get(k), ageEdgesGyr.get(k + 1)), random, k));
        }
        var bins = new ArrayList<BirthBin>();
        for (int k = 0; k < seen.size(); k++) {
            bins.add(bin(k, seen.get(k), seen.getFirst()));
        }
        return new BirthHistory(bins);
    }

    private Seen seen(AgedStars stars, CounterRandom random, int bin) {
        int n = stars.count();
        double age = Arrays.stream(stars.ageGyr()).average().orElse(Double.NaN);
        if (n < minimumCount) {
            return new Seen(stars, age, Spread.none(n), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double ofErrors =
                Arrays.stream(stars.feHErrorDex()).map(e -> e * e).average().orElse(0);
        double noise = Math.sqrt(ofErrors + gasScatterDex * gasScatterDex);
        Spread spread = range.of(stars.feHDex(), random, bin);
        double square = spread.range() * spread.range() - range.ofNormal() * range.ofNormal() * noise * noise;
        RadiusDistribution births = width.births(age, stars.radiusKpc());
        return new Seen(
                stars,
                age,
                spread,
                noise,
                square > 0 ? Math.sqrt(square) : Double.NaN,
                range.widthKpc(births),
                levelKpc(births));
    }

    private BirthBin bin(int k, Seen own, Seen young) {
        BirthStatus status = status(own, young);
        boolean ok = status == BirthStatus.OK;
        // What turns widths of the law into kpc.
        double scale = now.map(g -> young.range() / (Math.abs(g.dexPerKpc()) * young.width()))
                .orElse(1.0);
        return new BirthBin(
                ageEdgesGyr.get(k),
                ageEdgesGyr.get(k + 1),
                own.meanAge(),
                status,
                own.spread(),
                own.noise(),
                own.range(),
                own.width() * scale,
                own.level(),
                ok ? profile(k == 0, own, young, own.width() * scale, own.level()) : MetallicityProfile.NONE,
                ok ? profile(k == 0, own, young, young.width() * scale, young.level()) : MetallicityProfile.NONE,
                Double.NaN);
    }

    private BirthStatus status(Seen own, Seen young) {
        if (!Double.isFinite(own.spread().range())) {
            return BirthStatus.TOO_FEW_STARS;
        }
        if (!(own.range() > 0)) {
            return BirthStatus.ERRORS_EXCEED_RANGE;
        }
        return young.range() > 0 || now.isEmpty() ? BirthStatus.OK : BirthStatus.NO_YOUNG_STARS;
    }

    private double levelKpc(RadiusDistribution births) {
        return switch (centre) {
            case CentralMetallicity.FromBirthRadii c -> range.levelKpc(births);
            case CentralMetallicity.AtRadius r -> r.radiusKpc();
            case CentralMetallicity.Given g -> 0;
        };
    }

    private MetallicityProfile profile(boolean first, Seen own, Seen young, double widthKpc, double levelKpc) {
        double sign = now.map(g -> Math.signum(g.dexPerKpc())).orElse(-1.0);
        double gradient = sign * own.range() / widthKpc;
        boolean anchor = now.isPresent() && first;
        double ownError = anchor ? 0 : own.relativeError();
        double ofNow = now.map(g -> g.errorDexPerKpc() / g.dexPerKpc()).orElse(0.0);
        double ofYoung = anchor || now.isEmpty() ? 0 : young.relativeError();
        double error = Math.abs(gradient) * Math.sqrt(ownError * ownError + ofNow * ofNow + ofYoung * ofYoung);
        if (centre instanceof CentralMetallicity.Given) {
            double mean = Arrays.stream(own.stars().centreDex()).average().orElse(Double.NaN);
            return new MetallicityProfile(gradient, error, mean, 0, 0);
        }
        // Range and level of the same stars hang together.
        double together =
                anchor ? 0 : gradient * own.spread().covariance() * own.spread().range() / (own.range() * own.range());
        double levelError = own.spread().levelError();
        return new MetallicityProfile(
                gradient,
                error,
                own.spread().level() - gradient * levelKpc,
                Math.sqrt(Math.max(
                        0, levelError * levelError + levelKpc * levelKpc * error * error - 2 * levelKpc * together)),
                together - levelKpc * error * error);
    }
}
