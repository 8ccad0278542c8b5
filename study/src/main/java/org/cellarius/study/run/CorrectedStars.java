package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.Product;
import org.cellarius.study.Study;
import org.cellarius.study.product.Measurement;
import org.cellarius.study.product.ProductResult;
import org.cellarius.study.product.Removal;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;

/** The star table with the columns that a study's corrections give, one after the other. */
record CorrectedStars(Study study, Engine engine, StageCache cache, Progress progress, Cutflow cutflow) {

    /** The table, and what the report shows of each correction. */
    record Corrected(StarTable stars, List<ProductResult> shown) {}

    /** The table alone. */
    StarTable starsOf(StarTable cut) {
        StarTable stars = cut;
        for (Product.TrendRemoval correction : study.corrections()) {
            stars = without(correction, stars, removal(correction, stars));
        }
        return stars;
    }

    Corrected of(StarTable cut, Extent extent) {
        StarTable stars = cut;
        var shown = new ArrayList<ProductResult>();
        for (Product.TrendRemoval correction : study.corrections()) {
            switch (extent) {
                case COLUMNS_ONLY -> {
                    Measurement.check(correction, engine, stars);
                    String name = correction.head().name();
                    stars = with(stars, new TableColumn(name, ColumnType.DOUBLE, "", ""), "CAST(NULL AS DOUBLE)");
                }
                case ROWS -> {
                    Removal removal = removal(correction, stars);
                    shown.add(removal.shown());
                    stars = without(correction, stars, removal);
                }
            }
        }
        return new Corrected(stars, shown);
    }

    /** The trend among stars whose columns are asked for many times, above all where it is shown. */
    private Removal removal(Product.TrendRemoval correction, StarTable stars) {
        engine.keepColumnsOf(stars);
        return Measurement.removal(correction, study, engine, stars, progress);
    }

    private StarTable without(Product.TrendRemoval correction, StarTable stars, Removal removal) {
        StarTable corrected = with(stars, removal.column(), removal.expression());
        count(correction, corrected);
        return corrected;
    }

    private StarTable with(StarTable stars, TableColumn column, String expression) {
        var columns = new ArrayList<>(stars.columns());
        columns.add(column);
        String query = "SELECT " + stars.names().stream().map(Sql::name).collect(Collectors.joining(", ")) + ", CAST("
                + expression + " AS DOUBLE) AS " + Sql.name(column.name()) + " FROM " + stars.sql();
        // The stars' file is named by the hash of all that made them.
        String key = cache.key("corrected", List.of(stars.parquet().toString(), column.toString(), query));
        return cache.table(engine, "corrected", key, path -> engine.write(query, columns, path));
    }

    private void count(Product.TrendRemoval correction, StarTable stars) {
        String name = Sql.name(correction.head().name());
        long missing = (long) engine.numbers("SELECT count(*) FILTER (" + name + " IS NULL) FROM " + stars.sql())[0];
        cutflow.counted(
                "correction",
                correction.head().name() + ": " + correction.model().description() + ", missing afterwards",
                stars.rows(),
                missing);
    }
}
