package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repeats of a table: recipes of the papers, groups, a real catalogue, and no output from bad input. */
class DeduplicateCommandTest {

    /** Spectra 1, 2 and 3 of one star across RA = 0; 4 and 5 of another; 6 alone; 7 without a position. */
    private static final String SPECTRA = """
            id,ra,dec,snr_b,snr_r,extratarg,survey
            1,359.9998,0,30,40,16,a
            2,0.0002,0,40,31,0,a
            3,0.0003,0,49,9,16,a
            4,100,60,5,5,16,a
            5,100.0002,60,4,4,0,b
            6,100,-60,1,1,0,a
            7,,,1,1,0,a
            """;

    @TempDir
    Path folder;

    private Path spectra = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void write() throws IOException {
        spectra = Files.writeString(folder.resolve("spectra.csv"), SPECTRA);
        out = folder.resolve("out.csv");
    }

    private List<String> ids() throws IOException {
        return Files.readAllLines(out).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** S/N in quadrature: 50, 50.6, 49.8; 7.1, 5.7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--keep highest:sqrt(snr_b^2+snr_r^2)                     | 2, 4, 6, 7",
                "--keep lowest:sqrt(snr_b^2+snr_r^2)                      | 3, 5, 6, 7",
                "--keep lowest:extratarg&16                               | 2, 5, 6, 7",
                "--keep highest:snr_b                                     | 3, 4, 6, 7",
                "--keep highest:snr_b --within survey                     | 3, 4, 5, 6, 7"
            })
    void theBestOfRepeatedRowsStays(String options, String kept) throws IOException {
        var command = new ArrayList<Object>(List.of("deduplicate", spectra, out, "--radius", "5arcsec"));
        command.addAll(List.of(options.strip().split(" +")));
        Outcome outcome = Outcome.of(command.toArray());
        assertThat(outcome.err())
                .containsOnlyOnce("note: these columns have no unit and are taken to be ra in deg, dec in deg");
        assertThat(outcome.code()).isZero();
        assertThat(String.join(", ", ids())).isEqualTo(kept);
    }

    @Test
    void groupsAreToldAndAllRowsStay() throws IOException {
        Outcome outcome =
                Outcome.of("deduplicate", spectra, out, "--radius", "5arcsec", "--keep", "highest:snr_b", "--groups");
        assertThat(outcome.err()).contains("5 rows in 2 groups, the largest of 3; 3 rows are not the best near them");
        assertThat(Files.readAllLines(out).stream()
                        .map(line -> line.replaceAll("^(\\w+),.*?,([^,]*,[^,]*,[^,]*)$", "$1 $2")))
                .containsExactly(
                        "id group_id,group_size,group_kept",
                        "1 0,3,false",
                        "2 0,3,false",
                        "3 0,3,true",
                        "4 3,2,true",
                        "5 3,2,false",
                        "6 ,1,true",
                        "7 ,1,true");
    }

    @Test
    void otherNamesAndUnitsOfPositions() throws IOException {
        Files.writeString(spectra, "id,RAJ2000[rad],DEJ2000[rad],snr\n1,0,0,1\n2,6.28318530,0,2\n3,0.001,0,1\n");
        Outcome outcome = Outcome.of(
                "deduplicate",
                spectra,
                out,
                "--radius",
                "0.1arcsec",
                "--keep",
                "highest:snr",
                "--columns",
                "ra=RAJ2000,dec=DEJ2000",
                "--json");
        assertThat(outcome.json().path("removed").asLong()).isEqualTo(1);
        assertThat(ids()).containsExactly("2", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--radius 5 --keep highest:snr_b              | is not an angle with its unit",
                "--radius 2deg --keep highest:snr_b           | between 0 and 3600 arcsec",
                "--radius 5arcsec --keep snr_b                | Write highest:EXPR or lowest:EXPR",
                "--radius 5arcsec --keep highest:             | Write highest:EXPR or lowest:EXPR",
                "--radius 5arcsec --keep highest:snr_c        | snr_b",
                "--radius 5arcsec --keep highest:survey       | is a text, not a number",
                "--radius 5arcsec --keep lowest:survey        | ",
                "--radius 5arcsec --keep highest:snr_b --within sruvey      | there is no column 'sruvey'",
                "--radius 5arcsec --keep highest:snr_b --columns place=ra   | is not a column that is read",
                "--radius 5arcsec --keep highest:1);--        | ",
                "--keep highest:snr_b                         | --radius",
                "--radius 5arcsec                             | --keep"
            })
    void badInputIsAnErrorThatSaysWhatToDoAndWritesNothing(String options, String message) {
        var command = new ArrayList<Object>(List.of("deduplicate", spectra, out));
        command.addAll(List.of(options.strip().split(" +")));
        Outcome outcome = Outcome.of(command.toArray());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(message == null ? "" : message).doesNotContain("Exception");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(spectra));
    }

    /**
     * Expected: scipy 1.17.1 cKDTree on unit vectors, radius 5 arcsec, a row dropped if a neighbour has a lower teff, or the same and is
     * earlier: 18,526 rows whose obsid add up to 3566348780343; connected_components of the pairs: 6,166 rows in 2,738 groups.
     */
    @Test
    void redGiantsOfLamost() {
        Path table = Path.of(System.getProperty("cellarius.root", ".."))
                .resolve("../shared/data/stars/lamost_dr3_rgb_disk.dat");
        assumeTrue(
                Files.exists(table), "the catalogue of LAMOST giants lies beside the checkout on some machines only");
        Path unique = folder.resolve("unique.parquet");
        Outcome outcome =
                Outcome.of("deduplicate", table, unique, "--radius", "5arcsec", "--keep", "lowest:teff", "--json");
        assertThat(outcome.json().path("rows_before").asLong()).isEqualTo(21954);
        assertThat(outcome.json().path("rows").asLong()).isEqualTo(18526);
        assertThat(Outcome.of(
                                "deduplicate",
                                table,
                                folder.resolve("groups.parquet"),
                                "--radius",
                                "5arcsec",
                                "--keep",
                                "lowest:teff",
                                "--groups")
                        .err())
                .contains("6,166 rows in 2,738 groups, the largest of 7; 3,428 rows are not the best");
    }
}
