package org.cellarius.measure.birth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.birth.AgedStars;
import org.cellarius.galaxy.birth.BirthBin;
import org.cellarius.galaxy.birth.BirthHistory;
import org.cellarius.galaxy.birth.BirthStatus;
import org.cellarius.galaxy.birth.GradientNow;
import org.cellarius.galaxy.birth.RangeMethod;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;

/** Measures birth radii. The stars are held in memory: up to six numbers for each. */
record BirthRadiiProduct(BirthRadii product, Sample sample) {

    /** Widths that differ by more from the law's are worth a word. */
    private static final double WORTH_A_WORD = 1.25;

    /** A share of stars within the centre that errors alone hardly explain. */
    private static final double MANY_WITHIN = 0.1;

    static Inquiry<ProductResult> measured(BirthRadii product, Sample stars) {
        return stars.peopled().then(sample -> new BirthRadiiProduct(product, sample).result());
    }

    private Inquiry<ProductResult> result() {
        Expression known = product.columns().known(sample);
        Sample complete = sample.also(known);
        return complete.columns(product.columns().expressions(sample))
                .with(
                        sample.count(known.negated()),
                        (read, missing) -> told(product.columns().stars(read), missing));
    }

    private ProductResult told(AgedStars stars, long missing) {
        RangeMethod method = product.method();
        BirthHistory history = method.history(stars);
        if (history.measured().isEmpty()) {
            BirthBin first = history.bins().getFirst();
            throw new Unmeasurable(
                    "no age of the product '" + product.head().name() + "' has a gradient: the first one, "
                            + words(first) + ", " + first.status().meaning(),
                    product.head().place().toString(),
                    "Take wider ages in 'slices', or look at 'value-error' and 'gas-scatter'");
        }
        List<BornStars> born = history.bins().stream()
                .map(bin -> BornStars.of(history, bin, stars, method.gasScatterDex()))
                .toList();
        var made = new BirthTables(product, sample, history, born);
        var tables = new LinkedHashMap<String, SmallTable>();
        List<String> names = product.results();
        tables.put(names.get(0), made.byAge());
        tables.put(names.get(1), made.radii());
        var drawn = new BirthFigures(product, sample, history, born);
        List<Illustration> figures = List.of(drawn.byAge(), drawn.distributions());
        return new ProductResult(product.head(), tables, figures, notes(history, born, missing));
    }

    private static String words(BirthBin bin) {
        return Numbers.brief(bin.lowGyr()) + " to " + Numbers.brief(bin.highGyr()) + " Gyr with "
                + Numbers.stars(bin.spread().n());
    }

    private List<String> notes(BirthHistory history, List<BornStars> born, long missing) {
        var notes = new ArrayList<String>();
        if (missing > 0) {
            notes.add(Numbers.stars(missing) + " of the sample "
                    + (missing == 1 ? "lacks" : "lack") + " age, [Fe/H], their errors or radius, and "
                    + (missing == 1 ? "does not enter." : "do not enter."));
        }
        for (BirthBin bin : history.bins()) {
            if (!bin.measured()) {
                notes.add("The age " + words(bin) + " " + bin.status().meaning() + ".");
            }
        }
        widths(history).ifPresent(notes::add);
        IntStream.range(0, born.size())
                .filter(k -> born.get(k).withinCentre() > MANY_WITHIN)
                .forEach(k -> notes.add(
                        "Of the age %s %s per cent have a negative radius of birth, [Fe/H] beyond that of the gas at the centre: centre and gradient do not fit these stars."
                                .formatted(
                                        words(history.bins().get(k)),
                                        Numbers.significant(100 * born.get(k).withinCentre(), 2))));
        return notes;
    }

    /** Where the youngest stars' range is not that of the law, the sample does not see what the law says. */
    private Optional<String> widths(BirthHistory history) {
        BirthBin young = history.bins().getFirst();
        Optional<GradientNow> now = product.method().now();
        if (now.isEmpty() || young.status() != BirthStatus.OK) {
            return Optional.empty();
        }
        double law =
                product.method().range().widthKpc(product.method().width().births(young.meanAgeGyr(), new double[0]));
        double ratio = young.widthKpc() / law;
        boolean whole = !product.method().width().readsRadii();
        return !whole || (ratio < WORTH_A_WORD && ratio > 1 / WORTH_A_WORD)
                ? Optional.empty()
                : Optional.of(
                        "With the gradient of today the range of the youngest stars means births over %s kpc; over the whole disc, as '%s' takes it, it would be %s kpc. Where the sample sees a part of the disc, 'width: as-sampled' says which."
                                .formatted(
                                        Numbers.significant(young.widthKpc(), 3),
                                        BirthWords.width(product.method().width()),
                                        Numbers.significant(law, 3)));
    }
}
