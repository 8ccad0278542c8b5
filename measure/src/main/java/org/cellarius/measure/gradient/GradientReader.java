package org.cellarius.measure.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.galaxy.fit.SlopeErrors;
import org.cellarius.galaxy.fit.SlopeOfSlopes;
import org.cellarius.galaxy.posterior.Prior;
import org.cellarius.measure.fit.GivenLine;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.fit.LineReader;
import org.cellarius.measure.fit.LineSetting;
import org.cellarius.measure.fit.LineWords;
import org.cellarius.measure.fit.PriorText;
import org.cellarius.measure.gradient.SlopesSource.Centres;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.PopulationNames;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.SlicesSource;

/** A product of the kind {@code gradient}. */
public final class GradientReader {

    private GradientReader() {}

    public static Gradient read(ProductHead head, Section s, Collection<String> populations) {
        List<Variant> variants = variants(s, populations);
        LineChoice line = s.has("method") ? line(s) : lineOfVariants(variants);
        var gradient = new Gradient(
                head,
                PopulationNames.read(s, populations),
                variants,
                AxisSource.read(s.section("y")),
                s.optionalText("y-error"),
                s.optionalText("age"),
                s.optionalText("age-error"),
                line,
                s.optionalSection("slope-of-slopes").map(GradientReader::slopes),
                s.integerOr("minimum-count", 30),
                look(s),
                LiteratureSlopes.read(s));
        refuseUnlike(gradient, s);
        if (gradient.slopes().isPresent()
                && variants.stream().anyMatch(v -> v.slices().isEmpty())) {
            throw new InputError(
                    "a line through the slopes of slices needs slices",
                    s.place("slope-of-slopes").toString(),
                    "Add  slices: {of: age, edges: […]}");
        }
        if (!gradient.literature().isEmpty()
                && variants.stream().anyMatch(v -> v.slices().isEmpty())) {
            throw new InputError(
                    "slopes of other papers stand beside those of slices",
                    s.place("literature").toString(),
                    "Add  slices, or remove it");
        }
        checkInputs(gradient, s);
        return gradient;
    }

    private static GradientLook look(Section s) {
        FigureLayout figures =
                s.choiceOr("figures", "way to draw", Arrays.asList(FigureLayout.values()), FigureLayout.APART);
        Optional<PointLook> points = s.optionalSection("points").map(PointLook::read);
        if (points.isPresent() && figures != FigureLayout.APART) {
            throw new InputError(
                    "'points' of several populations or variants do not share a figure",
                    s.place("points").toString(),
                    "Use  figures: apart");
        }
        return new GradientLook(figures, (int) s.integerOr("draws", 0), points);
    }

    /** A product whose variants all have a method of their own needs none itself. */
    private static LineChoice lineOfVariants(List<Variant> variants) {
        for (Variant v : variants) {
            if (v.own().line().isEmpty()) {
                throw new InputError(
                        "the variant '" + v.name() + "' has no 'method', and the product has none either",
                        v.place().toString(),
                        "Add for example  method: ols");
            }
        }
        return variants.getFirst().own().line().orElseThrow();
    }

    /** {@code method: wls}, or {@code method: {name: wls, errors: scaled}}. */
    private static LineChoice line(Section s) {
        Section method = s.section("method");
        LineChoice line = method.isScalar()
                ? LineChoice.of(method.scalar(), s.place("method").toString())
                : given(method);
        s.tell("method", LineWords.of(line));
        return line;
    }

    /** Priors that are wrong are told each at its place, with what is wrong of the line without them. */
    private static LineChoice given(Section method) {
        var mistakes = new Mistakes();
        var priors = new LinkedHashMap<String, String>();
        method.optionalSection("prior")
                .ifPresent(p -> p.entries()
                        .forEach((name, prior) -> mistakes.attempt(() -> {
                            PriorText.parse(prior.scalar(), p.place(name).toString());
                            priors.put(name, prior.scalar());
                        })));
        Optional<LineChoice> line = mistakes.attempt(() -> LineReader.read(given(method, priors)));
        mistakes.check();
        return line.orElseThrow();
    }

