package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.cellarius.catalogue.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published tables as their surveys and journals made them. They are not part of the repository; the tests that need them
 * are skipped where they lack.
 *
 * <p>Row and column counts were made with astropy 5.2.1 and numpy 1.24.2 (vector columns counted by their elements).
 */
final class RealFilesTest {
    private static Path file(String name) {
        Path path = Path.of(System.getProperty("cellarius.root", "."), "..", "shared", "data", name)
                .normalize();
        assumeTrue(Files.exists(path), "skipped: the published table " + name + " is not on this machine");
        return path;
    }

    @ParameterizedTest
    @CsvSource({
        "cepheids/fundamental_cepheids_anders2024.fits, 2247, 29",
        "cepheids/genovali2014_table3.fits, 42, 20",
        "cepheids/genovali2014_table4.fits, 375, 20",
        "cepheids/ripepi2022_table1.fits, 499, 17",
        "clusters/occam_dr16_cluster.fits, 126, 57",
        "clusters/occam_dr16_member.fits, 10063, 17",
        "formats/apogee_allvisit_small.fits, 164, 96",
        "formats/apogee_dr17_allstar_x_montalban2021.fits, 95, 430",
        "formats/gaia_dr2_negative_parallax.fits, 8, 96",
        "formats/gaia_dr2_rv_small.fits, 100, 38",
        "formats/gaia_dr3_source_small.fits, 1000, 152",
        "formats/gaia_dr2_source_small.vot, 100, 96",
        "stars/apogee_ages_hasselquist2020.fits, 46277, 5",
        "stars/apogee_dr17_high_ecc.fits, 1612, 101",
        "stars/galah_dr3_high_ecc.fits, 1061, 215",
        "stars/harps_gto_anders2018.fits, 1059, 235",
        "stars/k2_galah_zinn2022.fits, 1347, 46",
        "stars/kepler_apogee_miglio2021.fits, 3315, 41",
        "stars/kpm_griffith2024_As.fits, 48659, 4",
        "stars/kpm_griffith2024_qIa.fits, 11, 16",
        "stars/solar_twins_nissen2020.fits, 72, 28",
        "stars/lamost_dr3_rgb_disk.dat, 21954, 22",
        "stars/apogee_dr17_inner_6d.txt, 18271, 18",
        "stars/apogee_dr17_inner_6d_astronn_dist.txt.gz, 17191, 18",
        "isochrones/parsec12s-gaiaedr3/Z0.0005.dat.gz, 16237, 14",
        "isochrones/parsec12s-ubvrijhk/Z0.0005.dat.gz, 19192, 17",
        "isochrones/parsec12s-colibri-gaiaedr3/Z0.010_0.015_0.020.dat.gz, 14443, 31",
        "isochrones/basti-iac-gaiadr3/30z132y264p00o0d0e0.isc_gaia-dr3-new, 2100, 8"
    })
    void streamedTablesHaveTheRowsAndColumnsTheyShould(String name, long rows, int columns) {
        StreamedTable table = Blocks.open(file(name));
        assertThat(table.columns()).hasSize(columns);
        assertThat(table.unreadable()).isEmpty();
        assertThat(Blocks.readAll(table)).isEqualTo(rows);
        table.rowCount().ifPresent(stated -> assertThat(stated).isEqualTo(rows));
    }

    @ParameterizedTest
    @CsvSource({
        "stars/hypatia_20240520.csv, 34, 1, f_preferred_name",
        "stars/gaia_dr3_lamost_dr9_6d.csv, 47, 1, source_id",
        "stars/solar_twins_bedell2018_abundances.csv, 234, 1, id",
        "stars/apokasc2_subset.csv.gz, 16, 1, KIC",
        "clusters/ZHANG2024.csv, 19, 1, [Fe/H]",
        "clusters/HUNT2023.csv.gz, 65, 1, Name",
        "clusters/DONOR2020.csv, 19, 1, Name"
    })
    void delimitedTablesAreRead(String name, int columns, int linesBeforeData, String first) throws IOException {
        StreamedTable table = Blocks.open(file(name));
        assertThat(table.columns()).hasSize(columns);
        assertThat(table.columns().getFirst().name()).isEqualTo(first);
        assertThat(Blocks.readAll(table)).isEqualTo(linesOf(file(name)) - linesBeforeData);
    }

