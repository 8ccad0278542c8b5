package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published potentials of the Galaxy that go by a name. Each is one object, so that it is expanded once. */
public final class Potentials {

    /** Mass unit of Irrgang et al. (2013): 100 kpc km&sup2;/s&sup2; / G = 2.325e7 M&#9737;. */
    private static final double IRRGANG_MSUN = 100 / KPC_KMS2_PER_MSUN;

    private static final String IRRGANG = "Irrgang et al. (2013), A&A 549, A137, 2013A&A...549A.137I, model ";

    /** Bovy (2015), Table 1: bulge, disc and halo give 5, 60 and 35 per cent of the radial force at R0 = 8 kpc. */
    public static final Potential MW_POTENTIAL_2014 = mwPotential2014();

    /** McMillan (2017), best-fitting model, with the digits distributed with the author's code. */
    public static final Potential MCMILLAN_17 = mcMillan17(
            "McMillan17",
            "McMillan (2017), MNRAS 465, 76, 2017MNRAS.465...76M, best fit; digits of the author's code",
            List.of(
                    new ExponentialDisc(8.95679e8, 2.49955, 0.3),
                    new ExponentialDisc(1.83444e8, 3.02134, 0.9),
                    new HoledSech2Disc(5.31319e7, 7, 4, 0.085),
                    new HoledSech2Disc(2.17995e9, 1.5, 12, 0.045),
                    new FlattenedCutoffBulge(9.8351e10, 0.075, 2.1, 0.5),
                    new Nfw(8.53702e6, 19.5725)));

    /** The same model with the rounded numbers that galpy carries: v_c differs by 5e-4. */
    public static final Potential MCMILLAN_17_ROUNDED = mcMillan17(
            "McMillan17-rounded",
            "McMillan (2017), MNRAS 465, 76, 2017MNRAS.465...76M, best fit; numbers rounded as galpy carries them",
            List.of(
                    new ExponentialDisc(8.96e8, 2.5, 0.3),
                    new ExponentialDisc(1.83e8, 3.02, 0.9),
                    new HoledSech2Disc(5.31e7, 7, 4, 0.085),
                    new HoledSech2Disc(2.18e9, 1.5, 12, 0.045),
                    new FlattenedCutoffBulge(9.84e10, 0.075, 2.1, 0.5),
                    new Nfw(8.54e6, 19.6)));

    /** Irrgang et al. (2013), model I: Allen and Santillan's form revised. */
    public static final Potential IRRGANG_13_I = Potential.of(
            "Irrgang13I",
            IRRGANG + "I",
            8.40,
            242,
            List.of(
                    new Plummer(409 * IRRGANG_MSUN, 0.230),
                    new MiyamotoNagai(2856 * IRRGANG_MSUN, 4.22, 0.292),
                    new AllenSantillanHalo(1018 * IRRGANG_MSUN, 2.562, 2, 200)));

    /** Irrgang et al. (2013), model II: truncated flat rotation curve. */
    public static final Potential IRRGANG_13_II = Potential.of(
            "Irrgang13II",
            IRRGANG + "II",
            8.35,
            240.4,
            List.of(
                    new Plummer(175 * IRRGANG_MSUN, 0.184),
                    new MiyamotoNagai(2829 * IRRGANG_MSUN, 4.85, 0.305),
                    new TruncatedFlatHalo(69725 * IRRGANG_MSUN, 200)));

    /** Irrgang et al. (2013), model III: Navarro, Frenk and White's halo. */
    public static final Potential IRRGANG_13_III = Potential.of(
            "Irrgang13III",
            IRRGANG + "III",
            8.33,
            239.7,
            List.of(
                    new Plummer(439 * IRRGANG_MSUN, 0.236),
                    new MiyamotoNagai(3096 * IRRGANG_MSUN, 3.262, 0.289),
                    Nfw.ofMassUnit(142200 * IRRGANG_MSUN, 45.02)));

    private Potentials() {}

    /** Every named potential, in the order in which they are listed to users. */
    public static List<Potential> all() {
        return List.of(
                MW_POTENTIAL_2014, MCMILLAN_17, MCMILLAN_17_ROUNDED, IRRGANG_13_I, IRRGANG_13_II, IRRGANG_13_III);
    }

    /** The potential of that name, if there is one. */
    public static Optional<Potential> byName(String name) {
        return all().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The potential of that name. */
    public static Potential named(String name) {
        return byName(name)
                .orElseThrow(() -> new IllegalArgumentException("no potential '" + name + "'; known are "
                        + all().stream().map(Potential::name).collect(Collectors.joining(", "))));
    }

    private static Potential mcMillan17(String name, String citation, List<Component> components) {
        return Potential.of(name, citation, 8.21, 233.1, components);
    }

    private static Potential mwPotential2014() {
        double r0Kpc = 8;
        double v0Kms = 220;
        var bulge = new PowerLawWithCutoff(1, 1.8, 1.9);
        var disc = new MiyamotoNagai(1, 3, 0.28);
        var halo = new Nfw(1, 16);
        return Potential.of(
                "MWPotential2014",
                "Bovy (2015), ApJS 216, 29, 2015ApJS..216...29B, Table 1",
                r0Kpc,
                v0Kms,
                List.of(
                        new PowerLawWithCutoff(0.05 * unit(bulge, r0Kpc, v0Kms), 1.8, 1.9),
                        new MiyamotoNagai(0.60 * unit(disc, r0Kpc, v0Kms), 3, 0.28),
                        new Nfw(0.35 * unit(halo, r0Kpc, v0Kms), 16)));
    }

    /** The factor by which a component of unit mass or density carries the whole circular speed. */
    private static double unit(ClosedForm component, double r0Kpc, double v0Kms) {
        return v0Kms * v0Kms / (r0Kpc * component.at(r0Kpc, 0).dRKms2PerKpc());
    }
}
