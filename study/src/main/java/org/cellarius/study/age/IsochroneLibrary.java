package org.cellarius.study.age;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.isochrone.IsochroneFiles;
import org.cellarius.catalogue.isochrone.IsochroneRows;
import org.cellarius.catalogue.isochrone.IsochroneTable;
import org.cellarius.galaxy.age.AgeObservable;
import org.cellarius.galaxy.age.Composition;
import org.cellarius.galaxy.age.Isochrone;
import org.cellarius.galaxy.age.IsochroneGrid;

/** Isochrones from files, and what of them can be measured of stars. */
public final class IsochroneLibrary {

    private static final List<String> IRON = List.of("fe_h", "feh", "[fe/h]");
    private static final List<String> ALPHA = List.of("alpha_fe", "afe", "[alpha/fe]", "alpha_m");
    private static final String IRON_NOW = "fe_h_now";

    private final Path path;
    private final IsochroneTable table;
    private final IsochroneGrid grid;

    private IsochroneLibrary(Path path, IsochroneTable table, IsochroneGrid grid) {
        this.path = path;
        this.table = table;
        this.grid = grid;
    }

    /**
     * Reads a file or a folder.
     *
     * @throws InputError for what cannot be used
     */
    public static IsochroneLibrary read(Path path) {
        IsochroneTable table = IsochroneFiles.read(path);
        int mass = table.columns().indexOf("mass");
        List<Integer> others = IntStream.range(0, table.columns().size())
                .filter(k -> k != mass)
                .boxed()
                .toList();
        try {
            List<Isochrone> isochrones = table.isochrones().stream()
                    .map(rows -> isochrone(rows, mass, others))
                    .toList();
            List<String> names = others.stream().map(table.columns()::get).toList();
            return new IsochroneLibrary(
                    path,
                    table,
                    IsochroneScaling.with(new IsochroneGrid(String.valueOf(path.getFileName()), names, isochrones)));
        } catch (IllegalArgumentException e) {
            throw new InputError(
                            String.valueOf(e.getMessage()),
                            path.toString(),
                            "Check the file: is it whole, and are the rows of each isochrone together and in order of mass?")
                    .withCause(e);
        }
    }

    private static Isochrone isochrone(IsochroneRows rows, int mass, List<Integer> others) {
        return new Isochrone(
                rows.ageGyr(),
                new Composition(rows.feH(), rows.alphaFe()),
                rows.columns().get(mass),
                others.stream().map(rows.columns()::get).toList());
    }

    public Path path() {
        return path;
    }

    public IsochroneGrid grid() {
        return grid;
    }

