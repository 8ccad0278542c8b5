package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.SideFile;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.SurveyPart;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.SelectionSource.Asked;

/** Reads the tables that products draw beside the stars, and the selection functions of catalogues. */
final class SideTables implements SideFile.Reader {

    private final List<CatalogueSource> catalogues;
    private final StudyFiles files;
    private final Engine engine;
    private final Path scratch;
    private final Map<Path, String> inputs = new LinkedHashMap<>();

    /**
     * @param scratch folder for what is read
     */
    SideTables(List<CatalogueSource> catalogues, StudyFiles files, Engine engine, Path scratch) {
        this.catalogues = catalogues;
        this.files = files;
        this.engine = engine;
        this.scratch = scratch;
    }

    /** Products with what their tables hold. */
    List<Product> read(List<Product> products) {
        return products.stream().map(p -> p.reading(this)).toList();
    }

    /** Files that were read, by hash. */
    Map<Path, String> inputs() {
        return inputs;
    }

    @Override
    public List<SurveyPart> selection(Optional<String> catalogue, Place place) {
        List<CatalogueSource> selecting =
                catalogues.stream().filter(c -> c.selection().isPresent()).toList();
        List<CatalogueSource> meant = selecting.stream()
                .filter(c -> catalogue.map(c.name()::equals).orElse(true))
                .toList();
        if (meant.size() != 1) {
            List<String> names = selecting.stream().map(CatalogueSource::name).toList();
            throw new InputError(
                    meant.isEmpty()
                            ? catalogue
                                    .map(c -> "the catalogue '" + c + "' has no selection")
                                    .orElse("no catalogue has a selection")
                            : "the catalogues " + String.join(", ", names) + " have a selection each",
                    place.toString(),
                    names.isEmpty()
                            ? "Add  selection  to the catalogue: docs/science/selection.md"
                            : "Name one of them:  name: " + names.getFirst());
        }
        var parts = new SelectionFiles(files, inputs);
        return meant.getFirst().selection().orElseThrow().parts().stream()
                .map(p -> {
                    SelectionFiles.Read read = parts.read(p);
                    return new SurveyPart(
                            p.name(),
                            read.part(),
                            read.asked().stream().map(Asked::expression).toList());
                })
                .toList();
    }

    @Override
    public double[][] numbers(SideFile side) {
        String where = side.place().toString();
        Path path = files.resolve(side.path(), where);
        inputs.put(path, files.hashes().of(path));
        Path copy = scratch.resolve("beside-" + inputs.size() + ".parquet");
        StarTable table = engine.importTable(
                TableFile.open(path, TableSelection.automatic()), Optional.empty(), copy, Progress.SILENT);
        Stars rows = Stars.alone(engine, table);
        List<Expression> wanted =
                side.columns().stream().map(c -> rows.number(c, where)).toList();
        var all = new ArrayList<double[]>();
        engine.scan(
                Selection.of(table, wanted)
                        .where(side.where().map(w -> rows.condition(w, where)).orElse(Expression.always())),
                (count, in) -> {
                    for (int i = 0; i < count; i++) {
                        double[] row = new double[in.length];
                        for (int k = 0; k < in.length; k++) {
                            row[k] = in[k][i];
                        }
                        all.add(row);
                    }
                },
                Progress.SILENT);
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[][] columns = new double[wanted.size()][all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = all.get(i)[k];
            }
        }
        return columns;
    }
}
