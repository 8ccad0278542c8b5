package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.measure.product.Measurement;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.ResultRow;
import org.cellarius.measure.product.StarWeight;
import org.cellarius.measure.product.StarsRead;
import org.cellarius.study.Study;
import org.cellarius.study.read.StudyReader;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;
import org.cellarius.study.vary.Alternative;
import org.cellarius.study.vary.Measured;
import org.cellarius.study.vary.RobustnessMatrix;
import org.cellarius.study.vary.VariedSetting;
import org.cellarius.study.vary.VarySource;

/**
 * A study's alternatives as one plan: each stage is found again by what went into it, so that only what differs is computed, and a product on
 * the same stars is not measured twice.
 */
final class VariedRuns {

    private final Study study;
    private final VarySource vary;
    private final StudyFiles files;
    private final Engine engine;
    private final StageCache cache;
    private final Progress progress;
    private final RunNotes notes;
    private final Path scratch;
    private final Map<Path, String> inputs = new LinkedHashMap<>();
    private final Map<String, ProductResult> known = new LinkedHashMap<>();

    VariedRuns(
            Study study,
            VarySource vary,
            StudyFiles files,
            Engine engine,
            StageCache cache,
            Progress progress,
            RunNotes notes,
            Path scratch) {
        this.scratch = scratch;
        this.study = study;
        this.vary = vary;
        this.files = files;
        this.engine = engine;
        this.cache = cache;
        this.progress = progress;
        this.notes = notes;
    }

    /** The study with an alternative in place; its mistakes say which. */
    static Study changed(Study study, VariedSetting setting, Alternative alternative) {
        try {
            Study other = StudyReader.read(study.document().changed(alternative.changes()));
            study.vary().map(VarySource::products).orElse(List.of()).forEach(name -> product(other, name));
            return other;
        } catch (InputError e) {
            throw in(setting, alternative, e);
        }
    }

    static InputError in(VariedSetting setting, Alternative alternative, InputError e) {
        return new InputError(
                "in the alternative '" + alternative.name() + "' of '" + setting.name() + "': " + e.what(),
                e.where(),
                e.remedy());
    }

    /** Files that only alternatives read, with their hashes. */
    Map<Path, String> inputs() {
        return inputs;
    }

    /**
     * The robustness matrix.
     *
     * @param stars the study's own stars
     * @param results the study's own products
     */
    ProductResult measure(StarTable stars, List<ProductResult> results) {
        for (ProductResult result : results) {
            study.products().stream()
                    .filter(p -> p.head().name().equals(result.head().name()))
                    .findFirst()
                    .ifPresent(p -> known.put(key(study, p, stars), result));
        }
        var measured = new ArrayList<Measured>();
        var remarks = new ArrayList<String>();
        var scales = new ArrayList<String>();
        progress.begin(
                "measuring the alternatives",
                vary.settings().stream().mapToInt(s -> s.alternatives().size()).sum());
        for (VariedSetting setting : vary.settings()) {
            for (Alternative alternative : setting.alternatives()) {
                progress.note("alternative: " + setting.name() + " " + alternative.name());
                Study other = changed(study, setting, alternative);
                for (String sentence : StudyScales.disagreements(other)) {
                    scales.add("%s %s: %s.".formatted(setting.name(), alternative.name(), sentence));
                }
                try {
                    StarTable table = stars(other);
                    keepWhatIsRead(other, table);
                    for (String name : vary.products()) {
                        measured.add(measured(setting, alternative, name, other, table, remarks));
                    }
                } catch (InputError e) {
                    throw in(setting, alternative, e);
                }
                progress.advance(1);
            }
        }
        progress.end();
        if (!scales.isEmpty()) {
            remarks.add(
                    "The alternatives mix scales, so that part of what they differ by is the stretch of the Galaxy.");
            remarks.addAll(scales);
        }
        return RobustnessMatrix.of(
                vary,
                results,
                measured,
                remarks,
                Measurement.sliceLabels(study.products(), study.stars(engine, stars, progress)));
    }

    /** The columns of the products that are not known yet. */
    private void keepWhatIsRead(Study other, StarTable table) {
        List<Product> unknown = vary.products().stream()
                .map(name -> product(other, name))
                .filter(p -> !known.containsKey(key(other, p, table)))
                .toList();
        if (!unknown.isEmpty()) {
            StarsRead read = StarsRead.of(unknown, other.stars(engine, table, progress));
            engine.keepColumnsOf(table, read.numbers(), read.conditions(), progress);
        }
    }

    private StarTable stars(Study other) {
        var cutflow = new Cutflow();
        StudyScales.keepTables(other, cache);
        var builder = new StarTableBuilder(other, files, engine, cache, progress, Extent.ROWS, notes);
        StarTable table = new CorrectedStars(other, engine, cache, progress, cutflow).starsOf(builder.build());
        inputs.putAll(builder.inputs());
        return table;
    }

    private Measured measured(
            VariedSetting setting,
            Alternative alternative,
            String name,
            Study other,
            StarTable stars,
            List<String> remarks) {
        Product product = product(other, name);
        String key = key(other, product, stars);
        try {
            ProductResult result = Optional.ofNullable(known.get(key))
                    .orElseGet(() -> Measurement.of(read(other, product), other.stars(engine, stars, progress)));
            known.put(key, result);
            return new Measured(
                    setting.name(),
                    alternative.name(),
                    name,
                    stars.rows(),
                    ResultRow.of(
                            result.main(), vary.quantity(), name, vary.place().toString()));
        } catch (InputError e) {
            // One empty sample is no reason to lose the matrix.
            remarks.add("%s with %s %s was not measured: %s."
                    .formatted(name, setting.name(), alternative.name(), e.what()));
            return new Measured(setting.name(), alternative.name(), name, stars.rows(), List.of());
        }
    }

    /** A product with what lies beside its stars. */
    private Product read(Study of, Product product) {
        var beside = new SideTables(of.catalogues(), files, engine, scratch);
        Product read = beside.read(List.of(product)).getFirst();
        inputs.putAll(beside.inputs());
        return read;
    }

    private static Product product(Study of, String name) {
        return of.products().stream()
                .filter(p -> p.head().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "the study has no product '" + name + "' any more",
                        of.document().placeOf("/products").toString(),
                        "Leave it, or name other products in 'vary'"));
    }

    /** All that decides a product's numbers: the stars, what is measured of them, the populations it may name. */
    private static String key(Study of, Product product, StarTable stars) {
        return stars.identity() + "\n"
                + of.document().root().path("products").path(product.head().name()) + "\n"
                + product.head().weight().map(StarWeight::expression).orElse("") + "\n" + of.populations();
    }
}
