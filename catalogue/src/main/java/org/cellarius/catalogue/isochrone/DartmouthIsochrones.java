package org.cellarius.catalogue.isochrone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;

/**
 * Dartmouth isochrones (Dotter et al. 2008, 2008ApJS..178...89D): ages in Gyr, [Fe/H] and [&alpha;/Fe] in the head, points numbered by equal states
 * of evolution. The models lose no mass: that at birth is that of today.
 */
final class DartmouthIsochrones {

    private static final Pattern AGE = Pattern.compile("#\\s*AGE=\\s*([0-9.]+)\\s*EEPS=\\s*([0-9]+)");
    private static final Pattern AGES = Pattern.compile("#\\s*NUMBER OF AGES=\\s*([0-9]+)");
    private static final Pattern SYSTEM = Pattern.compile("\\*\\*PHOTOMETRIC SYSTEM\\*\\*:\\s*(.*)");
    private static final Map<String, String> RENAMED =
            Map.of("EEP", "eep", "M/Mo", "mass", "LogTeff", "teff", "LogG", "logg", "LogL/Lo", "log_l");

    private final IsochroneLines file;
    private Optional<String> photometry = Optional.empty();
    private int ages = -1;
    private double iron = Double.NaN;
    private double alpha = Double.NaN;
    private Optional<IsochroneColumns> columns = Optional.empty();
    private final List<IsochroneRows> isochrones = new ArrayList<>();

    private DartmouthIsochrones(IsochroneLines file) {
        this.file = file;
    }

    static IsochroneFile read(IsochroneLines file) {
        return new DartmouthIsochrones(file).whole();
    }

    private IsochroneFile whole() {
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            Matcher age = AGE.matcher(line);
            if (age.find()) {
                isochrone(i, file.number(age.group(1), i + 1), Integer.parseInt(age.group(2)));
            } else if (line.strip().startsWith("#")) {
                head(line, i);
            }
        }
        IsochroneColumns known = columns.orElseThrow(() -> file.cutShort("there is no isochrone behind the head"));
        if (ages >= 0 && ages != isochrones.size()) {
            throw file.cutShort(String.format("the head speaks of %d ages, and there are %d", ages, isochrones.size()));
        }
        return new IsochroneFile(file.path(), "Dartmouth", photometry, known.names(), isochrones, Map.of());
    }

    private void head(String line, int i) {
        Matcher count = AGES.matcher(line);
        if (count.find()) {
            ages = Integer.parseInt(count.group(1));
        }
        Matcher system = SYSTEM.matcher(line);
        if (system.find()) {
            photometry = Optional.of(system.group(1).strip());
        }
        List<String> names = IsochroneLines.words(IsochroneLines.comment(line));
        if (names.contains("[Fe/H]") && i + 1 < file.lines().size()) {
            List<String> values =
                    IsochroneLines.words(IsochroneLines.comment(file.lines().get(i + 1)));
            if (values.size() != names.size() || !names.contains("[a/Fe]")) {
                throw new InputError(
                        "the head does not tell [Fe/H] and [a/Fe]", file.at(i + 2), "Fetch the file again");
            }
            iron = file.number(values.get(names.indexOf("[Fe/H]")), i + 2);
            alpha = file.number(values.get(names.indexOf("[a/Fe]")), i + 2);
        }
    }

    private void isochrone(int start, double ageGyr, int points) {
        if (Double.isNaN(iron)) {
            throw new InputError(
                    "no line before tells [Fe/H] and [a/Fe]",
                    file.at(start + 1),
                    "Fetch the file again, with its head");
        }
        if (start + 1 + points >= file.lines().size()) {
            throw file.cutShort(String.format("the isochrone of %s Gyr has fewer than %d points", ageGyr, points));
        }
        List<String> words =
                IsochroneLines.words(IsochroneLines.comment(file.lines().get(start + 1)));
        IsochroneColumns here = IsochroneColumns.of(words, RENAMED, Set.of(), file.at(start + 2));
        if (columns.isPresent() && !columns.get().equals(here)) {
            throw new InputError(
                    "the columns differ from those of the isochrones before",
                    file.at(start + 2),
                    "Fetch the file again");
        }
        here.place("M/Mo", file.at(start + 2));
        columns = Optional.of(here);
        var rows = new ArrayList<double[]>();
        for (int i = start + 2; i < start + 2 + points; i++) {
            List<String> numbers = IsochroneLines.words(file.lines().get(i));
            if (numbers.size() != words.size()) {
                throw new InputError(
                        String.format(
                                "the line has %d numbers, and %d columns are named", numbers.size(), words.size()),
                        file.at(i + 1),
                        "The file may be cut short: fetch it again");
            }
            int line = i + 1;
            rows.add(numbers.stream().mapToDouble(n -> file.number(n, line)).toArray());
        }
        isochrones.add(new IsochroneRows(ageGyr, iron, alpha, here.kept(rows)));
    }
}
