package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Stars whose orbits are compared.
 *
 * @param state {@code r z v_r v_z v_phi}, kpc and km/s
 * @param origin where they come from
 */
record OrbitStars(double[][] state, String origin) {

    private static final String TABLE = "../shared/reference/agama-mcmillan17-orbits.csv";

    /** From a table beside the checkout, or else drawn. */
    static OrbitStars found() {
        Path file = MeasuredProcess.home().resolve(TABLE);
        return Files.exists(file) ? read(file) : discStars();
    }

    int count() {
        return state[0].length;
    }

    /** The stars with these numbers. */
    OrbitStars only(int[] rows) {
        return new OrbitStars(
                Arrays.stream(state)
                        .map(column ->
                                Arrays.stream(rows).mapToDouble(i -> column[i]).toArray())
                        .toArray(double[][]::new),
                origin);
    }

    /** So many stars, taken at equal distances over the whole table, which is sorted by kind. */
    OrbitStars spread(int wanted) {
        int n = Math.min(wanted, count());
        return only(
                IntStream.range(0, n).map(k -> (int) ((long) k * count() / n)).toArray());
    }

    /** Writes the columns for another program. */
    void write(Path folder) {
        List<String> names = List.of("r", "z", "v_r", "v_z", "v_phi");
        for (int k = 0; k < state.length; k++) {
            RawColumn.write(folder, names.get(k), state[k]);
        }
    }

    private static OrbitStars read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<String> names = List.of(lines.getFirst().split(",", -1));
            int[] places = List.of("R", "z", "vR", "vz", "vphi").stream()
                    .mapToInt(names::indexOf)
                    .toArray();
            double[][] columns = new double[places.length][lines.size() - 1];
            for (int i = 0; i < columns[0].length; i++) {
                String[] row = lines.get(i + 1).split(",", -1);
                for (int k = 0; k < places.length; k++) {
                    columns[k][i] = Double.parseDouble(row[places[k]]);
                }
            }
            return new OrbitStars(columns, "thin disc, thick disc and hot (`" + file.getFileName() + "`)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A thin and a thick disc of fixed dispersions between 4 and 14 kpc. */
    private static OrbitStars discStars() {
        var random = new CounterRandom(1660);
        double[][] columns = new double[5][400];
        for (int i = 0; i < columns[0].length; i++) {
            boolean thick = i % 10 < 3;
            columns[0][i] = 4 + 10 * random.uniform(i, 0);
            columns[1][i] = (thick ? 0.9 : 0.3) * random.normal(i, 1);
            columns[2][i] = (thick ? 65 : 37) * random.normal(i, 2);
            columns[3][i] = (thick ? 42 : 19) * random.normal(i, 3);
            columns[4][i] = 215 + (thick ? 50 : 25) * random.normal(i, 4);
        }
        return new OrbitStars(columns, "a seeded thin and thick disc between 4 and 14 kpc");
    }
}
