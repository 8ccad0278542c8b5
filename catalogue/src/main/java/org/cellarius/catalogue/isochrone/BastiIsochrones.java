package org.cellarius.catalogue.isochrone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;

/**
 * BaSTI-IAC isochrones (Hidalgo et al. 2018, 2018ApJ...856..125H), one age a file. Their gravities follow from mass, luminosity and temperature.
 *
 * <p>Isochrones of this library have 2100 points whose numbers are those of equal states of evolution; other lengths are read without numbers.
 * The file tells [M/H]; [&alpha;/Fe] stands in its name, and makes [Fe/H] by Salaris, Chieffi &amp; Straniero 1993 (1993ApJ...414..580S) where it is not 0.
 */
final class BastiIsochrones {

    private static final Pattern HEAD =
            Pattern.compile("Np\\s*=\\s*([0-9]+)\\s+\\[M/H]\\s*=\\s*([-+0-9.]+).*Age \\(Myr\\)\\s*=\\s*([0-9.]+)");
    private static final Pattern NAME = Pattern.compile("z[0-9]+y[0-9]+([pm])([0-9]{2})o[0-9]d[0-9]e[0-9]");
    private static final Map<String, String> RENAMED =
            Map.of("M/Mo(ini)", "mass", "M/Mo(fin)", "mass_now", "log(L/Lo)", "log_l", "logTe", "teff");
    private static final int NUMBERED_POINTS = 2100;

    /** log of the Sun's surface gravity, cm/s&sup2;: GM 1.3271244e26 cm&sup3;/s&sup2;, R 6.957e10 cm (IAU 2015 B3). */
    private static final double SUN_LOG_G = Math.log10(1.3271244e26 / (6.957e10 * 6.957e10));

    private static final double SUN_TEFF_K = 5772;
    private static final double SALARIS_ALPHA = 0.638;
    private static final double SALARIS_REST = 0.362;

    private final IsochroneLines file;
    private final Map<String, Long> told = new TreeMap<>();

    private BastiIsochrones(IsochroneLines file) {
        this.file = file;
    }

    static IsochroneFile read(IsochroneLines file) {
        return new BastiIsochrones(file).whole();
    }

    private IsochroneFile whole() {
        int points = -1;
        double metals = 0;
        double ageGyr = 0;
        List<String> words = List.of();
        Optional<String> photometry = Optional.empty();
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            String comment = IsochroneLines.comment(line);
            Matcher head = HEAD.matcher(comment);
            if (!line.strip().startsWith("#")) {
                if (!line.isBlank()) {
                    rows.add(row(IsochroneLines.words(line), words.size(), i + 1));
                }
            } else if (head.find()) {
                if (points >= 0) {
                    throw new InputError(
                            "the file has two isochrones",
                            file.at(i + 1),
                            "Keep each in a file of its own, as they come");
                }
                points = Integer.parseInt(head.group(1));
                metals = file.number(head.group(2), i + 1);
                ageGyr = PrintedAge.gyrOfYears(file.number(head.group(3), i + 1) * 1e6);
            } else if (comment.contains("M/Mo(ini)")) {
                words = IsochroneLines.words(comment);
            } else if (comment.contains("models")) {
                photometry = Optional.of(comment.substring(comment.lastIndexOf(" - ") + 2)
                                .strip())
                        .filter(system -> comment.contains(" - ") && !system.isEmpty());
            }
        }
        if (points != rows.size()) {
            throw file.cutShort(
                    points < 0
                            ? "no line tells Np, [M/H] and Age (Myr)"
                            : String.format("the head speaks of %d points, and there are %d", points, rows.size()));
        }
        double alpha = alpha();
        double iron = alpha == 0 ? metals : metals - Math.log10(SALARIS_ALPHA * Math.pow(10, alpha) + SALARIS_REST);
        if (alpha != 0) {
            told.put("[Fe/H] follows from [M/H] and [α/Fe] by Salaris et al. 1993: the files do not tell it", 0L);
        }
        return file(words, photometry, rows, ageGyr, iron, alpha);
    }

    private IsochroneFile file(
            List<String> words,
            Optional<String> photometry,
            List<double[]> rows,
            double ageGyr,
            double iron,
            double alpha) {
        IsochroneColumns columns =
                IsochroneColumns.of(words, RENAMED, Set.of(), file.path().toString());
        var names = new ArrayList<>(columns.names());
        var kept = new ArrayList<>(columns.kept(rows));
        int mass = columns.place("M/Mo(fin)", file.path().toString());
        int light = columns.place("log(L/Lo)", file.path().toString());
        int teff = columns.place("logTe", file.path().toString());
        columns.place("M/Mo(ini)", file.path().toString());
        names.add("logg");
        kept.add(rows.stream()
                .mapToDouble(r -> SUN_LOG_G + Math.log10(r[mass]) + 4 * (r[teff] - Math.log10(SUN_TEFF_K)) - r[light])
                .toArray());
        if (rows.size() == NUMBERED_POINTS) {
            names.add("eep");
            kept.add(IntStream.rangeClosed(1, rows.size()).mapToDouble(k -> k).toArray());
        }
        told.put("log g follows from mass, luminosity and T_eff: the files do not tell it", 0L);
        return new IsochroneFile(
                file.path(),
                "BaSTI-IAC",
                photometry,
                names,
                List.of(new IsochroneRows(ageGyr, iron, alpha, kept)),
                told);
    }

    private double[] row(List<String> words, int wanted, int line) {
        if (words.size() != wanted) {
            throw new InputError(
                    String.format("the line has %d numbers, and %d columns are named", words.size(), wanted),
                    file.at(line),
                    "The file may be cut short: fetch it again");
        }
        return words.stream().mapToDouble(w -> file.number(w, line)).toArray();
    }

    private double alpha() {
        Matcher name = NAME.matcher(String.valueOf(file.path().getFileName()));
        if (name.find()) {
            double tenths = Double.parseDouble(name.group(2)) / 10;
            return name.group(1).equals("m") ? -tenths : tenths;
        }
        if (file.lines().stream().limit(5).anyMatch(l -> l.contains("Scaled solar"))) {
            return 0;
        }
        throw new InputError(
                "neither the name of the file (…p00o1d1e1…) nor its head ('Scaled solar') tells [α/Fe]",
                file.path().toString(),
                "Give the file the name that it had");
    }
}