    /** How far they reach, in words. */
    public String extent() {
        List<Composition> compositions = grid.compositions();
        double[] alpha =
                compositions.stream().mapToDouble(Composition::alphaFe).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%,d isochrones, %d ages from %s to %s Gyr, [Fe/H] from %s to %s%s",
                grid.size(),
                grid.ages(),
                grid.ageGyr(0),
                grid.ageGyr(grid.ages() - 1),
                compositions.getFirst().feH(),
                compositions.stream().mapToDouble(Composition::feH).max().orElseThrow(),
                alphas() > 1 ? ", [α/Fe] from " + alpha[0] + " to " + alpha[alpha.length - 1] : "");
    }

    /** What should be told of the files before ages are trusted, as whole sentences without their full stop. */
    public List<String> notes() {
        long missing = (long) grid.ages() * grid.compositions().size() - grid.size();
        return missing == 0
                ? table.notes()
                : Stream.concat(
                                table.notes().stream(),
                                Stream.of(String.format(
                                        Locale.ROOT,
                                        "%,d of %,d isochrones are missing, the first one %s: is the file whole?",
                                        missing,
                                        missing + grid.size(),
                                        firstMissing())))
                        .toList();
    }

    private String firstMissing() {
        for (int c = 0; c < grid.compositions().size(); c++) {
            for (int a = 0; a < grid.ages(); a++) {
                if (grid.isochrone(c, a).isEmpty()) {
                    Composition of = grid.compositions().get(c);
                    return grid.ageGyr(a) + " Gyr, [Fe/H] " + of.feH() + ", [α/Fe] " + of.alphaFe();
                }
            }
        }
        return "";
    }

    public IsochroneTable table() {
        return table;
    }

    /** What there is to measure: the names that {@link #observables} knows. */
    public List<String> measurable() {
        return Stream.concat(grid.columns().stream(), alphas() > 1 ? Stream.of("fe_h", "alpha_fe") : Stream.of("fe_h"))
                .distinct()
                .toList();
    }

    /**
     * Observables by the names that a user gives them.
     *
     * @param where the option or place, for errors
     */
    public List<AgeObservable> observables(List<String> names, String where) {
        var chosen = new ArrayList<AgeObservable>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new InputError("an observable has no name", where, "Leave out the comma too many");
            }
            AgeObservable observable = observable(name, where);
            boolean twice = chosen.stream().anyMatch(o -> sameAs(o, observable));
            if (twice) {
                throw new InputError("the observable '" + name + "' is named twice", where, "Name it once");
            }
            chosen.add(observable);
        }
        List<String> gaps = chosen.stream()
                .flatMap(o -> o instanceof AgeObservable.AlongCurve c ? gap(c).stream() : Stream.empty())
                .toList();
        if (!gaps.isEmpty()) {
            throw new InputError(
                    String.join("; ", gaps), path.toString(), "Complete the file, or name other observables");
        }
        if (chosen.stream().noneMatch(AgeObservable.AlongCurve.class::isInstance)) {
            throw new InputError(
                    "ages need an observable that changes along isochrones",
                    where,
                    "Name some of " + String.join(", ", grid.columns()));
        }
        return List.copyOf(chosen);
    }

    private static boolean sameAs(AgeObservable a, AgeObservable b) {
        return switch (a) {
            case AgeObservable.AlongCurve curve ->
                b instanceof AgeObservable.AlongCurve other && other.column() == curve.column();
            case AgeObservable.IronOfBirth iron -> b instanceof AgeObservable.IronOfBirth;
            case AgeObservable.AlphaOfBirth alpha -> b instanceof AgeObservable.AlphaOfBirth;
        };
    }

    private Optional<String> gap(AgeObservable.AlongCurve curve) {
        for (int c = 0; c < grid.compositions().size(); c++) {
            for (int a = 0; a < grid.ages(); a++) {
                Optional<Isochrone> isochrone = grid.isochrone(c, a);
                if (isochrone.isPresent()) {
                    double[] values = isochrone.get().columns().get(curve.column());
                    for (int i = 0; i < values.length; i++) {
                        if (!Double.isFinite(values[i])) {
                            return Optional.of(String.format(
                                    "'%s' is missing at point %d of the isochrone of %s Gyr, [Fe/H] %s",
                                    curve.name(),
                                    i + 1,
                                    grid.ageGyr(a),
                                    grid.compositions().get(c).feH()));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private AgeObservable observable(String name, String where) {
        String lower = name.toLowerCase(Locale.ROOT);
        // What is measured of a star is its mass today.
        int today = column(IsochroneScaling.MASS_NOW);
        int own = lower.equals(IsochroneScaling.MASS) && today >= 0 ? today : column(name);
        if (own >= 0) {
            return new AgeObservable.AlongCurve(name, own);
        }
        if (IRON.contains(lower)) {
            int now = column(IRON_NOW);
            return now >= 0 ? new AgeObservable.AlongCurve(name, now) : new AgeObservable.IronOfBirth(name);
        }
        if (ALPHA.contains(lower)) {
            if (alphas() < 2) {
                throw new InputError(
                        "all isochrones have the same [α/Fe]: nothing can be measured by '" + name + "'",
                        where,
                        "Leave it out");
            }
            return new AgeObservable.AlphaOfBirth(name);
        }
        throw new InputError(
                "the isochrones have no '" + name + "'"
                        + NearestWord.in(measurable(), name)
                                .map(n -> ", did you mean '" + n + "'?")
                                .orElse(""),
                where,
                "There are " + String.join(", ", measurable()));
    }

    private int column(String name) {
        int exact = grid.columns().indexOf(name);
        return exact >= 0
                ? exact
                : IntStream.range(0, grid.columns().size())
                        .filter(k -> grid.columns().get(k).equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(-1);
    }

    private int alphas() {
        return grid.alphaFe().length;
    }

    /** Other names of an observable in catalogues: of [Fe/H] and [&alpha;/Fe] there are several. */
    public static List<String> synonyms(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(IRON, ALPHA).filter(s -> s.contains(lower)).findFirst().orElse(List.of());
    }
}
