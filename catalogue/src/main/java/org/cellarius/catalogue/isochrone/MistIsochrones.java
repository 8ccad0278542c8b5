package org.cellarius.catalogue.isochrone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;

/**
 * MIST isochrones (Dotter 2016, 2016ApJS..222....8D; Choi et al. 2016, 2016ApJ...823..102C), versions 1 and 2: {@code .iso} with stellar structure and
 * {@code .iso.cmd} with magnitudes. Points are numbered by equal states of evolution. Ages are logarithms or years.
 *
 * <p>[Fe/H] of the head is the one at birth; the present one is a column of {@code .iso.cmd}, and follows from the surface in full {@code .iso} files.
 */
final class MistIsochrones {

    private static final String COUNT = "number of EEPs, cols =";
    private static final List<String> LOG_AGE = List.of("log10_isochrone_age_yr", "log_age");
    private static final String YEARS = "isochrone_age_yr";
    private static final Map<String, String> RENAMED = Map.of(
            "EEP", "eep",
            "initial_mass", "mass",
            "star_mass", "mass_now",
            "log_Teff", "teff",
            "log_g", "logg",
            "log_L", "log_l",
            "[Fe/H]", "fe_h_now",
            "phase", "phase");
    private static final Set<String> AGE_AND_BIRTH = Set.of("log10_isochrone_age_yr", "log_age", YEARS, "[Fe/H]_init");
    private static final Set<String> STRUCTURE_KEPT = Set.of("delta_nu", "nu_max");
    /** Logarithms of the files have sixteen digits, and the noise of their last ones. */
    private static final double NOISE = 1e-9;

    private final IsochroneLines file;
    private final Map<String, Long> told = new TreeMap<>();

    private MistIsochrones(IsochroneLines file) {
        this.file = file;
    }

    static IsochroneFile read(IsochroneLines file) {
        return new MistIsochrones(file).whole();
    }

    private IsochroneFile whole() {
        List<Integer> starts = IntStream.range(0, file.lines().size())
                .filter(i -> file.lines().get(i).contains(COUNT))
                .boxed()
                .toList();
        if (starts.isEmpty()) {
            throw file.cutShort("there is no isochrone behind the head");
        }
        MistHead head = MistHead.of(file, file.lines().subList(0, starts.getFirst()));
        if (head.isochrones().isPresent() && head.isochrones().getAsInt() != starts.size()) {
            throw file.cutShort(String.format(
                    "the head speaks of %d isochrones, and there are %d",
                    head.isochrones().getAsInt(), starts.size()));
        }
        var isochrones = new ArrayList<IsochroneRows>();
        List<String> first = List.of();
        List<String> names = List.of();
        for (int start : starts) {
            List<String> words = words(start);
            if (!first.isEmpty() && !words.equals(first)) {
                throw new InputError(
                        "the columns differ from those of the isochrones before",
                        file.at(start + 3),
                        "Fetch the file again");
            }
            first = words;
            names = isochrone(start, words, head, isochrones);
        }
        return new IsochroneFile(file.path(), head.family(), head.photometry(), names, isochrones, told);
    }

    private List<String> words(int start) {
        if (start + 2 >= file.lines().size()) {
            throw file.cutShort("the file ends within the head of an isochrone");
        }
        return IsochroneLines.words(IsochroneLines.comment(file.lines().get(start + 2)));
    }

    /** Reads one, and gives the names of its columns. */
    private List<String> isochrone(int start, List<String> words, MistHead head, List<IsochroneRows> isochrones) {
        List<String> counts = IsochroneLines.words(
                IsochroneLines.comment(file.lines().get(start)).substring(COUNT.length()));
        int points = (int) file.number(counts.getFirst(), start + 1);
        List<double[]> rows = rows(start + 3, points, words.size());
        var surface = new MistSurface(words);
        boolean derived = !words.contains("[Fe/H]") && surface.isKnown();
        IsochroneColumns columns = IsochroneColumns.of(words, RENAMED, left(words, head), file.at(start + 3));
        var names = new ArrayList<>(columns.names());
        var kept = new ArrayList<>(columns.kept(rows));
        if (derived) {
            names.add("fe_h_now");
            kept.add(surface.feHNow(rows, head));
        }
        if (!names.contains("mass")) {
            throw new InputError("there is no column 'initial_mass'", file.at(start + 3), "Fetch the file again");
        }
        if (!names.contains("fe_h_now")) {
            told.put(
                    "the present [Fe/H] of the surface is not in the file: [Fe/H] of stars is compared with that at birth",
                    0L);
        }
        isochrones.add(
                new IsochroneRows(age(rows.getFirst(), words, start + 4), head.feHBirth(), head.alphaFe(), kept));
        return names;
    }

    /** Beside ages and [Fe/H] at birth, what files without magnitudes tell of the inside of stars. */
    private Set<String> left(List<String> words, MistHead head) {
        var left = new TreeSet<>(AGE_AND_BIRTH);
        if (head.photometry().isEmpty()) {
            words.stream()
                    .filter(w -> !RENAMED.containsKey(w) && !STRUCTURE_KEPT.contains(w) && !AGE_AND_BIRTH.contains(w))
                    .forEach(left::add);
            int inside = left.size() - AGE_AND_BIRTH.size();
            if (inside > 0) {
                told.put(inside + " columns of stellar structure are left out", 0L);
            }
        }
        return left;
    }

    private List<double[]> rows(int from, int points, int wanted) {
        var rows = new ArrayList<double[]>();
        for (int i = from; i < from + points; i++) {
            List<String> words =
                    i < file.lines().size() ? IsochroneLines.words(file.lines().get(i)) : List.of();
            if (words.isEmpty() || words.getFirst().startsWith("#")) {
                throw file.cutShort(
                        String.format("the isochrone before line %d has %d points of %d", i + 1, rows.size(), points));
            }
            if (words.size() != wanted) {
                throw new InputError(
                        String.format("the line has %d numbers, and %d columns are named", words.size(), wanted),
                        file.at(i + 1),
                        "The file may be cut short: fetch it again");
            }
            int line = i + 1;
            rows.add(words.stream().mapToDouble(w -> file.number(w, line)).toArray());
        }
        if (rows.isEmpty()) {
            throw file.cutShort("an isochrone has no points");
        }
        return rows;
    }

    private double age(double[] row, List<String> words, int line) {
        for (String name : LOG_AGE) {
            if (words.contains(name)) {
                return PrintedAge.gyrOfLogYears(row[words.indexOf(name)], NOISE);
            }
        }
        if (words.contains(YEARS)) {
            return PrintedAge.gyrOfYears(row[words.indexOf(YEARS)]);
        }
        throw new InputError(
                "no column tells the age (log10_isochrone_age_yr or isochrone_age_yr)",
                file.at(line),
                "Fetch the file again");
    }
}
