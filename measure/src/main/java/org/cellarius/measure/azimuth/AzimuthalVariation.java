package org.cellarius.measure.azimuth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.azimuth.AmplitudeEstimator;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.SlicesSource;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;

/**
 * How a quantity changes with azimuth in rings.
 *
 * @param azimuth in degrees, from &minus;180 to 180
 * @param rings slices of radius
 * @param width of a bin, degrees
 * @param minimumCount bins with fewer stars are not shown
 * @param modes highest Fourier mode
 * @param permutations how often chance is tried
 * @param permutedStars of rings with more stars chance is told by the &chi;&sup2; distribution
 * @param amplitudes how amplitudes are freed of what noise adds
 * @param seed of the random numbers
 */
public record AzimuthalVariation(
        ProductHead head,
        AxisSource value,
        AxisSource azimuth,
        SlicesSource rings,
        AzimuthReference reference,
        double width,
        long minimumCount,
        int modes,
        int permutations,
        long permutedStars,
        AmplitudeEstimator amplitudes,
        long seed)
        implements Product {

    /** 0 towards the Sun, growing with Galactic rotation. */
    private static final String USUAL_AZIMUTH = "degrees(atan2(y, -x))";

    private static final double TURN_DEG = 360;

    public AzimuthalVariation {
        if (!(width > 0 && width <= TURN_DEG)) {
            throw new IllegalArgumentException("bins of " + width + " degrees: they must be above 0 and at most 360");
        }
    }

    @Override
    public String kind() {
        return "azimuth";
    }

    @Override
    public List<String> results() {
        return List.of(head.name(), head.name() + "-bins", head.name() + "-modes");
    }

    @Override
    public List<SlicesSource> slices() {
        return List.of(rings);
    }

    @Override
    public boolean takesWeights() {
        return true;
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, List.of(), Optional.of(rings));
        reading.quantities(value, azimuth);
        if (reference instanceof AzimuthReference.Model m) {
            reading.quantities(m.model());
        }
    }

    @Override
    public void check(ProductChecks checks) {
        checks.number(value);
        checks.number(azimuth);
        checks.slices(Optional.of(rings));
        if (reference instanceof AzimuthReference.Model m) {
            checks.number(m.model());
        }
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return AzimuthProduct.measured(this, Sample.of(stars, head, Optional.of(rings)));
    }

    @Override
    public String quantity() {
        return "slope";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return KeyNumber.rows(result, quantity()).stream()
                .map(k -> Double.isFinite(k.value()) ? k : k.because(withoutSlope(k)))
                .toList();
    }

    /** A ring that has modes has stars enough for a slope. */
    private static String withoutSlope(KeyNumber k) {
        return k.status().equals(RingStatus.NO_MODES.name()) ? "too few stars or azimuths" : "seen all round: no slope";
    }

    @Override
    public Comparison comparison() {
        return Comparison.NAMED;
    }

    @Override
    public List<String> methods() {
        return List.of(
                "in azimuth: Fourier modes c + Σ (a_m cos mβ + b_m sin mβ) by least squares, every star counting alike; their covariance is that under the footprint; chance by permutations of what is left beside constant and radius.");
    }

    @Override
    public List<String> citations() {
        return List.of(
                "Freedman and Lane (1983), J. Bus. Econ. Stat. 1, 292: permutations in a regression",
                switch (amplitudes) {
                    case WARDLE_KRONBERG -> "Wardle and Kronberg (1974), ApJ 194, 249: corrected amplitudes";
                    case MODIFIED_ASYMPTOTIC -> "Plaszczynski et al. (2014), MNRAS 439, 4048: corrected amplitudes";
                });
    }

    /** Reads the section of a product of this kind. */
    public static AzimuthalVariation read(ProductHead head, Section s) {
        AxisSource azimuth = azimuth(s);
        return s.place("width")
                .checked(() -> new AzimuthalVariation(
                        head,
                        AxisSource.read(s.section("value")),
                        azimuth,
                        SlicesSource.read(s).orElseThrow(),
                        reference(s),
                        s.numberOr("width", 10),
                        s.integerOr("minimum-count", 10),
                        (int) s.integerOr("modes", 2),
                        (int) s.integerOr("permutations", 999),
                        s.integerOr("permuted-stars", 100_000),
                        s.choiceOr(
                                "amplitude",
                                "correction of amplitudes",
                                Arrays.asList(AmplitudeEstimator.values()),
                                AmplitudeEstimator.WARDLE_KRONBERG),
                        s.integerOr("seed", 1)));
    }

    private static AxisSource azimuth(Section s) {
        if (!s.has("azimuth")) {
            s.tell("azimuth", USUAL_AZIMUTH);
            return usual(List.of(), s);
        }
        AxisSource given = AxisSource.read(s.section("azimuth"));
        return given.expression().equals(USUAL_AZIMUTH)
                        && given.label().isEmpty()
                        && given.unit().isEmpty()
                ? usual(given.range(), s)
                : given;
    }

    private static AxisSource usual(List<Double> range, Section s) {
        return new AxisSource(USUAL_AZIMUTH, Optional.of("Azimuth"), Optional.of("deg"), range, s.place());
    }

    private enum Word {
        RING_LINE("ring-line"),
        SAME_RADIUS("same-radius"),
        MODEL("model");

        private final String word;

        Word(String word) {
            this.word = word;
        }
    }

    private static AzimuthReference reference(Section s) {
        Word word = Arrays.stream(Word.values())
                .filter(w -> w.word.equals(s.text("reference")))
                .findFirst()
                .orElseThrow();
        refuse(s, "within", word == Word.SAME_RADIUS, "reference: same-radius");
        refuse(s, "model", word == Word.MODEL, "reference: model");
        return switch (word) {
            case RING_LINE -> new AzimuthReference.RingLine();
            case SAME_RADIUS ->
                s.place("within").checked(() -> new AzimuthReference.SameRadiusMean(s.number("within")));
            case MODEL -> new AzimuthReference.Model(AxisSource.read(s.section("model")));
        };
    }

    private static void refuse(Section s, String key, boolean wanted, String with) {
        if (s.has(key) != wanted) {
            throw new InputError(
                    wanted ? "'" + key + "' is missing" : "'" + key + "' belongs to  " + with,
                    s.place(wanted ? "reference" : key).toString(),
                    wanted ? "Add it" : "Remove it, or say  " + with);
        }
    }
}
