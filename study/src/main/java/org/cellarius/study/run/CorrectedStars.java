package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.product.Measurement;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;
import org.cellarius.measure.trend.Removal;
import org.cellarius.measure.trend.TrendRemoval;
import org.cellarius.study.Study;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;

/** The star table with the columns that a study's corrections give, one after the other. */
record CorrectedStars(Study study, Engine engine, StageCache cache, Progress progress, Cutflow cutflow) {

    /** The table, and what the report shows of each correction. */
    record Corrected(StarTable stars, List<ProductResult> shown) {}

    /** The table alone. */
    StarTable starsOf(StarTable cut) {
        StarTable stars = cut;
        for (TrendRemoval correction : study.corrections()) {
            stars = without(correction, stars, removal(correction, stars));
        }
        return stars;
    }

    Corrected of(StarTable cut, Extent extent) {
        StarTable stars = cut;
        var shown = new ArrayList<ProductResult>();
        for (TrendRemoval correction : study.corrections()) {
            switch (extent) {
                case COLUMNS_ONLY -> {
                    Measurement.check(correction, study.stars(engine, stars, progress));
                    String name = correction.head().name();
                    stars = with(stars, new TableColumn(name, ColumnType.DOUBLE, "", ""), new Constant.Nothing());
                }
                case ROWS -> {
                    Removal removal = removal(correction, stars);
                    shown.add(removal.shown().answered(engine, stars, progress));
                    stars = without(correction, stars, removal);
                }
            }
        }
        return new Corrected(stars, shown);
    }

    /** The trend among stars whose columns are asked for many times, above all where it is shown. */
    private Removal removal(TrendRemoval correction, StarTable stars) {
        Stars measured = study.stars(engine, stars, progress);
        Measurement.check(correction, measured);
        StarsRead read = StarsRead.of(List.of(correction), measured);
        engine.keepColumnsOf(stars, read.numbers(), read.conditions(), progress);
        return correction.removal(measured).answered(engine, stars, progress);
    }

    private StarTable without(TrendRemoval correction, StarTable stars, Removal removal) {
        StarTable corrected = with(stars, removal.column(), removal.value());
        count(correction, corrected);
        return corrected;
    }

    private StarTable with(StarTable stars, TableColumn column, Expression value) {
        // The stars' table is named by the hash of all that made them.
        String key = cache.key("corrected", List.of(stars.identity(), column.toString(), value.toString()));
        return cache.table(
                engine,
                "corrected",
                key,
                path -> engine.write(Relation.of(stars).with(column, value), path));
    }

    private void count(TrendRemoval correction, StarTable stars) {
        long missing = engine.count(stars, stars.value(correction.head().name()).isMissing());
        cutflow.counted(
                "correction",
                correction.head().name() + ": " + correction.model().description() + ", missing afterwards",
                stars.rows(),
                missing);
    }
}
