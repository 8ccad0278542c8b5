package org.cellarius.galaxy.spiral;

import java.util.List;

/** Published sets of spiral arms. */
public enum ArmModel {
    /** Masers: Reid et al. (2014), ApJ 783, 130, table 2; R0 = 8.34 kpc. The range of the Local arm is from memory, not from the paper. */
    REID2014(
            "reid2014",
            "Reid et al. (2014)",
            "2014ApJ...783..130R",
            8.34,
            arm("Scutum", 5.0, 27.6, 19.8, 0.17, 3, 101),
            arm("Sagittarius", 6.6, 25.6, 6.9, 0.26, -2, 68),
            arm("Local", 8.4, 8.9, 12.8, 0.33, -8, 27),
            arm("Perseus", 9.9, 14.2, 9.9, 0.38, -21, 88),
            arm("Outer", 13.0, 18.6, 13.8, 0.63, -6, 56)),

    /** Masers: Reid et al. (2019), ApJ 885, 131, table 2; R0 = 8.15 kpc. */
    REID2019(
            "reid2019",
            "Reid et al. (2019)",
            "2019ApJ...885..131R",
            8.15,
            new SpiralArm("3-kpc", 3.52, 15, -4.2, -4.2, 0.18, 15, 18),
            new SpiralArm("Norma", 4.46, 18, -1.0, 19.5, 0.14, 5, 54),
            new SpiralArm("Sct–Cen", 4.91, 23, 14.1, 12.1, 0.23, 0, 104),
            new SpiralArm("Sgr–Car", 6.04, 24, 17.1, 1.0, 0.27, 2, 97),
            new SpiralArm("Local", 8.26, 9, 11.4, 11.4, 0.31, -8, 34),
            new SpiralArm("Perseus", 8.87, 40, 10.3, 8.7, 0.35, -23, 115),
            new SpiralArm("Outer", 12.24, 18, 3.0, 9.4, 0.65, -16, 71)),

    /** Cepheids of azimuths from &minus;90 to 0 degrees: Drimmel et al. (2024), the fit by strength of the arms; no widths are told. */
    DRIMMEL2024(
            "drimmel2024",
            "Drimmel et al. (2024)",
            "2024arXiv240609127D",
            8.277,
            arm("Scutum", Math.exp(1.55583), 0, 10.2, 0, -90, 0),
            arm("Sgr–Car", Math.exp(1.99719), 0, 14.5, 0, -90, 0),
            arm("Orion", Math.exp(2.24373), 0, 16.0, 0, -90, 0),
            arm("Perseus", Math.exp(2.45869), 0, 22.0, 0, -90, 0));

    private final String word;
    private final String citation;
    private final String bibcode;
    private final double r0Kpc;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
    private final List<SpiralArm> arms;

    ArmModel(String word, String citation, String bibcode, double r0Kpc, SpiralArm... arms) {
        this.word = word;
        this.citation = citation;
        this.bibcode = bibcode;
        this.r0Kpc = r0Kpc;
        this.arms = List.of(arms);
    }

    private static SpiralArm arm(
            String name, double radius, double azimuth, double pitch, double width, double from, double to) {
        return new SpiralArm(name, radius, azimuth, pitch, pitch, width, from, to);
    }

    /** As studies write it. */
    public String word() {
        return word;
    }

    /** As captions write it. */
    public String citation() {
        return citation;
    }

    public String bibcode() {
        return bibcode;
    }

    /** Distance of the Sun from the centre with which the arms were fitted, kpc. */
    public double r0Kpc() {
        return r0Kpc;
    }

    public List<SpiralArm> arms() {
        return arms;
    }
}
