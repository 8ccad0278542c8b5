package org.cellarius.catalogue.isochrone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as the Dartmouth and BaSTI-IAC libraries write them, made here. */
class DartmouthAndBastiTest {

    private static final String DARTMOUTH = """
            #NUMBER OF AGES= 2 MAGS= 1
            #----------------------------------------------------
            #MIX-LEN  Y      Z          Zeff        [Fe/H] [a/Fe]
            # 1.9380  0.2500 1.0000E-03 1.0000E-03  -1.50   0.40
            #----------------------------------------------------
            #**PHOTOMETRIC SYSTEM**: Gaia DR2 (Toy)
            #----------------------------------------------------
            #AGE= 5.000 EEPS=2
            #EEP   M/Mo    LogTeff  LogG   LogL/Lo Gaia_G
              5  0.700000  3.7000  4.6000 -0.6000   6.200
              7  0.800000  3.7600  4.4000 -0.1000   5.100


            #AGE=12.000 EEPS=2
            #EEP   M/Mo    LogTeff  LogG   LogL/Lo Gaia_G
              5  0.700000  3.7100  4.5900 -0.5000   6.100
              6  0.750000  3.7400  4.5000 -0.2000   5.600
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void dartmouthTellsIronItselfAndIsNotScaled() throws IOException {
        IsochroneTable table = IsochroneFiles.read(file("a.iso", DARTMOUTH));
        assertThat(table.family()).isEqualTo("Dartmouth");
        assertThat(table.photometry()).contains("Gaia DR2 (Toy)");
        assertThat(table.columns()).containsExactly("eep", "mass", "teff", "logg", "log_l", "Gaia_G");
        assertThat(table.isochrones()).extracting(IsochroneRows::ageGyr).containsExactly(5.0, 12.0);
        assertThat(table.isochrones()).extracting(IsochroneRows::feH).containsOnly(-1.5);
        assertThat(table.isochrones()).extracting(IsochroneRows::alphaFe).containsOnly(0.4);
        assertThat(table.isochrones().getFirst().columns().getFirst()).containsExactly(5, 7);
    }

    @Test
    void dartmouthCutShort() throws IOException {
        Path lines = file("a.iso", DARTMOUTH.substring(0, DARTMOUTH.indexOf("  6  0.75")));
        assertThatThrownBy(() -> IsochroneFiles.read(lines))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("12.0 Gyr has fewer than 2 points");
        Path age = file("b.iso", DARTMOUTH.substring(0, DARTMOUTH.indexOf("#AGE=12")));
        assertThatThrownBy(() -> IsochroneFiles.read(age))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("2 ages, and there are 1");
        Path columns = file("c.iso", DARTMOUTH.replace("-0.2000   5.600", "-0.2000"));
        assertThatThrownBy(() -> IsochroneFiles.read(columns))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("5 numbers, and 6 columns")
                .hasMessageContaining("line 17");
    }

    private static String basti(int points, String myr, String models) {
        return """
                # Isochrone from from BaSTI-IAC database
                # %s models & transformations  -  TOY-BANDS
                #======
                #  Np = %d   [M/H] = -0.500   Z = 0.005   Y = 0.25   Age (Myr) = %s
                #======
                #    M/Mo(ini)     M/Mo(fin)    log(L/Lo)  logTe        G
                #======
                   0.9000000000   0.9000000000  -0.50000  3.70000   5.9000
                   1.1000000000   1.0000000000   0.00000  %s   4.7000
                """.formatted(models, points, myr, Math.log10(5772));
    }

    @Test
    void bastiGravitiesAreThoseOfTheSunForTheSun() throws IOException {
        IsochroneTable table =
                IsochroneFiles.read(file("3000z50y25p00o1d1e1.isc_toy", basti(2, "3000.000", "Scaled solar")));
        assertThat(table.columns()).containsExactly("mass", "mass_now", "log_l", "teff", "G", "logg");
        assertThat(table.photometry()).contains("TOY-BANDS");
        IsochroneRows rows = table.isochrones().getFirst();
        assertThat(rows.ageGyr()).isEqualTo(3.0);
        assertThat(rows.feH()).isEqualTo(-0.5);
        assertThat(rows.columns().get(5)[1]).isCloseTo(4.438, within(1e-4));
        assertThat(rows.columns().getFirst()[1]).isEqualTo(1.1);
    }

    @Test
    void bastiTellsMetalsAndIronFollowsOnce() throws IOException {
        IsochroneTable table =
                IsochroneFiles.read(file("3000z50y25p04o1d1e1.isc_toy", basti(2, "3000.000", "Alpha enhanced")));
        IsochroneRows rows = table.isochrones().getFirst();
        assertThat(rows.alphaFe()).isEqualTo(0.4);
        // log10 (0.638 10^0.4 + 0.362) = 0.2932705
        assertThat(rows.feH()).isCloseTo(-0.7932705, within(1e-5));
        assertThat(table.notes()).anyMatch(note -> note.contains("Salaris"));
        Path unknown = file("some.isc_toy", basti(2, "3000.000", "Alpha enhanced"));
        assertThatThrownBy(() -> IsochroneFiles.read(unknown))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("[α/Fe]");
    }

    @Test
    void bastiCutShort() throws IOException {
        Path path = file("3000z50y25p00o1d1e1.isc_toy", basti(3, "3000.000", "Scaled solar"));
        assertThatThrownBy(() -> IsochroneFiles.read(path))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("3 points, and there are 2");
    }

    @Test
    void aFolderIsOneLibrary() throws IOException {
        file("README.md", "not an isochrone");
        file(".hidden", "not an isochrone");
        file("3000z50y25p00o1d1e1.isc_toy", basti(2, "3000.000", "Scaled solar"));
        file("4000z50y25p00o1d1e1.isc_toy", basti(2, "4000.000", "Scaled solar"));
        assertThat(IsochroneFiles.read(folder).isochrones())
                .extracting(IsochroneRows::ageGyr)
                .containsExactly(3.0, 4.0);
        Path again = file("copy_z50y25p00o1d1e1.isc_toy", basti(2, "4000.000", "Scaled solar"));
        assertThatThrownBy(() -> IsochroneFiles.read(folder))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("4000z50y25p00o1d1e1")
                .hasMessageContaining("copy_z50y25p00o1d1e1");
        Files.delete(again);
        Path system = file(
                "5000z50y25p00o1d1e1.isc_toy",
                basti(2, "5000.000", "Scaled solar").replace("TOY-BANDS", "OTHER"));
        assertThatThrownBy(() -> IsochroneFiles.read(folder))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("photometric system: TOY-BANDS against OTHER")
                .hasMessageContaining("5000z50y25p00o1d1e1");
        Files.delete(system);
        file("6000.iso", DARTMOUTH);
        assertThatThrownBy(() -> IsochroneFiles.read(folder))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("family: BaSTI-IAC against Dartmouth");
    }
}