    private static GivenLine given(Section method, Map<String, String> priors) {
        return new GivenLine(
                method.text("name"),
                setting -> {
                    if (setting == LineSetting.PRIOR || !method.has(setting.word())) {
                        return List.of();
                    }
                    List<String> list = method.texts(setting.word());
                    return list.isEmpty() ? List.of(method.text(setting.word())) : list;
                },
                priors,
                word -> method.place(word.equals("method") ? "name" : word).toString());
    }

    private static List<Variant> variants(Section s, Collection<String> populations) {
        Optional<Variant> plain = s.has("x")
                ? Optional.of(variant("", s, Optional.empty(), Optional.empty(), VariantSettings.NONE))
                : Optional.empty();
        if (!s.has("variants")) {
            return List.of(plain.orElseThrow(() -> new InputError(
                    "a gradient needs 'x', or 'variants' that have one",
                    s.place().toString(),
                    "Add  x: r")));
        }
        for (String key : List.of("x-error", "xy-covariance")) {
            if (plain.isEmpty() && s.has(key)) {
                throw new InputError(
                        "'" + key + "' stands beside no 'x'", s.place(key).toString(), "Move it to the variants");
            }
        }
        var variants = new ArrayList<Variant>();
        s.section("variants")
                .entries()
                .forEach((name, v) -> variants.add(variant(name, v, plain, SlicesSource.read(s), own(v, populations))));
        return variants;
    }

    /** What a variant has in place of the product's. */
    private static VariantSettings own(Section v, Collection<String> populations) {
        return new VariantSettings(
                v.has("method") ? Optional.of(line(v)) : Optional.empty(),
                v.optionalText("where"),
                v.has("population") && !v.has("populations")
                        ? PopulationNames.known(v, List.of(v.text("population")), "population", populations)
                        : PopulationNames.read(v, populations),
                v.optionalText("y-error"));
    }

    /** Slices that share panels must be the same. */
    private static void refuseUnlike(Gradient gradient, Section s) {
        boolean together = switch (gradient.look().figures()) {
            case TOGETHER -> true;
            case APART -> false;
        };
        List<String> slices = gradient.variants().stream()
                .map(v -> v.slices()
                        .map(x -> x.of().expression() + " " + x.edges())
                        .orElse("none"))
                .distinct()
                .toList();
        if (together && slices.size() > 1) {
            throw new InputError(
                    "the variants are sliced by different things and cannot share a figure",
                    s.place("figures").toString(),
                    "Use  figures: apart, or the same slices");
        }
    }

    private static Variant variant(
            String name, Section s, Optional<Variant> plain, Optional<SlicesSource> usual, VariantSettings own) {
        AxisSource x = s.has("x")
                ? AxisSource.read(s.section("x"))
                : plain.map(Variant::x)
                        .orElseThrow(() -> new InputError(
                                "the variant '" + name + "' has no 'x', and the product has none either",
                                s.place().toString(),
                                "Add  x: r"));
        // Errors belong to the x they stand beside.
        Optional<Variant> inherited = s.has("x") ? Optional.empty() : plain;
        Optional<SlicesSource> slices = SlicesSource.read(s);
        return new Variant(
                name,
                x,
                s.optionalText("x-error").or(() -> inherited.flatMap(Variant::xError)),
                s.optionalText("xy-covariance").or(() -> inherited.flatMap(Variant::xyCovariance)),
                slices.isPresent() ? slices : usual,
                own,
                s.place());
    }

    private static SlopesSource slopes(Section s) {
        SlopeOfSlopes paper = SlopeOfSlopes.CHEN_2025;
        SlopesSource slopes = s.place()
                .checked(() -> new SlopesSource(
                        new SlopeOfSlopes(
                                s.choice("errors", "rule of errors", Arrays.asList(SlopeErrors.values())),
                                normal(s, "intercept", paper.intercept()),
                                normal(s, "slope", paper.slope()),
                                prior(s, "scatter").orElse(paper.scatter()),
                                s.numberOr("interval", paper.mass())),
                        s.choiceOr("centres", "place of a slope", Arrays.asList(Centres.values()), Centres.MIDDLE)));
        var priors = new LinkedHashMap<String, String>();
        priors.put("slope", slopes.line().slope().text());
        priors.put("intercept", slopes.line().intercept().text());
        priors.put("scatter", slopes.line().scatter().text());
        s.tell("prior", priors);
        return slopes;
    }

