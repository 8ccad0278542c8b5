package org.cellarius.catalogue.isochrone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as MIST writes them, made here. */
class MistIsochronesTest {

    private static final String STRUCTURE =
            "# EEP   log10_isochrone_age_yr   initial_mass  star_mass  log_R  log_Teff  log_g  log_L  surface_h1  log_surf_z  phase\n";

    @TempDir
    Path folder;

    private static String head(String version, String birth, int isochrones) {
        return "# MIST version number  = " + version
                + """

                # MESA revision number =     7503
                # --------------------------------------
                #  Yinit        Zinit   [Fe/H]   [a/Fe]  v/vcrit
                """
                + "# " + birth + "\n# --------------------------------------\n# number of isochrones =   " + isochrones
                + "\n# --------------------------------------\n";
    }

    private static String block(String names, String age, String surface) {
        return "# number of EEPs, cols =    2   11\n#   1   2   3   4   5   6   7   8   9   10   11\n" + names
                + "   202   " + age + "  0.8 0.79 -0.1 3.7 4.5 -0.5 " + surface + "  0.0\n"
                + "   203   " + age + "  1.0 0.99 0.0 3.76 4.4 0.0 " + surface + "  0.0\n";
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
    }

    private static double present(IsochroneTable table) {
        return table.isochrones().getFirst().columns().get(table.columns().indexOf("fe_h_now"))[0];
    }

    @Test
    void presentMetallicityOfVersionOne() throws IOException {
        Path path = file(
                "x.iso",
                head("1.2", "0.2703 1.42857E-02 0.00 0.00 0.40", 2)
                        + block(STRUCTURE, "9.6500000000000004E+000", "7.4E-001 -1.9E+000") + "\n\n"
                        + block(STRUCTURE, "1.0E+001", "7.4E-001 -1.9E+000"));
        IsochroneTable table = IsochroneFiles.read(path);
        assertThat(table.family()).isEqualTo("MIST v1.2, v/vcrit 0.40");
        assertThat(table.photometry()).isEmpty();
        assertThat(table.columns())
                .containsExactly("eep", "mass", "mass_now", "teff", "logg", "log_l", "phase", "fe_h_now");
        // -1.9 - log10 0.74 - log10 0.0181
        assertThat(present(table)).isCloseTo(-0.0269103, within(1e-6));
        assertThat(table.isochrones().getFirst().feH()).isEqualTo(0.0);
        assertThat(table.isochrones().getFirst().ageGyr()).isCloseTo(4.46683592, within(1e-8));
        assertThat(table.isochrones().getFirst().columns().getFirst()).containsExactly(202, 203);
        assertThat(table.notes()).containsExactly("3 columns of stellar structure are left out");
    }

    @Test
    void presentMetallicityOfVersionTwo() throws IOException {
        String names = STRUCTURE.replace("log_surf_z", "log_surf_cell_z");
        Path solar = file(
                "MIST_v2.5_feh_p000_afe_p0_vvcrit0.4.iso",
                head("2.5", "0.27 1.70000E-02 0.00 0.00 0.40", 1) + block(names, "9.0", "0.74 -1.8"));
        // -1.8 - log10 0.74 - log10 0.023
        assertThat(present(IsochroneFiles.read(solar))).isCloseTo(-0.0309596, within(1e-6));
        // With alpha elements the surface that stars were born with has their [Fe/H] at birth, whatever it is made of.
        double hydrogen = 1 - 0.25 - 0.002;
        Path alpha = file(
                "MIST_v2.5_feh_m125_afe_p4_vvcrit0.4.iso",
                head("2.5", "0.25 2.00000E-03 -1.25 0.40 0.40", 1)
                        + block(names, "9.0", hydrogen + " " + (Math.log10(0.002) - 0.1)));
        IsochroneTable table = IsochroneFiles.read(alpha);
        assertThat(table.isochrones().getFirst().feH()).isEqualTo(-1.25);
        assertThat(table.isochrones().getFirst().alphaFe()).isEqualTo(0.4);
        assertThat(present(table)).isCloseTo(-1.35, within(1e-9));
    }

    private static String magnitudes(String extinction, String age) {
        return """
                # MIST version number  = 1.2
                # MESA revision number =     7503
                # photometric system   = UBV(RI)c, 2MASS
                # --------------------------------------
                #  Yinit        Zinit   [Fe/H]   [a/Fe]  v/vcrit
                # 0.2703 1.42857E-02 -0.25 0.00 0.40
                # --------------------------------------
                # number of isochrones =   1
                # Av extinction =\s"""
                + extinction
                + """

                # --------------------------------------
                # number of EEPs, cols =    2   10
                #   1   2   3   4   5   6   7   8   9   10
                # EEP  isochrone_age_yr  initial_mass  star_mass  log_Teff  log_g  log_L  [Fe/H]_init  [Fe/H]  Bessell_V  phase
                """
                + "   10 " + age + " 0.8 0.79 3.7 4.5 -0.5 -0.25 -0.31 6.1 0.0\n"
                + "   11 " + age + " 1.0 0.99 3.76 4.4 0.0 -0.25 -0.33 5.1 0.0\n";
    }

    @Test
    void magnitudesAndLinearAges() throws IOException {
        IsochroneTable table = IsochroneFiles.read(file("x.iso.cmd", magnitudes("0.000", "4.5E+009")));
        assertThat(table.photometry()).contains("UBV(RI)c, 2MASS");
        assertThat(table.columns())
                .containsExactly("eep", "mass", "mass_now", "teff", "logg", "log_l", "fe_h_now", "Bessell_V", "phase");
        assertThat(table.isochrones().getFirst().ageGyr()).isEqualTo(4.5);
        assertThat(table.isochrones().getFirst().feH()).isEqualTo(-0.25);
        assertThat(table.isochrones().getFirst().columns().get(6)).containsExactly(-0.31, -0.33);
    }

    @Test
    void extinctionInTheMagnitudesIsRefused() throws IOException {
        Path path = file("x.iso.cmd", magnitudes("0.310", "4.5E+009"));
        assertThatThrownBy(() -> IsochroneFiles.read(path))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("A_V = 0.310");
    }

    @Test
    void aFileThatEndsTooEarlyIsAnError() throws IOException {
        String whole = head("1.2", "0.27 0.0142 0.00 0.00 0.40", 1) + block(STRUCTURE, "9.0", "0.74 -1.9");
        Path point = file("a.iso", whole.substring(0, whole.lastIndexOf("   203")));
        assertThatThrownBy(() -> IsochroneFiles.read(point))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("1 points of 2")
                .hasMessageContaining("cut short");
        Path isochrone = file("b.iso", whole.replace("isochrones =   1", "isochrones =   107"));
        assertThatThrownBy(() -> IsochroneFiles.read(isochrone))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("107 isochrones, and there are 1");
        Path number = file("c.iso", whole.substring(0, whole.length() - 6));
        assertThatThrownBy(() -> IsochroneFiles.read(number))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("10 numbers, and 11 columns");
    }

    @Test
    void otherColumnsLaterInTheFileAreAnError() throws IOException {
        Path path = file(
                "a.iso",
                head("1.2", "0.27 0.0142 0.00 0.00 0.40", 2)
                        + block(STRUCTURE, "9.0", "0.74 -1.9")
                        + block(STRUCTURE.replace("log_R", "log_LH"), "9.1", "0.74 -1.9"));
        assertThatThrownBy(() -> IsochroneFiles.read(path))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("columns differ");
    }
}
