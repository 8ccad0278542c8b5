package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.cellarius.catalogue.isochrone.IsochroneFiles;
import org.cellarius.catalogue.isochrone.IsochroneRows;
import org.cellarius.catalogue.isochrone.IsochroneTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a file or folder of isochrones holds. */
@Command(
        name = "describe",
        description = "Tell family, photometric system, ages, compositions, columns and what was left out.")
final class IsochronesDescribeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "File or folder of isochrones, or a grid built of them.")
    private Path path = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        IsochroneTable table = IsochroneFiles.read(path);
        if (json) {
            printJson(table);
        } else {
            printText(table);
        }
        return 0;
    }

    private static double[] values(IsochroneTable table, ToDoubleFunction<IsochroneRows> of) {
        return table.isochrones().stream().mapToDouble(of).distinct().sorted().toArray();
    }

    private static long points(IsochroneTable table) {
        return table.isochrones().stream()
                .mapToLong(rows -> rows.columns().getFirst().length)
                .sum();
    }

    private static String matching(List<String> columns) {
        if (columns.contains("eep")) {
            return "numbers of equal states of evolution (eep)";
        }
        return columns.contains("phase")
                ? "phases, and the length of the curve within each"
                : "turn-off, and the length of the curve";
    }

    private static void printText(IsochroneTable table) {
        double[] ages = values(table, IsochroneRows::ageGyr);
        System.out.println("family        " + table.family());
        System.out.println("photometry    " + table.photometry().orElse("none"));
        System.out.printf(
                Locale.ROOT,
                "isochrones    %d, of %d points%n",
                table.isochrones().size(),
                points(table));
        System.out.printf(
                Locale.ROOT, "ages          %d, from %s to %s Gyr%n", ages.length, ages[0], ages[ages.length - 1]);
        System.out.println("[Fe/H]        " + list(values(table, IsochroneRows::feH)) + " dex, at birth");
        System.out.println("[α/Fe]        " + list(values(table, IsochroneRows::alphaFe)) + " dex");
        System.out.println("columns       " + String.join(" ", table.columns()));
        System.out.println("matched by    " + matching(table.columns()));
        table.notes().forEach(note -> System.out.println("note          " + note));
    }

    private static String list(double[] values) {
        var text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(value);
        }
        return text.toString();
    }

    private static void printJson(IsochroneTable table) {
        ObjectNode object = Json.object();
        object.put("family", table.family());
        table.photometry()
                .ifPresentOrElse(system -> object.put("photometry", system), () -> object.putNull("photometry"));
        object.put("isochrones", table.isochrones().size());
        object.put("points", points(table));
        numbers(object.putArray("ages_gyr"), values(table, IsochroneRows::ageGyr));
        numbers(object.putArray("fe_h"), values(table, IsochroneRows::feH));
        numbers(object.putArray("alpha_fe"), values(table, IsochroneRows::alphaFe));
        ArrayNode columns = object.putArray("columns");
        table.columns().forEach(columns::add);
        object.put("matched_by", matching(table.columns()));
        ArrayNode notes = object.putArray("notes");
        table.notes().forEach(notes::add);
        Json.print(object);
    }

    private static void numbers(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }
}
