package org.cellarius.galaxy.action;

import java.util.stream.Stream;

/**
 * Where the foci (R, z) = (0, &plusmn;&Delta;) of the prolate spheroidal coordinates are put for a star. The St&auml;ckel
 * approximation is as good as this choice.
 */
public sealed interface FocalDistance {

    /** The choice in a word, for studies and reports. */
    String word();

    /** The choices that need no number. */
    static Stream<FocalDistance> named() {
        return Stream.of(new ShellOrbits(), new AtStar());
    }

    /** The choice with its value, for provenance. */
    default String meaning() {
        return switch (this) {
            case Fixed fixed -> fixed.focalDistanceKpc() + " kpc for all stars";
            case AtStar star -> "from the potential at the star";
            case ShellOrbits shells -> "of shell orbits";
        };
    }

    /** One value for all stars, kpc; galpy's users take 0.45 R0. Zero: spherical coordinates. */
    record Fixed(double focalDistanceKpc) implements FocalDistance {

        public Fixed {
            if (!(focalDistanceKpc >= 0 && focalDistanceKpc < 1e6)) {
                throw new IllegalArgumentException("focal distance = " + focalDistanceKpc
                        + " kpc: must be zero or positive and smaller than 1e6 kpc");
            }
        }

        @Override
        public String word() {
            return "fixed";
        }
    }

    /**
     * From the second derivatives of &Phi; at the star (Sanders 2012, 2012MNRAS.426..128S, eq. 8):
     *
     * <pre>  &Delta;&sup2; = z&sup2; &minus; R&sup2; + [3z &Phi;_R &minus; 3R &Phi;_z + R z (&Phi;_RR &minus; &Phi;_zz)] / &Phi;_Rz,</pre>
     *
     * zero where this is negative. Evaluated exactly: slow where a potential has no formula.
     */
    record AtStar() implements FocalDistance {

        @Override
        public String word() {
            return "at-star";
        }
    }

    /**
     * From the shape of the shell orbit (J_R = 0) with the star's energy and angular momentum, from a table; the way of AGAMA
     * (Vasiliev 2019, 2019MNRAS.482.1525V). Depends on integrals of motion only, so that it is constant along an orbit.
     */
    record ShellOrbits() implements FocalDistance {

        @Override
        public String word() {
            return "shell-orbits";
        }
    }
}
