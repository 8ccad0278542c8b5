package org.cellarius.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.frame.SolarVelocity;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.mock.DiscTruth;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.Product.Head;
import org.cellarius.study.yaml.Place;
import org.cellarius.study.yaml.Section;
import org.cellarius.study.yaml.StudySchema;
import org.cellarius.study.yaml.YamlDocument;

/** Makes a {@link Study} of a study file: schema first, then what a schema cannot say. */
public final class StudyReader {

    private StudyReader() {}

    /** Reads a study; every mistake is an {@link InputError} with its place. */
    public static Study read(YamlDocument document) {
        StudySchema.check(document);
        Section root = Section.of(document);
        List<CatalogueSource> catalogues = root.section("catalogues").entries().entrySet().stream()
                .map(e -> catalogue(e.getKey(), e.getValue()))
                .toList();
        List<String> names = catalogues.stream().map(CatalogueSource::name).toList();
        PhaseSpace phaseSpace = phaseSpace(root);
        Optional<Sun> sun = sun(root, phaseSpace);
        Map<String, String> populations = new LinkedHashMap<>();
        root.optionalSection("populations")
                .ifPresent(s -> s.entries().forEach((name, e) -> populations.put(name, e.scalar())));
        var study = new Study(
                root.text("study"),
                root.optionalText("title").orElse(root.text("study")),
                root.optionalText("description").orElse(""),
                root.optionalSection("report")
                        .flatMap(r -> r.optionalText("authors"))
                        .orElse(""),
                root.optionalSection("mock").map(StudyReader::mock),
                catalogues,
                sun,
                phaseSpace,
                DynamicsReader.errors(root, phaseSpace, root.has("orbits")),
                DynamicsReader.orbits(root, phaseSpace),
                DynamicsReader.membership(root, phaseSpace, sun),
                root.optionalSection("deduplicate").map(s -> repeats(s, names)),
                root.has("cuts") ? cuts(root.elements("cuts"), names) : List.of(),
                populations,
                root.section("products").entries().entrySet().stream()
                        .map(e -> product(e.getKey(), e.getValue(), populations))
                        .toList(),
                root.optionalSection("report").flatMap(r -> r.optionalText("expected")),
                document);
        checkMockFiles(study);
        return study;
    }

    private static void checkMockFiles(Study study) {
        for (CatalogueSource catalogue : study.catalogues()) {
            var files = new ArrayList<CatalogueSource.FileSource>(List.of(catalogue.file()));
            catalogue.join().ifPresent(j -> files.add(j.file()));
            for (CatalogueSource.FileSource file : files) {
                if (!file.path().startsWith("mock:")) {
                    continue;
                }
                if (study.mock().isEmpty()) {
                    throw new InputError(
                            "'" + file.path() + "' is a file of a mock survey, but the study has no 'mock' section",
                            file.place().toString(),
                            "Add the section, or name a real file");
                }
                oneOf(
                        file.path().substring(5),
                        List.of(MockSurvey.ASTROMETRY, MockSurvey.SPECTROSCOPY),
                        "a file of the mock survey",
                        file.place());
            }
        }
    }

