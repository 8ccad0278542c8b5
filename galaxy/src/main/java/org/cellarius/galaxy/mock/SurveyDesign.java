package org.cellarius.galaxy.mock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cellarius.galaxy.frame.PeculiarMotion;
import org.cellarius.galaxy.frame.SolarVelocity;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;

/**
 * A survey as one of the papers used it: from where it looks, in which potential its stars move, and its samples. Where the paper is silent on the Sun's motion, one is taken and
 * named here.
 *
 * @param name the name by which it is asked for
 * @param sun from where it looks
 * @param potential in which the stars move
 * @param samples its samples; their shares make one
 */
public record SurveyDesign(String name, Sun sun, Potential potential, List<SurveySample> samples) {

    private static final SurveyErrors LAMOST_GIANTS =
            new SurveyErrors(160, 40, 0.10, 0.02, 1.2, 0.025, 3.5, 0.11, 0.12, 0.10);
    private static final SurveyErrors LAMOST_HOT =
            new SurveyErrors(160, 90, 0.10, 0.05, 2.6, 0.05, 5, 0.10, 0.10, 0.10);

    /** Positions only in the paper; the motion is that of Bland-Hawthorn and Gerhard (2016), from which its position comes. */
    private static final Sun IMIG_SUN = new Sun(
            "imig2023",
            8.3,
            0.027,
            Optional.of(new SolarVelocity(10, 251, 7)),
            Optional.of(new PeculiarMotion(10, 11, 7)),
            "Imig et al. (2023), Sec. 2; motion: Bland-Hawthorn & Gerhard (2016), with the proper motion of Sgr A* at 8.3 kpc");

    /** Positions only in the paper; the motion is that of Schoenrich et al. (2010) and, along rotation, of Sgr A* (Reid and Brunthaler 2004). */
    private static final Sun LONG_SUN = new Sun(
            "long2025",
            8.178,
            0,
            Optional.of(new SolarVelocity(11.1, 247.3, 7.25)),
            Optional.of(new PeculiarMotion(11.1, 12.24, 7.25)),
            "Long et al. (2025), Sec. 3.1; motion: Schoenrich et al. (2010), Reid & Brunthaler (2004)");

    private static final Map<String, Supplier<SurveyDesign>> BY_NAME = byName();

    private static Map<String, Supplier<SurveyDesign>> byName() {
        var designs = new LinkedHashMap<String, Supplier<SurveyDesign>>();
        designs.put("long2025", SurveyDesign::long2025);
        designs.put("vickers2021", SurveyDesign::vickers2021);
        designs.put("chen2025", SurveyDesign::chen2025);
        designs.put("hawkins2023", SurveyDesign::hawkins2023);
        designs.put("imig2023", SurveyDesign::imig2023);
        return designs;
    }

    public SurveyDesign {
        samples = List.copyOf(samples);
        double sum = samples.stream().mapToDouble(SurveySample::share).sum();
        if (samples.isEmpty() || Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("the shares of the samples of '" + name + "' make " + sum + ", not 1");
        }
    }

    /** The names of all surveys, in the order of the papers. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Every survey. */
    public static List<SurveyDesign> all() {
        return BY_NAME.values().stream().map(Supplier::get).toList();
    }

    /** The survey of that name. */
    public static Optional<SurveyDesign> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(Supplier::get);
    }

    private static SurveyDesign long2025() {
        return new SurveyDesign(
                "long2025",
                LONG_SUN,
                Potentials.MCMILLAN_17,
                List.of(
                        new SurveySample(
                                0.45,
                                new Tracer.HotStars(6800, 16000),
                                new SurveyWindow(-10, 60, 6.5, 13.5, 6, 9, 17.5),
                                LAMOST_HOT),
                        new SurveySample(
                                0.50,
                                new Tracer.DwarfsOfTypeG(),
                                new SurveyWindow(-10, 60, 6.5, 13.5, 5, 9, 18),
                                new SurveyErrors(160, 50, 0.06, 0.03, 2, 0.03, 5, 0.2, 0.2, 0.10)),
                        new SurveySample(
                                0.02,
                                new Tracer.OpenClusters(),
                                new SurveyWindow(-10, 60, 6.5, 14, 5, 0, 20),
                                LAMOST_HOT),
                        new SurveySample(
                                0.03,
                                new Tracer.ClassicalCepheids(),
                                new SurveyWindow(-90, 90, 6, 14, 8, 0, 20),
                                LAMOST_HOT)));
    }

    private static SurveyDesign vickers2021() {
        var errors = new SurveyErrors(260, 23, 0.05, 0.02, 1.0, 0.02, 4, 0.08, 0.08, 0.10);
        return new SurveyDesign(
                "vickers2021",
                Sun.VICKERS_2021,
                Potentials.MW_POTENTIAL_2014.rescaledTo(8.27, 236),
                List.of(
                        new SurveySample(
                                0.85,
                                new Tracer.TurnOffStars(),
                                new SurveyWindow(-10, 60, 4, 16, 3.2, 9, 16.5),
                                errors),
                        new SurveySample(
                                0.15,
                                new Tracer.RedGiants(1, 3, 0.4),
                                new SurveyWindow(-10, 60, 4, 16, 6, 9, 16.5),
                                errors)));
    }

    private static SurveyDesign chen2025() {
        return new SurveyDesign(
                "chen2025",
                Sun.VICKERS_2021,
                Potentials.MW_POTENTIAL_2014.rescaledTo(8.27, 236),
                List.of(new SurveySample(
                        1,
                        new Tracer.RedGiants(1.5, 3.2, 0.33),
                        new SurveyWindow(-10, 60, 4, 20, 12, 9, 17),
                        LAMOST_GIANTS)));
    }

    private static SurveyDesign hawkins2023() {
        return new SurveyDesign(
                "hawkins2023",
                Sun.HAWKINS_2023,
                Potentials.MW_POTENTIAL_2014.rescaledTo(8.27, 233),
                List.of(
                        new SurveySample(
                                0.6,
                                new Tracer.HotStars(7000, 30000),
                                new SurveyWindow(-10, 60, 6, 14, 5, 9, 17.5),
                                LAMOST_HOT),
                        new SurveySample(
                                0.4,
                                new Tracer.RedGiants(0.5, 2.2, 0),
                                new SurveyWindow(-90, 90, 3, 15, 8, 6, 15),
                                new SurveyErrors(300, 30, 0.10, 0.03, 1.5, 0.05, 0.6, 0.15, 0.15, 0.10))));
    }

    /** Plates towards the outer disc: as many stars outside the Sun's radius as inside, as the paper's sample has. */
    private static SurveyDesign imig2023() {
        var errors = new SurveyErrors(520, 25, 0.05, 0.008, 0.6, 0.015, 0.1, 0.14, 0.16, 0.10);
        var giants = new Tracer.RedGiants(0.6, 2.3, 0);
        return new SurveyDesign(
                "imig2023",
                IMIG_SUN,
                Potentials.MW_POTENTIAL_2014.rescaledTo(8.3, 233),
                List.of(
                        new SurveySample(0.55, giants, new SurveyWindow(-80, 90, 0, 8.3, 14, 6, 17), errors),
                        new SurveySample(0.45, giants, new SurveyWindow(-80, 90, 8.3, 20, 12, 6, 17), errors)));
    }
}
