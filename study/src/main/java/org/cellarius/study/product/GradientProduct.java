package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.study.Product;
import org.cellarius.study.Product.Head;
import org.cellarius.study.Product.Variant;
import org.cellarius.study.SlopesSource;
import org.cellarius.study.SlopesSource.Centres;

/** Lines through the stars of each slice, in every population and variant. */
final class GradientProduct {

    private GradientProduct() {}

    /** The populations that a gradient is measured in; one empty name for that of its head, or all stars. */
    static List<Optional<String>> populations(Product.Gradient gradient) {
        return gradient.populations().isEmpty()
                ? List.of(gradient.head().population())
                : gradient.populations().stream().map(Optional::of).toList();
    }

    /** Every population with every variant. */
    static List<GradientCase> cases(Product.Gradient gradient, Function<GradientSample, Sample> sampleOf) {
        var cases = new ArrayList<GradientCase>();
        if (gradient.ownPopulations()) {
            for (Variant variant : gradient.variants()) {
                for (Optional<String> population : populations(gradient.of(variant))) {
                    cases.add(one(gradient.of(variant), population, sampleOf));
                }
            }
            return cases;
        }
        for (Optional<String> population : populations(gradient)) {
            for (Variant variant : gradient.variants()) {
                cases.add(one(gradient.of(variant), population, sampleOf));
            }
        }
        return cases;
    }

    private static GradientCase one(
            Product.Gradient gradient, Optional<String> population, Function<GradientSample, Sample> sampleOf) {
        Variant variant = gradient.variants().getFirst();
        Head head = gradient.head().in(population);
        return GradientCase.of(gradient, population, variant, sampleOf.apply(new GradientSample(head, variant)));
    }

    /**
     * Measures.
     *
     * @param sampleOf the stars of a population and their slices
     */
    static ProductResult measure(Product.Gradient gradient, Function<GradientSample, Sample> sampleOf) {
        List<GradientCase> cases = cases(gradient, sampleOf);
        refuseMixedUnits(gradient, cases);
        List<List<SliceFit>> fits = cases.stream().map(GradientCase::fits).toList();
        String name = gradient.head().name();
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(name, GradientTable.of(cases, fits));
        var illustrations = new ArrayList<Illustration>();
        var notes = new LinkedHashSet<String>();
        var remarks = new Remarks();
        for (int c = 0; c < cases.size(); c++) {
            notes(cases.get(c), fits.get(c), notes, remarks);
        }
        notes.addAll(remarks.sentences());
        for (List<SliceFit> one : fits) {
            priors(one, notes);
        }
        switch (gradient.figures()) {
            case APART -> {
                for (int c = 0; c < cases.size(); c++) {
                    GradientCase one = cases.get(c);
                    illustrations.add(
                            GradientFigure.of(one, fits.get(c), cases.size() == 1 ? name : name + "-" + one.word()));
                }
            }
            case TOGETHER -> illustrations.add(OverlaidGradients.of(gradient.head(), cases, fits, name));
        }
        slopes(gradient, cases, fits, tables, illustrations, notes);
        return new ProductResult(gradient.head(), tables, illustrations, List.copyOf(notes));
    }

    /** Slopes of one table have one unit. */
    private static void refuseMixedUnits(Product.Gradient gradient, List<GradientCase> cases) {
        List<String> units = cases.stream().map(c -> c.x().unit()).distinct().toList();
        if (units.size() > 1) {
            throw new InputError(
                    "the variants of '" + gradient.head().name() + "' run along quantities of different units ("
                            + String.join(", ", units) + ")",
                    gradient.head().place().toString(),
                    "Make products of their own of them");
        }
    }

    /** Slopes against slices, where there are several cases or a line through them is asked for. */
    private static void slopes(
            Product.Gradient gradient,
            List<GradientCase> cases,
            List<List<SliceFit>> fits,
            Map<String, SmallTable> tables,
            List<Illustration> illustrations,
            Set<String> notes) {
        boolean sliced = gradient.variants().stream().allMatch(v -> v.slices().isPresent());
        if (!sliced || (cases.size() == 1 && gradient.slopes().isEmpty())) {
            return;
        }
        String name = gradient.head().name() + SlopesOfSlices.SUFFIX;
        Centres centres = gradient.slopes().map(SlopesSource::centres).orElse(Centres.MIDDLE);
        List<SlopesOfSlices> slopes = IntStream.range(0, cases.size())
                .mapToObj(c -> new SlopesOfSlices(cases.get(c), fits.get(c), centres))
                .toList();
        illustrations.addFirst(
                SlopesOfSlices.illustration(slopes, gradient.slopes().stream().toList(), name));
        gradient.slopes().ifPresent(s -> {
            tables.put(name, SlopesOfSlices.table(slopes, s));
            notes.addAll(SlopesOfSlices.notes(slopes, s));
        });
    }

    /** The stars of a case: a head with its population, and what slices them. */
    record GradientSample(Head head, Variant variant) {}

    private static void notes(GradientCase of, List<SliceFit> fits, Set<String> notes, Remarks remarks) {
        Sample sample = of.sample();
        String before = of.title().isEmpty() ? "" : of.title() + ": ";
        long missing = sample.missing(of.expressions());
        if (missing > 0) {
            notes.add(before + Numbers.stars(missing)
                    + " of the sample "
                    + (missing == 1 ? "lacks" : "lack")
                    + " a value that the line reads, and "
                    + (missing == 1 ? "does not enter." : "do not enter."));
        }
        UnusableErrors errors = UnusableErrors.of(of);
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