    private static Optional<Prior> prior(Section s, String parameter) {
        return s.optionalSection("prior")
                .flatMap(p -> p.optionalText(parameter)
                        .map(t -> PriorText.parse(t, p.place(parameter).toString())));
    }

    private static Prior.Normal normal(Section s, String parameter, Prior.Normal usual) {
        return prior(s, parameter)
                .map(p -> {
                    if (p instanceof Prior.Normal n) {
                        return n;
                    }
                    throw new InputError(
                            "the " + parameter + " of a line through slopes takes a normal prior",
                            s.section("prior").place(parameter).toString(),
                            "Write for example normal(0,2)");
                })
                .orElse(usual);
    }

    /** What the lines lack, and what stands in the study and no line uses. */
    private static void checkInputs(Gradient gradient, Section s) {
        for (Variant v : gradient.variants()) {
            needs(gradient.of(v), method(v, s));
            if (gradient.head().weight().isPresent() && !gradient.of(v).probe().takesWeights()) {
                throw new InputError(
                        "the line '" + gradient.of(v).line().method().word()
                                + "' takes no weights: its intervals have no weighted form",
                        method(v, s),
                        "Use for example scatter-vertical, student-t or binned-median, or say  weight: none");
            }
        }
        List<LineInputs> all =
                gradient.variants().stream().map(v -> inputs(gradient, v)).toList();
        String word = gradient.line().method().word();
        refuse(all, LineInputs::yError, "y-error", word, s);
        refuse(all, LineInputs::xError, "x-error", word, s);
        refuse(all, LineInputs::xyCovariance, "xy-covariance", word, s);
        boolean cuts = gradient.variants().stream()
                .anyMatch(v -> v.own().line().orElse(gradient.line()).ageBin().isPresent());
        if (!cuts) {
            refuse(all, LineInputs::age, "age", word, s);
        }
        refuse(all, LineInputs::ageError, "age-error", word, s);
        if (!s.has("variants")) {
            return;
        }
        s.section("variants").entries().forEach((name, one) -> {
            Variant v = gradient.variants().stream()
                    .filter(w -> w.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            String its = v.own().line().orElse(gradient.line()).method().word();
            List<LineInputs> alone = List.of(inputs(gradient, v));
            refuse(alone, LineInputs::yError, "y-error", its, one);
            refuse(alone, LineInputs::xError, "x-error", its, one);
            refuse(alone, LineInputs::xyCovariance, "xy-covariance", its, one);
        });
    }

    private static LineInputs inputs(Gradient gradient, Variant v) {
        return gradient.of(v).probe().inputs();
    }

    /** Where the method of a variant is written. */
    private static String method(Variant v, Section s) {
        return (v.own().line().isPresent()
                        ? s.section("variants").section(v.name()).place("method")
                        : s.place("method"))
                .toString();
    }

    private static void needs(Gradient of, String place) {
        LineInputs inputs = of.probe().inputs();
        String word = of.line().method().word();
        if (inputs.yError() == Need.NEEDED && of.yError().isEmpty()) {
            throw new InputError(
                    word.equals("wls") ? "weighted least squares needs errors" : "'" + word + "' needs errors of y",
                    place,
                    "Add  y-error: COLUMN, or use  method: ols");
        }
        boolean cuts = of.line().ageBin().isPresent();
        if ((inputs.age() == Need.NEEDED || cuts) && of.age().isEmpty()) {
            throw new InputError(
                    cuts ? "an age bin needs ages" : "'" + word + "' needs ages", place, "Add  age: COLUMN");
        }
        if (inputs.ageError() == Need.NEEDED && of.ageError().isEmpty()) {
            throw new InputError(
                    "'" + word + "' weighs stars by the errors of their ages", place, "Add  age-error: COLUMN");
        }
    }

    /** What stands in a section and no line there reads. */
    private static void refuse(
            List<LineInputs> lines, Function<LineInputs, Need> of, String key, String word, Section s) {
        if (s.has(key) && lines.stream().allMatch(l -> of.apply(l) == Need.IGNORED)) {
            throw new InputError(
                    word.equals("ols") && key.equals("y-error")
                            ? "ordinary least squares does not use errors"
                            : "'" + word + "' does not use '" + key + "'",
                    s.place(key).toString(),
                    word.equals("ols") && key.equals("y-error")
                            ? "Use  method: wls, or remove y-error"
                            : "Remove it, or use another method");
        }
    }
}
