package org.cellarius.measure.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.gradient.SlopesSource.Centres;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;

/** Lines through the stars of each slice, in every population and variant. */
final class GradientProduct {

    private GradientProduct() {}

    /** The populations that a gradient is measured in; one empty name for that of its head, or all stars. */
    static List<Optional<String>> populations(Gradient gradient) {
        return gradient.populations().isEmpty()
                ? List.of(gradient.head().population())
                : gradient.populations().stream().map(Optional::of).toList();
    }

    /** Which stars it measures: those of each population, and of each variant that has its own. */
    static List<ProductHead> heads(Gradient gradient) {
        List<Gradient> each = gradient.ownPopulations()
                ? gradient.variants().stream().map(gradient::of).toList()
                : List.of(gradient);
        return each.stream()
                .flatMap(g -> populations(g).stream().map(p -> g.head().in(p)))
                .distinct()
                .toList();
    }

    /** Every population with every variant. */
    static List<GradientCase> cases(Gradient gradient, Stars stars) {
        var cases = new ArrayList<GradientCase>();
        if (gradient.ownPopulations()) {
            for (Variant variant : gradient.variants()) {
                for (Optional<String> population : populations(gradient.of(variant))) {
                    cases.add(one(gradient.of(variant), population, stars));
                }
            }
            return cases;
        }
        for (Optional<String> population : populations(gradient)) {
            for (Variant variant : gradient.variants()) {
                cases.add(one(gradient.of(variant), population, stars));
            }
        }
        return cases;
    }

    private static GradientCase one(Gradient gradient, Optional<String> population, Stars stars) {
        Variant variant = gradient.variants().getFirst();
        ProductHead head = gradient.head().in(population);
        return GradientCase.of(gradient, population, variant, Sample.of(stars, head, variant.slices()));
    }

    /**
     * Measures.
     */
    static Inquiry<ProductResult> measure(Gradient gradient, Stars stars) {
        List<GradientCase> cases = cases(gradient, stars);
        refuseMixedUnits(gradient, cases);
        return fits(cases).then(fits -> described(gradient, cases, fits));
    }

    /** The table of the lines alone. */
    static Inquiry<SmallTable> table(Gradient gradient, Stars stars) {
        List<GradientCase> cases = cases(gradient, stars);
        return fits(cases).map(fits -> GradientTable.of(cases, fits));
    }

    /** The lines alone, case by case. */
    static List<LinesOfCase> lines(Gradient gradient, Stars stars) {
        List<GradientCase> cases = cases(gradient, stars);
        List<List<SliceFit>> fits = fits(cases).answered(stars.engine(), stars.table(), stars.progress());
        return IntStream.range(0, cases.size())
                .mapToObj(c -> new LinesOfCase(
                        cases.get(c).population(),
                        cases.get(c).variant(),
                        fits.get(c).stream().map(SliceFit::line).toList()))
                .toList();
    }

    /** The lines of all cases. */
    static Inquiry<List<List<SliceFit>>> fits(List<GradientCase> cases) {
        return Inquiry.all(cases.stream()
                .map(c -> c.sample().peopled().then(s -> c.fits()))
                .toList());
    }

    private static Inquiry<ProductResult> described(
            Gradient gradient, List<GradientCase> cases, List<List<SliceFit>> fits) {
        return illustrations(gradient, cases, fits)
                .with(Inquiry.all(cases.stream().map(UnusedStars::of).toList()), Shown::new)
                .with(slopes(gradient, cases, fits), (shown, slopes) -> result(gradient, cases, fits, shown, slopes));
    }

    private record Shown(List<Illustration> illustrations, List<UnusedStars> unused) {}

    private static ProductResult result(
            Gradient gradient,
            List<GradientCase> cases,
            List<List<SliceFit>> fits,
            Shown shown,
            List<SlopesOfSlices> slopes) {
        String name = gradient.head().name();
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(name, GradientTable.of(cases, fits));
        var notes = new LinkedHashSet<String>();
        var remarks = new Remarks();
        for (int c = 0; c < cases.size(); c++) {
            notes(cases.get(c), shown.unused().get(c), fits.get(c), notes, remarks);
        }
        notes.addAll(remarks.sentences());
        for (List<SliceFit> one : fits) {
            priors(one, notes);
        }
        var illustrations = new ArrayList<>(shown.illustrations());
        if (!slopes.isEmpty()) {
            String ofSlopes = name + SlopesOfSlices.SUFFIX;
            illustrations.addFirst(SlopesOfSlices.illustration(
                    slopes, gradient.slopes().stream().toList(), gradient.literature(), ofSlopes));
            gradient.slopes().ifPresent(s -> {
                tables.put(ofSlopes, SlopesOfSlices.table(slopes, s));
                notes.addAll(SlopesOfSlices.notes(slopes, s));
            });
        }
        return new ProductResult(gradient.head(), tables, illustrations, List.copyOf(notes));
    }

