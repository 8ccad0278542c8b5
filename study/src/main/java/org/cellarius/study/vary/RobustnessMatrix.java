package org.cellarius.study.vary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.gradient.Remarks;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.ResultRow;

/** The same numbers with other settings, and what that says about their errors. */
public final class RobustnessMatrix {

    /** Name of the matrix among the all.products(). */
    public static final String NAME = "robustness";

    private static final String STATISTICAL = "statistical";
    private static final String SYSTEMATIC = "systematic";
    private static final String LEFT_OUT = "left_out";

    /** As many digits as errors have. */
    private static final ColumnRole OF_ERRORS = new ColumnRole.Value(2);

    /**
     * A number of the matrix.
     *
     * @param product name of the product that it belongs to
     * @param quantity its name in the product's table
     * @param row with the statistical error
     * @param systematic the systematic error by all settings
     * @param leftOut settings and alternatives without a number here, in words; empty where there are none
     */
    public record Judged(String product, String quantity, ResultRow row, double systematic, String leftOut) {

        /** For readers: syst. without e: big. */
        public String reason() {
            return leftOut.isEmpty() || !Double.isFinite(row.value()) ? "" : "syst. without " + leftOut;
        }
    }

    private final Alternatives all;

    private RobustnessMatrix(Alternatives all) {
        this.all = all;
    }

    /**
     * The matrix as a product.
     *
     * @param results the study's own products
     * @param measured what the alternatives gave
     * @param remarks sentences about products that could not be measured
     * @param sliceLabels what the products are sliced by, as axes write it, by their names
     */
    public static ProductResult of(
            VarySource vary,
            List<ProductResult> results,
            List<Measured> measured,
            List<String> remarks,
            Map<String, String> sliceLabels) {
        var own = new LinkedHashMap<String, List<ResultRow>>();
        var products = new LinkedHashMap<String, ProductResult>();
        for (ProductResult result : results) {
            String name = result.head().name();
            if (vary.products().contains(name)) {
                own.put(
                        name,
                        ResultRow.of(
                                result.main(),
                                vary.quantity(),
                                name,
                                vary.place().toString()));
                products.put(name, result);
            }
        }
        return new RobustnessMatrix(new Alternatives(vary, own, products, measured, sliceLabels)).result(remarks);
    }

    /** The numbers of a matrix that was measured. */
    public static List<Judged> numbers(ProductResult matrix) {
        SmallTable table = matrix.main();
        String quantity = table.roles().stream()
                .filter(ColumnRole.ErrorOf.class::isInstance)
                .map(role -> ((ColumnRole.ErrorOf) role).value())
                .findFirst()
                .orElseThrow();
        List<ResultRow> values = ResultRow.of(table, quantity, NAME, "");
        return IntStream.range(0, values.size())
                .mapToObj(k -> new Judged(
                        SmallTable.text(table.rows().get(k), table.at(ColumnRole.Key.PRODUCT)),
                        quantity,
                        values.get(k),
                        SmallTable.number(table.rows().get(k), table.at(SYSTEMATIC)),
                        SmallTable.text(table.rows().get(k), table.at(LEFT_OUT))))
                .toList();
    }

    private ProductResult result(List<String> remarks) {
        var head = new ProductHead(
                NAME,
                "Robustness",
                Optional.empty(),
                Optional.empty(),
                all.vary().place());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(NAME, errors());
        tables.put(NAME + "-alternatives", alternatives());
        var illustrations = new ArrayList<Illustration>();
        var alike = new LinkedHashSet<String>();
        all.own().forEach((product, rows) -> illustrations.addAll(new RobustnessFigures(all).of(product, rows, alike)));
        var notes = new ArrayList<String>();
        notes.add(
                "The systematic error of a setting is "
                        + all.vary().systematic().description()
                        + "; those of several settings are added in quadrature, and the statistical one to them. Alternatives share their stars: their differences are not independent measurements.");
        notes.addAll(remarks);
        notes.addAll(withoutNumbers());
        if (!alike.isEmpty()) {
            notes.add("No figure where no setting changes a number: " + String.join("; ", alike) + ".");
        }
        return new ProductResult(head, tables, illustrations, notes);
    }