    /** These files have no line ends inside quotes, and no empty lines. */
    private static long linesOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).count();
        }
    }

    /** Values printed by astropy 5.2.1. */
    @Test
    void vectorsAndIdentifiersOfApogeeAndGaiaAreThoseOfAstropy() {
        StreamedTable apogee = Blocks.open(file("formats/apogee_dr17_allstar_x_montalban2021.fits"));
        double[] silicon = Blocks.numbers(apogee, "X_H[13]");
        assertThat(silicon[0]).isEqualTo(-0.2706909775733948);
        assertThat(Arrays.stream(silicon).sum()).isCloseTo(-45.9166277050972, within(1e-10));
        assertThat(Blocks.column(apogee, "PARAMFLAG[1]")).startsWith(33554432L);
        assertThat(Blocks.column(apogee, "APOGEE_ID")).startsWith("2M19261694+3745527");
        assertThat(Blocks.column(apogee, "ASPCAPFLAG").stream().filter(flag -> !Objects.equals(flag, 0L)))
                .hasSize(55);

        StreamedTable gaia = Blocks.open(file("formats/gaia_dr3_source_small.fits"));
        assertThat(Blocks.column(gaia, "source_id")).startsWith(4267180339403392768L);
        assertThat(Blocks.numbers(gaia, "ra")[0]).isEqualTo(286.7169128963743);
        assertThat(Blocks.column(gaia, "rv_method_used").stream().filter(Objects::isNull))
                .hasSize(976);
        assertThat(Blocks.column(gaia, "has_mcmc_gspphot").stream().filter(Boolean.TRUE::equals))
                .hasSize(310);

        StreamedTable votable = Blocks.open(file("formats/gaia_dr2_source_small.vot"));
        assertThat(Blocks.column(votable, "source_id")).startsWith(2171228499260003840L);
        assertThat(Blocks.numbers(votable, "ra")[0]).isEqualTo(321.33207658973924);
        assertThat(Arrays.stream(Blocks.numbers(votable, "radial_velocity")).filter(Double::isNaN))
                .hasSize(100);
        assertThat(Arrays.stream(Blocks.numbers(votable, "parallax")).sum())
                .isCloseTo(74.57600167842801, within(1e-12));
    }

    /** Rows counted in the file: 252 lines, 64 before the data, one blank at the end. */
    @Test
    void everyRowOfVizierIsRead() {
        StreamedTable table = Blocks.open(file("formats/vizier_asu_amarsi2019.tsv"));
        assertThat(table.rowCount()).hasValue(187);
        assertThat(Blocks.readAll(table)).isEqualTo(187);
        assertThat(table.columns()).hasSize(30);
    }

    /** Blanks counted in the bytes of the files; sums printed by astropy 5.2.1, which makes blanks 0. */
    @Test
    void blankFieldsOfVizierTablesAreMissing() {
        StreamedTable kepler = Blocks.open(file("stars/kepler_apogee_miglio2021.fits"));
        double[] ages = Blocks.numbers(kepler, "Age");
        assertThat(Arrays.stream(ages).filter(Double::isNaN)).hasSize(22);
        assertThat(Arrays.stream(ages).filter(age -> age == 0)).isEmpty();
        assertThat(Arrays.stream(ages).filter(age -> !Double.isNaN(age)).sum()).isCloseTo(18793.8, within(1e-8));
        assertThat(Blocks.numbers(kepler, "DEdeg")[0]).isEqualTo(37.1746);
        assertThat(Arrays.stream(Blocks.numbers(kepler, "DEdeg")).sum()).isCloseTo(145190.2919, within(1e-7));

        StreamedTable cepheids = Blocks.open(file("cepheids/genovali2014_table4.fits"));
        assertThat(Blocks.column(cepheids, "Nsp")).containsOnlyNulls();
        assertThat(Blocks.column(cepheids, "e__Fe_H_")).containsOnly(Double.NaN);
        assertThat(Blocks.column(cepheids, "__Fe_H_")).startsWith(-0.23).doesNotContain(Double.NaN);
    }

    /** Sums printed by numpy 1.24.2, {@code loadtxt}. */
    @Test
    void whitespaceTextHasTheNumbersOfNumpy() {
        StreamedTable lamost = Blocks.open(file("stars/lamost_dr3_rgb_disk.dat"));
        assertThat(Arrays.stream(Blocks.numbers(lamost, "logg")).sum()).isCloseTo(32345.97, within(1e-6));
        assertThat(Arrays.stream(Blocks.numbers(lamost, "feh")).sum()).isCloseTo(-16543.6, within(1e-6));
        assertThat(Blocks.column(lamost, "obsid")).startsWith(75606117L);
    }

    @Test
    void everyUnitInThePublishedFitsTablesIsKnown() throws IOException {
        Path folder = Objects.requireNonNull(file("README.md").getParent());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(path -> path.toString().matches(".*\\.(fits|vot)"))
                    .toList()) {
                for (ColumnDescription column : Blocks.open(path).columns()) {
                    assertThat(Unit.tryParse(column.unit()))
                            .as("%s of %s in %s", column.unit(), column.name(), path)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void noPublishedFileEndsInAnythingButATableOrAnExplainedError() throws IOException {
        Path folder = Objects.requireNonNull(file("README.md").getParent());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String name = path.toString();
                if (name.endsWith(".md") || name.endsWith(".json")) {
                    continue;
                }
                switch (TableFile.open(path, TableSelection.automatic())) {
                    case StreamedTable streamed ->
                        assertThat(streamed.columns()).isNotEmpty();
                    case ParquetTable parquet -> assertThat(name).endsWith(".parquet");
                }
            }
        }
    }
}
