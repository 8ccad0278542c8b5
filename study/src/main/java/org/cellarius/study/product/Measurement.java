package org.cellarius.study.product;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.study.AxisSource;
import org.cellarius.study.Product;
import org.cellarius.study.Product.Variant;
import org.cellarius.study.Study;

/** Measures a product on the star table. */
public final class Measurement {

    private Measurement() {}

    /** The product's tables and figure. */
    public static ProductResult of(Product product, Study study, Engine engine, StarTable stars, Progress progress) {
        return switch (product) {
            case Product.Gradient p ->
                GradientProduct.measure(
                        p,
                        c -> Sample.of(
                                engine, stars, study, c.head(), c.variant().slices(), progress));
            case Product.RunningMedianProfile p ->
                RunningMedianProduct.measure(p, Sample.of(engine, stars, study, p.head(), p.slices(), progress));
            case Product.BinnedMedianLine p ->
                BinnedMedianProduct.measure(p, Sample.of(engine, stars, study, p.head(), p.slices(), progress));
            case Product.MedianMap p ->
                MapProduct.measure(
                        p, Sample.of(engine, stars, study, p.head(), Optional.empty(), progress), study.sun());
            case Product.Distribution p ->
                DistributionProduct.measure(p, Sample.of(engine, stars, study, p.head(), p.slices(), progress));
            case Product.TrendRemoval p ->
                removal(p, study, engine, stars, progress).shown();
        };
    }

    /** The lines of a gradient alone, case by case: without tables and figures. */
    public static List<LinesOfCase> lines(
            Product.Gradient gradient, Study study, Engine engine, StarTable stars, Progress progress) {
        return GradientProduct.cases(
                        gradient,
                        c -> Sample.of(
                                engine, stars, study, c.head(), c.variant().slices(), progress))
                .stream()
                .map(c -> new LinesOfCase(
                        c.population(),
                        c.variant(),
                        c.fits().stream().map(SliceFit::line).toList()))
                .toList();
    }

    /** A number that a user wrote for a product, checked, as SQL. */
    public static String number(AxisSource source, Engine engine, StarTable stars) {
        return Quantity.of(source, engine, stars).sql();
    }

    /** The unit of a gradient's slopes. */
    public static String slopeUnit(Product.Gradient gradient, Variant variant, Engine engine, StarTable stars) {
        return Quantity.of(gradient.y(), engine, stars).per(Quantity.of(variant.x(), engine, stars));
    }

    /** The trend that a correction subtracts, found among the stars. */
    public static Removal removal(
            Product.TrendRemoval correction, Study study, Engine engine, StarTable stars, Progress progress) {
        check(correction, engine, stars);
        return TrendRemovalProduct.measure(
                correction, Sample.of(engine, stars, study, correction.head(), correction.slices(), progress));
    }

    /** Checks a product's expressions on the star table's columns without measuring. */
    public static void check(Product product, Engine engine, StarTable stars) {
        switch (product) {
            case Product.Gradient p -> {
                Quantity.of(p.y(), engine, stars);
                List<Optional<String>> errors = List.of(p.yError(), p.age(), p.ageError());
                errors.forEach(e -> check(e, p, engine, stars));
                p.variants().forEach(v -> {
                    Quantity.of(v.x(), engine, stars);
                    check(v.xError(), p, engine, stars);
                    check(v.xyCovariance(), p, engine, stars);
                    v.slices().ifPresent(s -> Quantity.of(s.of(), engine, stars));
                    String at = v.place().toString();
                    v.own().yError().ifPresent(t -> engine.expression(t, stars, at));
                    v.own().where().ifPresent(w -> condition(w, engine, stars, at));
                });
            }
            case Product.RunningMedianProfile p -> {
                Quantity.of(p.x(), engine, stars);
                Quantity.of(p.y(), engine, stars);
                p.slices().ifPresent(s -> Quantity.of(s.of(), engine, stars));
            }
            case Product.BinnedMedianLine p -> {
                Quantity.of(p.x(), engine, stars);
                Quantity.of(p.y(), engine, stars);
                p.slices().ifPresent(s -> Quantity.of(s.of(), engine, stars));
            }
            case Product.MedianMap p -> {
                Quantity.of(p.value(), engine, stars);
                stars.require(p.plane().horizontal(), p.head().place().toString());
                stars.require(p.plane().vertical(), p.head().place().toString());
            }
            case Product.Distribution p -> {
                Quantity.of(p.value(), engine, stars);
                p.slices().ifPresent(s -> Quantity.of(s.of(), engine, stars));
            }
            case Product.TrendRemoval p -> {
                if (stars.column(p.head().name()).isPresent()) {
                    throw new InputError(
                            "the correction '" + p.head().name() + "' would give a column that is there already",
                            p.head().place().toString(),
                            "Give it another name");
                }
                Quantity.of(p.of(), engine, stars);
                Quantity.of(p.against(), engine, stars);
                p.slices().ifPresent(s -> Quantity.of(s.of(), engine, stars));
            }
        }
        product.head()
                .where()
                .ifPresent(
                        w -> condition(w, engine, stars, product.head().place().toString()));
    }

    private static void check(Optional<String> text, Product product, Engine engine, StarTable stars) {
        text.ifPresent(t -> engine.expression(t, stars, product.head().place().toString()));
    }

    /** A condition that a user wrote, checked, as SQL. */
    public static String condition(String text, Engine engine, StarTable stars, String where) {
        return Sample.condition(engine, stars, text, where);
    }
}