    /** Each number of the study with its statistical and systematic errors. */
    private SmallTable errors() {
        var table = new SmallTable.Builder()
                .text("product", "name of the product")
                .as(ColumnRole.Key.PRODUCT)
                .text("population", "population; empty where there is one")
                .as(ColumnRole.Key.POPULATION)
                .text("variant", "variant; empty where there is one")
                .as(ColumnRole.Key.VARIANT)
                .slices("")
                .count("n", "stars, by the study's own settings")
                .as(ColumnRole.Other.COUNT)
                .number(all.vary().quantity(), "", "the study's own value")
                .number(STATISTICAL, "", "its statistical error")
                .as(new ColumnRole.ErrorOf(all.vary().quantity()));
        all.vary()
                .settings()
                .forEach(s -> table.number(columnOf(s), "", "systematic error by " + s.name())
                        .as(OF_ERRORS));
        table.number(SYSTEMATIC, "", "all of them in quadrature")
                .as(OF_ERRORS)
                .number("total", "", "with the statistical error")
                .as(OF_ERRORS)
                .text(
                        LEFT_OUT,
                        "settings without a number here: no alternative has this slice, or a line in it; with the alternatives where others have one");
        all.own().forEach((product, rows) -> {
            for (ResultRow row : rows) {
                var cells = new ArrayList<Object>(List.of(
                        product,
                        row.population(),
                        row.variant(),
                        row.slice(),
                        row.low(),
                        row.high(),
                        row.n(),
                        row.value(),
                        row.error()));
                double sum = 0;
                var leftOut = new ArrayList<String>();
                for (VariedSetting setting : all.vary().settings()) {
                    double systematic = all.systematic(product, row, setting);
                    cells.add(systematic);
                    List<String> without = all.of(product, setting)
                            .filter(m -> Alternatives.lacks(m, row))
                            .map(Measured::alternative)
                            .toList();
                    if (Double.isNaN(systematic)) {
                        leftOut.add(setting.name());
                    } else if (!without.isEmpty()) {
                        leftOut.add(setting.name() + " " + String.join(", ", without));
                    }
                    sum += Double.isNaN(systematic) ? 0 : systematic * systematic;
                }
                cells.add(Math.sqrt(sum));
                cells.add(Math.hypot(Math.sqrt(sum), Double.isNaN(row.error()) ? 0 : row.error()));
                cells.add(String.join("; ", leftOut));
                table.row(cells.toArray());
            }
        });
        return table.build();
    }

    /** Alternatives that were measured and have no number where the study's own settings have one: the systematic error lacks them. */
    private List<String> withoutNumbers() {
        var told = new Remarks();
        for (Measured alternative : all.measured()) {
            for (ResultRow row : all.own().getOrDefault(alternative.product(), List.of())) {
                if (Double.isFinite(row.value())
                        && !alternative.rows().isEmpty()
                        && Alternatives.lacks(alternative, row)) {
                    String status = alternative.rows().stream()
                            .filter(row::sameSlice)
                            .map(ResultRow::status)
                            .filter(s -> !s.equals("OK"))
                            .findFirst()
                            .orElse("no such slice, or too few stars in it");
                    told.add(
                            Stream.of(alternative.product(), KeyNumber.sample(row))
                                    .filter(t -> !t.isEmpty())
                                    .collect(Collectors.joining(", ")),
                            "",
                            "%s %s has no number (%s); the systematic error is without it"
                                    .formatted(alternative.setting(), alternative.alternative(), status));
                }
            }
        }
        return told.sentences();
    }

    /** A name for the column of a setting; settings whose names differ only in signs get their numbers. */
    private String columnOf(VariedSetting setting) {
        String plain = plain(setting);
        long alike = all.vary().settings().stream()
                .filter(s -> plain(s).equals(plain))
                .count();
        return alike == 1 ? plain : plain + "_" + (all.vary().settings().indexOf(setting) + 1);
    }

    private static String plain(VariedSetting setting) {
        return "by_" + setting.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** Every number of every alternative. */
    private SmallTable alternatives() {
        var table = new SmallTable.Builder()
                .text("setting", "what is varied")
                .as(ColumnRole.Key.SETTING)
                .text("alternative", "to what")
                .as(ColumnRole.Key.SETTING)
                .text("product", "name of the product")
                .as(ColumnRole.Key.PRODUCT)
                .text("population", "population; empty where there is one")
                .as(ColumnRole.Key.POPULATION)
                .text("variant", "variant; empty where there is one")
                .as(ColumnRole.Key.VARIANT)
                .slices("")
                .count("n", "stars in it")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or why there is no number")
                .as(ColumnRole.Other.STATUS)
                .number(all.vary().quantity(), "", "the value")
                .number(all.vary().quantity() + "_error", "", "its statistical error")
                .as(new ColumnRole.ErrorOf(all.vary().quantity()))
                .number("difference", "", "from the study's own value")
                .as(OF_ERRORS)
                .count("stars", "stars after the cuts");
        for (Measured m : all.measured()) {
            for (ResultRow r : m.rows()) {
                double base = all.own().getOrDefault(m.product(), List.of()).stream()
                        .filter(r::sameSlice)
                        .mapToDouble(ResultRow::value)
                        .findFirst()
                        .orElse(Double.NaN);
                table.row(
                        m.setting(),
                        m.alternative(),
                        m.product(),
                        r.population(),
                        r.variant(),
                        r.slice(),
                        r.low(),
                        r.high(),
                        r.n(),
                        r.status(),
                        r.value(),
                        r.error(),
                        r.value() - base,
                        m.stars());
            }
        }
        return table.build();
    }
}
