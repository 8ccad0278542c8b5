package org.cellarius.measure.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.SlicesSource;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;

/**
 * A line per slice, in every population and variant.
 *
 * @param populations names of populations, each fitted apart; empty for the one of the head, or all stars
 * @param variants what the line runs along, and by what it is sliced; at least one
 * @param yError expression for the one-sigma errors of y; empty where none are used
 * @param age expression for ages, Gyr; empty where none are used
 * @param ageError expression for their one-sigma errors, Gyr
 * @param line the line and its settings
 * @param slopes the line through the slopes of the slices, if it is asked for
 * @param minimumCount slices with fewer stars are not fitted
 * @param look how it is drawn
 * @param literature slopes of other papers, drawn beside ours against the slices
 */
public record Gradient(
        ProductHead head,
        List<String> populations,
        List<Variant> variants,
        AxisSource y,
        Optional<String> yError,
        Optional<String> age,
        Optional<String> ageError,
        LineChoice line,
        Optional<SlopesSource> slopes,
        long minimumCount,
        GradientLook look,
        List<LiteratureSlopes> literature)
        implements Product {
    public Gradient {
        populations = List.copyOf(populations);
        variants = List.copyOf(variants);
        literature = List.copyOf(literature);
    }

    /** The same with another line, for all variants. */
    public Gradient with(LineChoice other) {
        return new Gradient(
                head,
                populations,
                variants.stream().map(v -> v.with(v.own().without())).toList(),
                y,
                yError,
                age,
                ageError,
                other,
                slopes,
                minimumCount,
                look,
                literature);
    }

    /** The gradient as one of its variants has it: with the variant's own line, conditions and populations, and without what that line does not read. */
    public Gradient of(Variant variant) {
        VariantSettings own = variant.own();
        LineChoice its = own.line().orElse(line);
        Gradient whole = new Gradient(
                head.also(own.where(), own.isNone() ? head.place() : variant.place()),
                own.populations().isEmpty() ? populations : own.populations(),
                List.of(variant.with(VariantSettings.NONE)),
                y,
                own.yError().or(() -> yError),
                age,
                ageError,
                its,
                slopes,
                minimumCount,
                look,
                literature);
        LineInputs inputs = whole.probe().inputs();
        boolean ages = inputs.age() != LineInputs.Need.IGNORED || its.ageBin().isPresent();
        return new Gradient(
                whole.head,
                whole.populations,
                List.of(variant.reading(inputs)),
                y,
                read(inputs.yError(), whole.yError),
                ages ? age : Optional.empty(),
                read(inputs.ageError(), ageError),
                its,
                slopes,
                minimumCount,
                look,
                literature);
    }

    static Optional<String> read(LineInputs.Need need, Optional<String> given) {
        return need == LineInputs.Need.IGNORED ? Optional.empty() : given;
    }

    /** Whether any variant has populations of its own. */
    public boolean ownPopulations() {
        return variants.stream().anyMatch(v -> !v.own().populations().isEmpty());
    }

    /** What the lines need and the study does not give, by the names of study files. */
    public List<String> lacking() {
        return variants.stream()
                .flatMap(v -> of(v).lackingOfOne().stream())
                .distinct()
                .toList();
    }

    private List<String> lackingOfOne() {
        LineInputs inputs = probe().inputs();
        var lacking = new ArrayList<String>();
        if (inputs.yError() == LineInputs.Need.NEEDED && yError.isEmpty()) {
            lacking.add("y-error");
        }
        if (inputs.age() == LineInputs.Need.NEEDED && age.isEmpty()) {
            lacking.add("age");
        }
        if (inputs.ageError() == LineInputs.Need.NEEDED && ageError.isEmpty()) {
            lacking.add("age-error");
        }
        return lacking;
    }

    /** The line of the first slice: tells which columns the method needs. */
    public LineEstimator probe() {
        return line(variants.getFirst(), 0);
    }

    /**
     * The line of a slice. Where the slices are those of the age, a method that knows age bins takes the slice for its bin.
     *
     * @param slice number of the slice, from 0
     */
    public LineEstimator line(Variant variant, int slice) {
        return ageSlices(variant)
                .filter(s -> line.ageBin().isEmpty())
                .map(s -> line.inAgeBin(s.edges(), slice))
                .orElse(line)
                .estimator();
    }

    /** The slices, where they are slices of the age. */
    public Optional<SlicesSource> ageSlices(Variant variant) {
        return variant.slices()
                .filter(s -> age.filter(a -> a.equals(s.of().expression())).isPresent());
    }

    @Override
    public String kind() {
        return "gradient";
    }

    @Override
    public List<String> results() {
        return GradientNames.of(this);
    }

    @Override
    public List<SlicesSource> slices() {
        return variants.stream().flatMap(v -> v.slices().stream()).toList();
    }

    @Override
    public List<ProductHead> samples() {
        return GradientProduct.heads(this);
    }

    @Override
    public boolean takesWeights() {
        return true;
    }

    @Override
    public void read(StarsRead.Reading reading) {
        for (Variant variant : variants) {
            Gradient its = of(variant);
            String where = its.head.place().toString();
            reading.stars(its.head, its.populations, variant.slices());
            reading.quantities(variant.x(), y);
            Stream.of(variant.xError(), its.yError, variant.xyCovariance(), its.age, its.ageError)
                    .flatMap(Optional::stream)
                    .forEach(text -> reading.number(text, where));
        }
        look.points().ifPresent(p -> {
            reading.quantities(p.size());
            p.outline().ifPresent(o -> reading.number(o::flag));
        });
    }

    @Override
    public void check(ProductChecks checks) {
        checks.number(y);
        List.of(yError, age, ageError).forEach(checks::expression);
        variants.forEach(v -> v.check(checks));
        look.points().ifPresent(p -> {
            checks.number(p.size());
            checks.condition(p.outline().map(PointLook.Outline::where));
        });
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return GradientProduct.measure(this, stars);
    }

    @Override
    public String quantity() {
        return "slope";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return Stream.concat(
                        KeyNumber.rows(result, quantity(), "slope_outer", "break_x").stream(),
                        SlopesOfSlices.keyNumbers(result).stream())
                .toList();
    }

    @Override
    public Comparison comparison() {
        return Comparison.USUAL;
    }

    @Override
    public List<String> methods() {
        return variants.stream().map(v -> LineSentences.of(of(v))).distinct().toList();
    }

    @Override
    public List<String> citations() {
        return variants.stream()
                .flatMap(v -> of(v).probe().citations().stream())
                .distinct()
                .toList();
    }

    /** The table of the lines alone: no star is asked of for a figure or a note. */
    public Inquiry<SmallTable> table(Stars stars) {
        return GradientProduct.table(this, stars);
    }

    /** The lines alone, case by case: without tables and figures. */
    public List<LinesOfCase> lines(Stars stars) {
        return GradientProduct.lines(this, stars);
    }
}