    private static PhaseSpace phaseSpace(Section root) {
        String word = root.optionalText("phase-space").orElse(PhaseSpace.NONE.word());
        return Arrays.stream(PhaseSpace.values())
                .filter(p -> p.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Sun> sun(Section root, PhaseSpace phaseSpace) {
        if (!root.has("sun")) {
            if (phaseSpace != PhaseSpace.NONE) {
                throw new InputError(
                        "phase space is asked for, but no Sun is named",
                        root.place("phase-space").toString(),
                        "Add  sun: NAME  with one of " + sunNames());
            }
            return Optional.empty();
        }
        Sun sun = sun(root.section("sun"));
        if (phaseSpace == PhaseSpace.POSITIONS_AND_VELOCITIES && sun.velocity().isEmpty()) {
            throw new InputError(
                    "the Sun '" + sun.name() + "' has no published velocity",
                    root.place("sun").toString(),
                    "Use  phase-space: positions, or another Sun: " + sunNames());
        }
        return Optional.of(sun);
    }

    private static Sun sun(Section section) {
        if (section.isScalar()) {
            String name = section.scalar();
            return Sun.byName(name).orElseThrow(() -> {
                List<String> names = Sun.named().stream().map(Sun::name).toList();
                return new InputError(
                        "there is no Sun named '" + name + "'" + near(names, name),
                        section.place().toString(),
                        "Named Suns: " + sunNames());
            });
        }
        boolean moves = section.has("U") || section.has("V") || section.has("W");
        return checked(
                section.place(),
                () -> new Sun(
                        "given",
                        section.quantity("R0", "kpc"),
                        section.quantity("z", "kpc"),
                        moves
                                ? Optional.of(new SolarVelocity(
                                        velocity(section, "U"), velocity(section, "V"), velocity(section, "W")))
                                : Optional.empty(),
                        section.optionalText("source").orElse("given in the study")));
    }

    private static double velocity(Section section, String component) {
        if (!section.has(component)) {
            throw new InputError(
                    "the Sun's velocity lacks " + component,
                    section.place().toString(),
                    "Give U, V and W, or none of them");
        }
        return section.quantity(component, "km/s");
    }

    private static String sunNames() {
        return String.join(", ", Sun.named().stream().map(Sun::name).toList());
    }

    private static MockSurvey mock(Section s) {
        Section truth = s.section("truth");
        return checked(
                s.place(),
                () -> new MockSurvey(
                        s.integer("seed"),
                        s.integer("stars"),
                        sun(s.section("sun")),
                        new DiscTruth(
                                truth.quantity("radial-slope", "dex/kpc"),
                                truth.quantity("vertical-slope", "dex/kpc"),
                                truth.quantity("age-slope", "dex/Gyr"),
                                truth.quantity("fe-h-at-sun", "dex"),
                                truth.quantity("scatter", "dex"))));
    }

    private static CatalogueSource catalogue(String name, Section s) {
        return new CatalogueSource(
                name,
                file(s),
                s.optionalText("title").orElse(name),
                s.optionalText("citation").orElse(""),
                s.optionalSection("join").map(j -> join(j, s)));
    }

    private static CatalogueSource.Join join(Section j, Section catalogue) {
        CatalogueSource.FileSource file = file(j);
        String on = j.text("on");
        for (Section side : List.of(catalogue, j)) {
            if (!side.section("columns").has(on)) {
                throw new InputError(
                        "the key '" + on + "' of the join is not among these columns",
                        side.place("columns").toString(),
                        "Add it to the columns of both files");
            }
        }
        for (ColumnSource column : file.columns()) {
            if (!column.name().equals(on) && catalogue.section("columns").has(column.name())) {
                throw new InputError(
                        "the column '" + column.name() + "' comes from both files",
                        column.place().toString(),
                        "Give one of them another name");
            }
        }
        return new CatalogueSource.Join(
                file,
                on,
                j.optionalText("unmatched").orElse("drop").equals("keep")
                        ? CatalogueSource.Unmatched.KEEP
                        : CatalogueSource.Unmatched.DROP);
    }

    private static CatalogueSource.FileSource file(Section s) {
        return new CatalogueSource.FileSource(
                s.text("file"),
                s.optionalText("format"),
                s.optionalText("hdu"),
                s.section("columns").entries().entrySet().stream()
                        .map(e -> column(e.getKey(), e.getValue()))
                        .toList(),
                s.place("file"));
    }

    private static ColumnSource column(String name, Section s) {
        if (name.equals("catalogue") || name.equals("file_row_number")) {
            throw new InputError(
                    "the column name '" + name + "' is taken: Cellarius fills it itself",
                    s.place().toString(),
                    "Choose another name, for example " + name + "_published");
        }
        if (s.isScalar()) {
            return new ColumnSource(
                    name,
                    new Origin.FileColumn(s.scalar()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "",
                    s.place());
        }
        if (s.has("from") == s.has("expression")) {
            throw new InputError(
                    "the column '" + name + "' needs either 'from' or 'expression'",
                    s.place().toString(),
                    "Give one of the two");
        }
        Origin origin =
                s.has("from") ? new Origin.FileColumn(s.text("from")) : new Origin.Computed(s.text("expression"));
        return new ColumnSource(
                name,
                origin,
                s.optionalText("unit"),
                s.optionalText("to"),
                s.texts("fillers"),
                s.optionalText("description").orElse(""),
                s.place());
    }

    private static Repeats repeats(Section s, List<String> catalogues) {
        Section keep = s.section("keep");
        boolean highest = keep.has("highest");
        String expression = keep.text(highest ? "highest" : "lowest");
        Optional<String> catalogue = s.optionalText("catalogue");
        catalogue.ifPresent(c -> oneOf(c, catalogues, "a catalogue", s.place("catalogue")));
        double radiusArcsec = s.quantity("radius", "arcsec");
        if (!(radiusArcsec > 0 && radiusArcsec <= 3600)) {
            throw new InputError(
                    "a radius of " + radiusArcsec + " arcsec",
                    s.place("radius").toString(),
                    "It must lie between 0 and 3600 arcsec");
        }
        return new Repeats(
                radiusArcsec,
                highest ? expression : "-(" + expression + ")",
                (highest ? "highest " : "lowest ") + expression,
                catalogue,
                keep.place());
    }

    private static List<Cut> cuts(List<Section> sections, List<String> catalogues) {
        List<Cut> cuts = sections.stream().map(s -> cut(s, catalogues)).toList();
        Set<String> names = new HashSet<>();
        for (Cut cut : cuts) {
            if (!names.add(cut.name())) {
                throw new InputError(
                        "there are two cuts named '" + cut.name() + "'",
                        cut.place().toString(),
                        "Give each a name of its own, so that the cut flow tells them apart");
            }
        }
        return cuts;
    }

    private static Cut cut(Section s, List<String> catalogues) {
        s.optionalText("catalogue").ifPresent(c -> oneOf(c, catalogues, "a catalogue", s.place("catalogue")));
        return new Cut(s.text("name"), s.text("keep"), s.optionalText("catalogue"), s.place("keep"));
    }

    private static Product product(String name, Section s, Map<String, String> populations) {
        s.optionalText("population")
                .ifPresent(p -> oneOf(p, List.copyOf(populations.keySet()), "a population", s.place("population")));
        var head = new Head(
                name,
                s.optionalText("title").orElse(name),
                s.optionalText("population"),
                s.optionalText("where"),
                s.place());
        return switch (s.text("kind")) {
            case "gradient" -> gradient(head, s);
            case "running-median" ->
                new Product.RunningMedianProfile(
                        head,
                        axis(s.section("x")),
                        axis(s.section("y")),
                        slices(s),
                        (int) Math.min(Integer.MAX_VALUE, s.integer("window")),
                        s.number("overlap"));
            case "binned-median" ->
                new Product.BinnedMedianLine(
                        head,
                        axis(s.section("x")),
                        axis(s.section("y")),
                        s.number("width"),
                        slices(s),
                        s.optionalInteger("minimum-count").orElse(10));
            case "map" -> map(head, s);
            case "distribution" ->
                new Product.Distribution(
                        head,
                        axis(s.section("value")),
                        s.number("width"),
                        slices(s),
                        s.optionalInteger("minimum-count").orElse(30));
            default -> throw new IllegalStateException("the schema let the kind '" + s.text("kind") + "' pass");
        };
    }

    private static Product gradient(Head head, Section s) {
        LineMethod method = s.text("method").equals(LineMethod.WLS.word()) ? LineMethod.WLS : LineMethod.OLS;
        if (method == LineMethod.WLS && !s.has("y-error")) {
            throw new InputError(
                    "weighted least squares needs errors",
                    s.place("method").toString(),
                    "Add  y-error: COLUMN, or use  method: ols");
        }
        if (method == LineMethod.OLS && s.has("y-error")) {
            throw new InputError(
                    "ordinary least squares does not use errors",
                    s.place("y-error").toString(),
                    "Use  method: wls, or remove y-error");
        }
        return new Product.Gradient(
                head,
                axis(s.section("x")),
                axis(s.section("y")),
                s.optionalText("y-error"),
                method,
                slices(s),
                s.optionalInteger("minimum-count").orElse(30));
    }

    private static Product map(Head head, Section s) {
        Product.Plane plane = Arrays.stream(Product.Plane.values())
                .filter(p -> p.word().equals(s.text("plane")))
                .findFirst()
                .orElseThrow();
        double cellKpc = s.quantity("cell", "kpc");
        if (!(cellKpc > 0)) {
            throw new InputError(
                    "a cell of " + cellKpc + " kpc", s.place("cell").toString(), "It must be larger than zero");
        }
        Optional<Section> range = s.optionalSection("range");
        return new Product.MedianMap(
                head,
                plane,
                axis(s.section("value")),
                cellKpc,
                s.optionalInteger("minimum-count").orElse(5),
                range.map(r -> rising(r, "x")).orElse(List.of()),
                range.map(r -> rising(r, "y")).orElse(List.of()));
    }

    private static AxisSource axis(Section s) {
        return s.isScalar()
                ? new AxisSource(s.scalar(), Optional.empty(), Optional.empty(), List.of(), s.place())
                : new AxisSource(
                        s.text("of"),
                        s.optionalText("label"),
                        s.optionalText("unit"),
                        rising(s, "range"),
                        s.place("of"));
    }

    private static List<Double> rising(Section s, String key) {
        List<Double> range = s.numbers(key);
        if (!range.isEmpty() && !(range.get(1) > range.get(0))) {
            throw new InputError(
                    "the range " + range + " does not rise", s.place(key).toString(), "Write [smallest, largest]");
        }
        return range;
    }

    private static Optional<SlicesSource> slices(Section product) {
        return product.optionalSection("slices").map(s -> {
            List<Double> edges = s.numbers("edges");
            checked(s.place("edges"), () -> new Grouping.Slices(edges));
            return new SlicesSource(
                    new AxisSource(
                            s.text("of"), s.optionalText("label"), s.optionalText("unit"), List.of(), s.place("of")),
                    edges);
        });
    }

    private static void oneOf(String word, List<String> allowed, String what, Place place) {
        if (!allowed.contains(word)) {
            throw new InputError(
                    "'" + word + "' is not " + what + near(allowed, word),
                    place.toString(),
                    allowed.isEmpty() ? "There is none" : "Choose one of " + String.join(", ", allowed));
        }
    }

    private static String near(List<String> words, String word) {
        return NearestWord.in(words, word)
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
    }

    /** The checks of records, told with the place in the study. */
    static <T> T checked(Place place, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), place.toString(), "Change the value").withCause(e);
        }
    }
}
