package org.cellarius.study.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Measurements;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.StarFile;
import org.cellarius.study.Study;
import org.cellarius.study.Version;
import org.cellarius.study.vary.RobustnessMatrix;

/** Describes a run's results for {@link ResultIndex}. */
public final class IndexedResult {

    private static final List<String> TABLE_FORMATS = List.of("csv", "ecsv", "parquet", "tex");
    private static final List<String> FIGURE_FORMATS = List.of("svg", "png", "pdf");

    private IndexedResult() {}

    /** What lies in the folder of these results. */
    public static ResultIndex of(RunResult result) {
        Study study = result.study();
        return new ResultIndex(
                ResultIndex.FORMAT,
                study.name(),
                study.title(),
                Version.BUILD,
                new ResultIndex.Stars(
                        result.stars().rows(),
                        starFiles(study),
                        result.stars().columns().stream()
                                .map(c -> ResultIndex.Column.of(c, Optional.empty()))
                                .toList()),
                Stream.concat(
                                result.products().stream().map(p -> product(study, p)),
                                result.lost().stream().map(IndexedResult::lost))
                        .toList(),
                Stream.concat(
                                Stream.of(table("cutflow", result.cutflow().table())),
                                result.comparison().stream().map(c -> table("comparison", c.table())))
                        .toList(),
                KeyNumbers.of(study, result.products()).stream()
                        .map(IndexedResult::number)
                        .toList());
    }

    private static Map<String, String> starFiles(Study study) {
        var files = new LinkedHashMap<String, String>();
        files.put("parquet", StarFile.ALWAYS);
        study.starFiles().forEach(f -> files.put(f.name().toLowerCase(java.util.Locale.ROOT), f.file()));
        return files;
    }

    private static ResultIndex.Product product(Study study, ProductResult result) {
        String name = result.head().name();
        return new ResultIndex.Product(
                name,
                kind(study, name),
                result.head().title(),
                result.notes(),
                result.tables().entrySet().stream()
                        .map(t -> table(t.getKey(), t.getValue()))
                        .toList(),
                result.illustrations().stream()
                        .map(i -> new ResultIndex.Drawing(
                                i.name(), i.caption(), files("figures", i.name(), FIGURE_FORMATS)))
                        .toList());
    }

    /** Has neither tables nor figures; its note tells why. */
    private static ResultIndex.Product lost(Measurements.Lost lost) {
        return new ResultIndex.Product(
                lost.name(),
                lost.product().kind(),
                lost.product().head().title(),
                List.of(lost.sentence()),
                List.of(),
                List.of());
    }

    private static String kind(Study study, String name) {
        if (name.equals(RobustnessMatrix.NAME)) {
            return RobustnessMatrix.NAME;
        }
        return Stream.concat(study.products().stream(), study.corrections().stream())
                .filter(p -> p.head().name().equals(name))
                .map(Product::kind)
                .findFirst()
                .orElse("match");
    }

    private static ResultIndex.Table table(String name, SmallTable table) {
        return new ResultIndex.Table(
                name,
                table.rows().size(),
                files("tables", name, TABLE_FORMATS),
                Optional.of(table.slicing()).filter(s -> !s.isEmpty()),
                IntStream.range(0, table.columns().size())
                        .mapToObj(k -> ResultIndex.Column.of(
                                table.columns().get(k),
                                Optional.of(table.roles().get(k))))
                        .toList());
    }

    private static Map<String, String> files(String folder, String name, List<String> formats) {
        var files = new LinkedHashMap<String, String>();
        formats.forEach(f -> files.put(f, folder + "/" + name + "." + f));
        return files;
    }

    private static ResultIndex.Measured number(KeyNumber k) {
        return new ResultIndex.Measured(
                k.product(),
                k.sample(),
                k.n().isPresent() ? Optional.of(k.n().getAsLong()) : Optional.empty(),
                k.quantity(),
                known(k.value()),
                known(k.error()),
                known(k.systematic()),
                k.unit(),
                k.status());
    }

    private static Optional<Double> known(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