    private static Inquiry<List<Illustration>> illustrations(
            Gradient gradient, List<GradientCase> cases, List<List<SliceFit>> fits) {
        String name = gradient.head().name();
        return switch (gradient.look().figures()) {
            case APART ->
                Inquiry.all(IntStream.range(0, cases.size())
                        .mapToObj(c -> GradientFigure.of(
                                cases.get(c),
                                fits.get(c),
                                cases.size() == 1
                                        ? name
                                        : name + "-" + cases.get(c).word()))
                        .toList());
            case TOGETHER ->
                OverlaidGradients.of(gradient.head(), cases, fits, name).map(List::of);
        };
    }

    /** Slopes of one table have one unit. */
    private static void refuseMixedUnits(Gradient gradient, List<GradientCase> cases) {
        List<String> units = cases.stream().map(c -> c.x().unit()).distinct().toList();
        if (units.size() > 1) {
            throw new InputError(
                    "the variants of '" + gradient.head().name() + "' run along quantities of different units ("
                            + String.join(", ", units) + ")",
                    gradient.head().place().toString(),
                    "Make products of their own of them");
        }
    }

    /** Slopes against slices, where there are several cases or a line through them is asked for; else none. */
    private static Inquiry<List<SlopesOfSlices>> slopes(
            Gradient gradient, List<GradientCase> cases, List<List<SliceFit>> fits) {
        boolean sliced = gradient.variants().stream().allMatch(v -> v.slices().isPresent());
        boolean many = fits.stream().anyMatch(f -> f.size() > SlicesShown.MOST);
        if (!sliced
                || (cases.size() == 1
                        && gradient.slopes().isEmpty()
                        && gradient.literature().isEmpty()
                        && !many)) {
            return Inquiry.found(List.of());
        }
        Centres centres = gradient.slopes().map(SlopesSource::centres).orElse(Centres.MIDDLE);
        return Inquiry.all(IntStream.range(0, cases.size())
                .mapToObj(c -> SlopesOfSlices.of(cases.get(c), fits.get(c), centres))
                .toList());
    }

    /**
     * Stars that do not enter.
     *
     * @param missing that lack a value which the line reads
     */
    private record UnusedStars(long missing, UnusableErrors errors) {
        static Inquiry<UnusedStars> of(GradientCase of) {
            return of.sample().missing(of.expressions()).with(UnusableErrors.of(of), UnusedStars::new);
        }
    }

    private static void notes(
            GradientCase of, UnusedStars unused, List<SliceFit> fits, Set<String> notes, Remarks remarks) {
        Sample sample = of.sample();
        String before = of.title().isEmpty() ? "" : of.title() + ": ";
        long missing = unused.missing();
        if (missing > 0) {
            notes.add(before + Numbers.stars(missing)
                    + " of the sample "
                    + (missing == 1 ? "lacks" : "lack")
                    + " a value that the line reads, and "
                    + (missing == 1 ? "does not enter." : "do not enter."));
        }
        UnusableErrors errors = unused.errors();
        errors.sentence().ifPresent(s -> notes.add(before + s));
        // The same, slice by slice, once it is told of all stars.
        boolean counted = missing > 0 || errors.stars() > 0;
        var unfitted = new UnfittedSamples();
        for (int g = 0; g < fits.size(); g++) {
            FittedLine line = fits.get(g).line();
            String what = before + (sample.name(g).isEmpty() ? "the sample" : "the slice " + sample.plainName(g));
            if (!fits.get(g).fitted()) {
                unfitted.add(what, line);
            }
            String slice = sample.plainName(g);
            line.warnings().stream()
                    .filter(w -> !w.contains(LineStars.MISSING_VALUE) && !(counted && w.contains(UnusableErrors.WORDS)))
                    .forEach(w -> remarks.add(of.title(), slice, w));
        }
        notes.addAll(unfitted.sentences());
    }

    private static void priors(List<SliceFit> fits, Set<String> notes) {
        fits.stream()
                .map(SliceFit::line)
                .filter(l -> !l.priors().isEmpty())
                .findFirst()
                .ifPresent(l -> notes.add("Priors: "
                        + String.join(
                                ", ",
                                l.priors().entrySet().stream()
                                        .map(p -> p.getKey() + " " + p.getValue())
                                        .toList())
                        + ". Computed by " + l.computation() + "."));
    }
}
