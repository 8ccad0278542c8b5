package org.cellarius.study.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.selection.CountedCells.Axis;

/**
 * The first line of a file of counts: {@code #{'healpix': 5, 'phot_g_mean_mag': [3, 20, 0.2], 'g_rp': [-2.5, 5.1, 0.4]}}, the order of the cells of the sky, and of each number from, to
 * and step of its bins.
 *
 * @param order of the cells, ICRS, nested; empty where the sky is not parted
 */
record CountsHead(Optional<Integer> order, List<Axis> axes) {

    private static final int FINEST = 13;

    private static final Pattern ENTRY =
            Pattern.compile("['\"]([\\w-]+)['\"]\\s*:\\s*(-?[\\d.]+|\\[[^\\]]*\\]|\\([^)]*\\))");

    static CountsHead of(Path path, String where) {
        String line = firstLine(path);
        if (!line.matches("#\\s*\\{.*")) {
            throw new InputError(
                    "'" + path.getFileName() + "' does not say in its first line what its counts are binned by",
                    where,
                    "Begin it with a line like  #{'healpix': 5, 'phot_g_mean_mag': [3, 20, 0.2]}  and the columns healpix_, phot_g_mean_mag_, n, k");
        }
        Optional<Integer> order = Optional.empty();
        var axes = new ArrayList<Axis>();
        Matcher entries = ENTRY.matcher(line);
        while (entries.find()) {
            String name = entries.group(1);
            if (name.equals("healpix")) {
                double given = number(entries.group(2));
                if (given != Math.rint(given) || given < 0 || given > FINEST) {
                    throw new IllegalArgumentException(
                            "'healpix' is the order of its cells, from 0 to " + FINEST + ", not " + entries.group(2));
                }
                order = Optional.of((int) given);
            } else {
                axes.add(axis(name, entries.group(2)));
            }
        }
        String left = entries.reset().replaceAll("").replaceAll("[#{},\\s]", "");
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("its first line holds '" + left + "', which is not understood");
        }
        return new CountsHead(order, List.copyOf(axes));
    }

    private static Axis axis(String name, String list) {
        String[] numbers = list.replaceAll("[\\[\\]()\\s]", "").split(",", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException("'" + name + "' has the bins " + list + ", not [from, to, step]");
        }
        return new Axis(name, number(numbers[0]), number(numbers[1]), number(numbers[2]));
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("its first line has '" + word + "' where a number is wanted", e);
        }
    }

    /** Read as bytes: whatever else the file is, this line tells. */
    private static String firstLine(Path path) {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
