package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.measure.Inquiry;

/** A product measured in several populations, laid over each other in one figure. */
public final class Populations {

    private Populations() {}

    /**
     * Measures each population, all of them side by side.
     *
     * @param names empty for the one of the head, or all stars
     * @param measure gives the series of a sample; its name tells the population, empty where there is one
     */
    public static <S> Inquiry<List<S>> measured(
            Stars stars,
            ProductHead head,
            List<String> names,
            Optional<SlicesSource> slices,
            Function<PopulationSample, Inquiry<S>> measure) {
        if (names.isEmpty()) {
            return Sample.of(stars, head, slices)
                    .peopled()
                    .then(s -> measure.apply(new PopulationSample("", s)))
                    .map(List::of);
        }
        return Inquiry.all(names.stream()
                .map(name -> Sample.of(stars, head.in(Optional.of(name)), slices)
                        .peopled()
                        .then(s -> measure.apply(new PopulationSample(name, s))))
                .toList());
    }

    /** The heads of some populations; the one that is given where there are none. */
    public static List<ProductHead> heads(ProductHead head, List<String> names) {
        return names.isEmpty()
                ? List.of(head)
                : names.stream().map(n -> head.in(Optional.of(n))).toList();
    }

    /** A population's sample; its name is empty where there is only one. */
    public record PopulationSample(String population, Sample sample) {

        /** Population and slice in words; empty for everyone. */
        public String name(int group) {
            return Stream.of(population, sample.name(group))
                    .filter(t -> !t.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        /** Population and edges of a slice, as key numbers name it. */
        public Unmeasured tooFew(int group, long n, long needed) {
            String slice = sample.slices().isPresent()
                    ? Numbers.brief(sample.low(group)) + " to " + Numbers.brief(sample.high(group))
                    : "";
            return new Unmeasured(
                    Stream.of(population, slice).filter(t -> !t.isEmpty()).collect(Collectors.joining(", ")),
                    n,
                    needed);
        }

        /** What a note begins with. */
        public String subject(int group) {
            String slice = sample.plainName(group);
            return slice.isEmpty()
                    ? population.isEmpty() ? "The sample" : "The population " + population
                    : "The slice " + slice + (population.isEmpty() ? "" : " of the population " + population);
        }
    }

    /** The tables of all populations as one, with a column that tells which. */
    public static SmallTable joined(Map<String, SmallTable> tables) {
        return joined(tables, "population", "name of the population", ColumnRole.Key.POPULATION);
    }

    /** The tables of all variants as one, likewise. */
    public static SmallTable ofVariants(Map<String, SmallTable> tables, String description) {
        return joined(tables, "variant", description, ColumnRole.Key.VARIANT);
    }

    private static SmallTable joined(Map<String, SmallTable> tables, String name, String description, ColumnRole role) {
        SmallTable first = tables.values().iterator().next();
        if (tables.size() == 1 && tables.containsKey("")) {
            return first;
        }
        var columns = new ArrayList<TableColumn>();
        columns.add(new TableColumn(name, ColumnType.TEXT, "", description));
        columns.addAll(first.columns());
        var roles = new ArrayList<ColumnRole>();
        roles.add(role);
        roles.addAll(first.roles());
        var rows = new ArrayList<List<SmallTable.Value>>();
        tables.forEach((population, table) -> table.rows().forEach(row -> {
            var whole = new ArrayList<SmallTable.Value>();
            whole.add(new SmallTable.Text(population));
            whole.addAll(row);
            rows.add(whole);
        }));
        return new SmallTable(columns, roles, rows, first.slicing());
    }

    /** A table of each series, joined. */
    public static <S> SmallTable joined(
            List<S> series, Function<S, PopulationSample> of, Function<S, SmallTable> table) {
        var tables = new LinkedHashMap<String, SmallTable>();
        series.forEach(s -> tables.put(of.apply(s).population(), table.apply(s)));
        return joined(tables);
    }
}
