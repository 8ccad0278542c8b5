package org.cellarius.study.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.Inquiry;
import org.cellarius.study.AxisSource;
import org.cellarius.study.Product;
import org.cellarius.study.Product.Variant;
import org.cellarius.study.SlicesSource;
import org.cellarius.study.Study;

/** Measures a product on the star table. */
public final class Measurement {

    private Measurement() {}

    /** The product's tables and figure. */
    public static ProductResult of(Product product, Study study, Engine engine, StarTable stars, Progress progress) {
        return inquiry(product, study, engine, stars, progress).answered(engine, stars, progress);
    }

    /** The same of several products, whose questions go together. */
    public static List<ProductResult> of(
            List<Product> products, Study study, Engine engine, StarTable stars, Progress progress) {
        return Inquiry.all(products.stream()
                        .map(p -> inquiry(p, study, engine, stars, progress))
                        .toList())
                .answered(engine, stars, progress);
    }

    private static Inquiry<ProductResult> inquiry(
            Product product, Study study, Engine engine, StarTable stars, Progress progress) {
        return switch (product) {
            case Product.Gradient p -> GradientProduct.measure(p, samples(study, engine, stars, progress));
            case Product.RunningMedianProfile p ->
                RunningMedianProduct.measure(p, head -> Sample.of(engine, stars, study, head, p.slices(), progress));
            case Product.BinnedMedianLine p ->
                BinnedMedianProduct.measure(p, head -> Sample.of(engine, stars, study, head, p.slices(), progress));
            case Product.MedianMap p ->
                MapProduct.measure(
                        p, Sample.of(engine, stars, study, p.head(), Optional.empty(), progress), study.sun());
            case Product.Distribution p ->
                DistributionProduct.measure(p, head -> Sample.of(engine, stars, study, head, p.slices(), progress));
            case Product.TrendRemoval p ->
                TrendRemovalProduct.measure(p, Sample.of(engine, stars, study, p.head(), p.slices(), progress))
                        .then(Removal::shown);
        };
    }

    private static Function<GradientProduct.GradientSample, Sample> samples(
            Study study, Engine engine, StarTable stars, Progress progress) {
        return c -> Sample.of(engine, stars, study, c.head(), c.variant().slices(), progress);
    }

    /** The lines of a gradient alone, case by case: without tables and figures. */
    public static List<LinesOfCase> lines(
            Product.Gradient gradient, Study study, Engine engine, StarTable stars, Progress progress) {
        List<GradientCase> cases = GradientProduct.cases(gradient, samples(study, engine, stars, progress));
        List<List<SliceFit>> fits = GradientProduct.fits(cases).answered(engine, stars, progress);
        return IntStream.range(0, cases.size())
                .mapToObj(c -> new LinesOfCase(
                        cases.get(c).population(),
                        cases.get(c).variant(),
                        fits.get(c).stream().map(SliceFit::line).toList()))
                .toList();
    }

    /** What the slices of products are slices of, as axes write it, by the products' names. */
    public static Map<String, String> sliceLabels(List<Product> products, Engine engine, StarTable stars) {
        return products.stream()
                .filter(p -> !slices(p).isEmpty())
                .collect(Collectors.toMap(
                        p -> p.head().name(),
                        p -> slices(p).stream()
                                .map(s -> Quantity.of(s.of(), engine, stars).label())
                                .distinct()
                                .collect(Collectors.joining(" or "))));
    }

    private static List<SlicesSource> slices(Product product) {
        return switch (product) {
            case Product.Gradient p ->
                p.variants().stream().flatMap(v -> v.slices().stream()).toList();
            case Product.RunningMedianProfile p -> p.slices().stream().toList();
            case Product.BinnedMedianLine p -> p.slices().stream().toList();
            case Product.Distribution p -> p.slices().stream().toList();
            case Product.TrendRemoval p -> p.slices().stream().toList();
            case Product.MedianMap p -> List.of();
        };
    }

    /** A number that a user wrote for a product, checked. */
    public static Expression number(AxisSource source, Engine engine, StarTable stars) {
        return Quantity.of(source, engine, stars).value();
    }

    /** The unit of a gradient's slopes. */
    public static String slopeUnit(Product.Gradient gradient, Variant variant, Engine engine, StarTable stars) {
        return Quantity.of(gradient.y(), engine, stars).per(Quantity.of(variant.x(), engine, stars));
    }

    /** The trend that a correction subtracts, found among the stars. */
    public static Removal removal(
            Product.TrendRemoval correction, Study study, Engine engine, StarTable stars, Progress progress) {
        check(correction, engine, stars);
        Sample makers = Sample.of(engine, stars, study, correction.head(), correction.slices(), progress);
        return TrendRemovalProduct.measure(correction, makers).answered(engine, stars, progress);
    }

    /** All that will be read of the stars for some products and the populations of a study. */
    public static StarsRead read(List<? extends Product> products, Study study, Engine engine, StarTable stars) {
        return StarsRead.of(products, study, engine, stars);
    }

    /** Checks a product's expressions on the star table's columns without measuring; tells all that is wrong. */
    public static void check(Product product, Engine engine, StarTable stars) {
        var checks = new ProductChecks(engine, stars, product.head().place().toString());
        switch (product) {
            case Product.Gradient p -> {
                checks.number(p.y());
                List.of(p.yError(), p.age(), p.ageError()).forEach(checks::expression);
                p.variants().forEach(v -> {
                    checks.number(v.x());
                    checks.expression(v.xError());
                    checks.expression(v.xyCovariance());
                    checks.slices(v.slices());
                    var own = checks.at(v.place().toString());
                    own.expression(v.own().yError());
                    own.condition(v.own().where());
                });
            }
            case Product.RunningMedianProfile p -> {
                checks.number(p.x());
                checks.number(p.y());
                checks.slices(p.slices());
            }
            case Product.BinnedMedianLine p -> {
                checks.number(p.x());
                checks.number(p.y());
                checks.slices(p.slices());
            }
            case Product.MedianMap p -> {
                checks.number(p.value());
                checks.column(p.plane().horizontal());
                checks.column(p.plane().vertical());
            }
            case Product.Distribution p -> {
                checks.number(p.value());
                checks.slices(p.slices());
            }
            case Product.TrendRemoval p -> {
                checks.newColumn(p.head().name());
                checks.number(p.of());
                checks.number(p.against());
                checks.slices(p.slices());
            }
        }
        checks.condition(product.head().where());
        checks.check();
    }

    /** A condition that a user wrote, checked. */
    public static Expression condition(String text, Engine engine, StarTable stars, String where) {
        return Sample.condition(engine, stars, text, where);
    }
}
