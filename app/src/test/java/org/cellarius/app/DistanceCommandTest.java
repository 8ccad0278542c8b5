package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.app.PhaseSpaceCommandTest.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceCommandTest {

    @TempDir
    Path folder;

    /** The quantiles are those of 30-digit quadrature (mpmath; DistancePosteriorTest), the zero point that of ParallaxZeroPointTest. */
    @Test
    void distancesComeFromParallaxesWithTheirZeroPoint() throws IOException {
        Path in = table("""
                ra,dec,parallax,parallax_error,phot_g_mean_mag,nu_eff_used_in_astrometry,pseudocolour,astrometric_params_solved
                310,45,0.975302731231,0.1,13.0,1.62,,31
                310,45,0.973732044107,0.1,13.0,,1.62,95
                310,45,1,0.1,22.0,1.62,,31
                310,45,,0.1,13.0,1.62,,31
                """);
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of(
                "distance",
                in,
                out,
                "--from",
                "parallax",
                "--zero-point",
                "lindegren2021",
                "--prior",
                "edsd",
                "--length",
                "1350pc",
                "--percentiles",
                "5,95",
                "--units",
                "canonical");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("lindegren2021").contains("1.35 kpc");
        Csv made = Csv.read(out);
        for (int i = 0; i < 2; i++) {
            assertThat(numbers(made, "distance")[i]).isCloseTo(1.03475560464709, within(1e-9));
            assertThat(numbers(made, "distance_lo")[i]).isCloseTo(0.936588974147373, within(1e-9));
            assertThat(numbers(made, "distance_hi")[i]).isCloseTo(1.15608743009163, within(1e-9));
            assertThat(numbers(made, "distance_mode")[i]).isCloseTo(1.0128201250849, within(1e-9));
            assertThat(numbers(made, "distance_p05")[i]).isCloseTo(0.882643392895854, within(1e-9));
            assertThat(numbers(made, "distance_p95")[i]).isCloseTo(1.2507761992364, within(1e-9));
        }
        assertThat(numbers(made, "parallax_zero_point")[0]).isCloseTo(-0.024697268769, within(1e-11));
        assertThat(made.texts("distance_status")).containsExactly("OK", "OK", "NO_ZERO_POINT", "NO_PARALLAX");
        assertThat(numbers(made, "distance")[2]).isNaN();
    }

    @Test
    void whatFollowsGoesOnFromTheDistances() throws IOException {
        Path in = table("""
                ra,dec,parallax,parallax_error,pmra,pmdec,radial_velocity,status
                10,20,2,0.1,1,2,3,OK
                10,20,-1,0.1,1,2,3,mine
                """);
        Path out = folder.resolve("out.csv");
        Outcome inverse = Outcome.of(
                "distance", in, out, "--from", "inverse-parallax", "--zero-point=-0.5mas", "--units", "canonical");
        assertThat(inverse.code()).as(inverse.err()).isZero();
        Csv made = Csv.read(out);
        assertThat(numbers(made, "distance")[0]).isEqualTo(0.4);
        assertThat(made.texts("distance_status")).containsExactly("OK", "PARALLAX_NOT_POSITIVE");
        // The table's own status is nobody's business here.
        assertThat(made.texts("status")).containsExactly("OK", "mine");
        Path placed = folder.resolve("placed.csv");
        Outcome phaseSpace = Outcome.of(
                "phase-space",
                out,
                placed,
                "--sun",
                "vickers2021",
                "--units",
                "canonical",
                "--replace",
                "--jacobian",
                "--distance-errors",
                "normal",
                "--json");
        assertThat(phaseSpace.code()).isEqualTo(2);
        assertThat(phaseSpace.err()).contains("pmra_error");
        Outcome positions =
                Outcome.of("phase-space", out, placed, "--sun", "vickers2021", "--units", "canonical", "--replace");
        assertThat(positions.code()).as(positions.err()).isZero();
        assertThat(Csv.read(placed).texts("status")).containsExactly("OK", "NO_DISTANCE");
    }

    @Test
    void moduliAndPeriodsGiveDistancesToo() throws IOException {
        Path moduli = table("distance_modulus,distance_modulus_error\n10,0.1\n");
        Path out = folder.resolve("out.csv");
        assertThat(Outcome.of("distance", moduli, out, "--from", "modulus", "--units", "canonical")
                        .err())
                .contains("distance_modulus_error");
        assertThat(numbers(Csv.read(out), "distance")[0]).isCloseTo(1, within(1e-14));
        assertThat(numbers(Csv.read(out), "distance_hi")[0]).isCloseTo(Math.pow(10, 0.02), within(1e-14));
        Path cepheids = Files.writeString(
                folder.resolve("cepheids.csv"),
                "period,phot_g_mean_mag,phot_bp_mean_mag,phot_rp_mean_mag,fe_h,fe_h_error\n10,7,7.5,6.5,0,0\n");
        Path placed = folder.resolve("placed.csv");
        Outcome outcome = Outcome.of(
                "distance",
                cepheids,
                placed,
                "--from",
                "period-luminosity",
                "--relation",
                "ripepi2022",
                "--pulsation",
                "fundamental",
                "--units",
                "canonical");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(numbers(Csv.read(placed), "distance_modulus")[0]).isCloseTo(11.088, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--from parallax --prior edsd --length 1kpc|zero-point",
                "--from parallax --zero-point none --length 1kpc|prior",
                "--from parallax --zero-point none --prior edsd|length",
                "--from parallax --zero-point none --prior edsd --length 1|1.35kpc",
                "--from parallax --zero-point none --prior edsd --length 5Mpc|1000 kpc",
                "--from parallax --zero-point 17 --prior edsd --length 1kpc|zero-point",
                "--from parallax --zero-point none --prior edsd --length 1kpc --percentiles 0|percentile",
                "--from inverse-parallax --zero-point none --prior edsd|--prior",
                "--from inverse-parallax|zero-point",
                "--from modulus --zero-point none|--zero-point",
                "--from modulus --extinction a_x|a_g",
                "--from period-luminosity --relation ripepi2022|pulsation",
                "--from period-luminosity --relation ripepi2022-period-only --pulsation fundamental|scatter",
                "--from period-luminosity --relation riess --pulsation fundamental|ripepi2022",
                "--from catalogue|already",
                "--from 1/parallax|inverse-parallax"
            })
    void whatIsNotSaidIsAskedFor(String line) throws IOException {
        String[] parts = line.split("\\|", -1);
        var arguments = new java.util.ArrayList<Object>(List.of("distance", table("parallax,parallax_error\n1,0.1\n")));
        arguments.add(folder.resolve("out.csv"));
        arguments.addAll(List.of(parts[0].split(" ", -1)));
        Outcome outcome = Outcome.of(arguments.toArray());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(parts[1]);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    private static double[] numbers(Csv table, String name) {
        return table.texts(name).stream()
                .mapToDouble(t -> t.isEmpty() ? Double.NaN : Double.parseDouble(t))
                .toArray();
    }

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }
}
