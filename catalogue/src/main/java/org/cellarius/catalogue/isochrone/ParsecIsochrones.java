package org.cellarius.catalogue.isochrone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;

/**
 * PARSEC isochrones (Bressan et al. 2012, 2012MNRAS.427..127B) as the web form CMD gives them: names of columns in the last comment before the numbers,
 * several ages and metallicities one after the other. Version 2 names [M/H] in comments, version 3 in a column.
 *
 * <p>The grids are scaled to the Sun: [Fe/H] is [M/H], and [&alpha;/Fe] is 0.
 */
final class ParsecIsochrones {

    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("Mini", "mass"),
            Map.entry("M_ini", "mass"),
            Map.entry("Mass", "mass_now"),
            Map.entry("M_act", "mass_now"),
            Map.entry("logL", "log_l"),
            Map.entry("logL/Lo", "log_l"),
            Map.entry("logTe", "teff"),
            Map.entry("logg", "logg"),
            Map.entry("logG", "logg"),
            Map.entry("label", "phase"));
    private static final Set<String> LEFT = Set.of(
            "Zini",
            "Z",
            "MH",
            "logAge",
            "log(age/yr)",
            "int_IMF",
            "stage",
            "McoreTP",
            "C_O",
            "period0",
            "period1",
            "period2",
            "period3",
            "period4",
            "pmode",
            "Mloss",
            "tau1m",
            "X",
            "Y",
            "Xc",
            "Xn",
            "Xo",
            "Cexcess");
    private static final Set<String> NO_BANDS = Set.of("mass", "mass_now", "log_l", "teff", "logg", "phase");

    private final IsochroneLines file;
    private final ParsecHead head = new ParsecHead();
    private final Map<String, Long> told = new TreeMap<>();
    private final List<IsochroneRows> isochrones = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private Optional<IsochroneColumns> columns = Optional.empty();
    private String age = "";
    private double metals;
    private boolean ended;

    private ParsecIsochrones(IsochroneLines file) {
        this.file = file;
    }

    static IsochroneFile read(IsochroneLines file) {
        return new ParsecIsochrones(file).whole();
    }

    private IsochroneFile whole() {
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            if (line.strip().startsWith("#")) {
                comment(IsochroneLines.comment(line), i + 1);
            } else if (!line.isBlank()) {
                ended = false;
                row(IsochroneLines.words(line), i + 1);
            }
        }
        finish();
        if (head.endIsMarked() && !ended) {
            throw file.cutShort("the file does not end with '#isochrone terminated', as files of CMD do");
        }
        IsochroneColumns known = columns.orElseThrow(
                () -> file.cutShort("no line names the columns (Mini or M_ini, logAge or log(age/yr), …)"));
        var names = new ArrayList<>(known.names());
        if (phase(known) < 0) {
            names.add("phase");
            told.put("the files tell no phases (label): they follow from the shape of the isochrones", 0L);
        }
        return new IsochroneFile(file.path(), head.family(), head.photometry(), names, isochrones, told);
    }

    private void comment(String comment, int line) {
        List<String> words = IsochroneLines.words(comment);
        boolean names = (words.contains("Mini") || words.contains("M_ini"))
                && (words.contains("logAge") || words.contains("log(age/yr)"));
        if (names) {
            finish();
            name(words, line);
        } else if (comment.equals("isochrone terminated")) {
            finish();
            ended = true;
        } else {
            head.read(comment, file.at(line));
        }
    }

    private void name(List<String> words, int line) {
        IsochroneColumns here = IsochroneColumns.of(words, RENAMED, LEFT, file.at(line));
        if (columns.isPresent() && !columns.get().equals(here)) {
            throw new InputError(
                    "the columns differ from those of the isochrones before",
                    file.at(line),
                    "Keep files with other columns apart");
        }
        columns = Optional.of(here);
    }

    private void row(List<String> words, int line) {
        IsochroneColumns known = columns.orElseThrow(
                () -> new InputError("no line before names the columns", file.at(line), "Fetch the file again"));
        int wanted = known.words().size();
        // Version 2 names some stages behind the numbers.
        boolean stage =
                words.size() == wanted + 1 && Character.isLetter(words.getLast().charAt(0));
        if (words.size() != wanted && !stage) {
            throw new InputError(
                    String.format("the line has %d numbers, and %d columns are named", words.size(), wanted),
                    file.at(line),
                    "The file may be cut short: fetch it again");
        }
        double[] numbers = IntStream.range(0, wanted)
                .mapToDouble(k -> file.number(words.get(k), line))
                .toArray();
        String printed = words.get(agePlace(known, line));
        double metallicity = metallicity(known, numbers, line);
        if (!printed.equals(age) || metallicity != metals) {
            finish();
            age = printed;
            metals = metallicity;
        }
        rows.add(numbers);
    }

    private int agePlace(IsochroneColumns known, int line) {
        int place = known.words().indexOf("logAge");
        return place >= 0 ? place : known.place("log(age/yr)", file.at(line));
    }

    private double metallicity(IsochroneColumns known, double[] numbers, int line) {
        int place = known.words().indexOf("MH");
        return place >= 0
                ? numbers[place]
                : head.metals()
                        .orElseThrow(() -> new InputError(
                                "neither a column MH nor a comment names [M/H]",
                                file.at(line),
                                "Fetch the file again, with its comments"));
    }

    private void finish() {
        if (rows.isEmpty() || columns.isEmpty()) {
            return;
        }
        IsochroneColumns known = columns.get();
        List<Integer> bands = IntStream.range(0, known.names().size())
                .filter(k -> !NO_BANDS.contains(known.names().get(k)))
                .mapToObj(k -> known.places().get(k))
                .toList();
        var points = new ParsecPoints(place(known, "mass"), place(known, "log_l"), phase(known), bands, told);
        double ageGyr = PrintedAge.gyrOfLogYears(age);
        List<double[]> kept = points.of(rows, ageGyr);
        rows.clear();
        if (kept.size() < 2) {
            told.merge("left out with isochrones of which fewer than two are left", (long) kept.size(), Long::sum);
        } else {
            var all = new ArrayList<>(known.kept(kept));
            if (phase(known) < 0) {
                all.add(new ParsecShape(place(known, "log_l"), place(known, "teff"), place(known, "logg"))
                        .phases(kept));
            }
            isochrones.add(new IsochroneRows(ageGyr, metals, 0, all));
        }
    }

    private int place(IsochroneColumns known, String name) {
        int k = known.names().indexOf(name);
        if (k < 0) {
            throw new InputError(
                    "no column tells '" + name + "'; there are " + String.join(", ", known.words()),
                    file.path().toString(),
                    "Fetch the file again with the usual columns");
        }
        return known.places().get(k);
    }

    private static int phase(IsochroneColumns known) {
        int k = known.names().indexOf("phase");
        return k < 0 ? -1 : known.places().get(k);
    }
}
