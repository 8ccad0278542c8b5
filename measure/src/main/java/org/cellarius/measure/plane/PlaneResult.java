package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Unmeasured;

/** Tables, figure and notes of a plane that was measured. */
record PlaneResult(PlaneFrame frame) {

    /**
     * What is told.
     *
     * @param missing stars of each population without one of the quantities
     * @param outside stars of all that the axes do not hold
     */
    ProductResult told(List<Long> missing, long outside) {
        Plane plane = frame.plane();
        var drawn = new PlaneFigure(frame);
        var notes = new ArrayList<String>();
        var unmeasured = new ArrayList<Unmeasured>();
        for (int p = 0; p < missing.size(); p++) {
            PlaneSeries one = frame.series().get(p);
            empty(one, notes, unmeasured);
            long lost = missing.get(p);
            if (lost > 0) {
                String population = one.of().population();
                notes.add(Numbers.stars(lost)
                        + (population.isEmpty() ? " of the sample " : " of the population " + population + " ")
                        + (lost == 1 ? "lacks" : "lack") + " one of the quantities of the plane, and "
                        + (lost == 1 ? "does not enter." : "do not enter."));
            }
            notes.addAll(one.more().notes());
        }
        tooFewForContours().ifPresent(notes::add);
        withoutLogarithm().ifPresent(notes::add);
        if (plane.leastStars() > plane.minimumCount()) {
            notes.add("Cells with fewer than %s are not shown: they have no %s."
                    .formatted(
                            Numbers.stars(plane.leastStars()),
                            plane.statistic().word().replace('_', ' ')));
        }
        var tables = new LinkedHashMap<String, SmallTable>();
        String name = plane.head().name();
        tables.put(
                name,
                Populations.joined(
                        frame.series(),
                        PlaneSeries::of,
                        one -> new PlaneTable(plane, one.sample(), frame.x(), frame.y(), one.found())
                                .table(drawn.unit())));
        if (plane.look().running().isPresent()) {
            tables.put(name + PlaneLineTables.RUNNING, joined(PlaneLineTables::running));
        }
        if (plane.look().contours().isPresent()) {
            tables.put(name + PlaneLineTables.CONTOURS, joined(PlaneLineTables::contours));
        }
        return new ProductResult(
                plane.head(),
                tables,
                List.of(new Illustration(name, drawn.figure(outside), drawn.caption(outside))),
                notes,
                unmeasured);
    }

    /** A table of the lines of all populations. */
    private SmallTable joined(Function<PlaneLineTables, SmallTable> table) {
        return Populations.joined(
                frame.series(),
                PlaneSeries::of,
                one -> table.apply(new PlaneLineTables(frame.plane(), one.sample(), frame.x(), frame.y(), one.more())));
    }

    /** Cells that are shown and have no colour. */
    private Optional<String> withoutLogarithm() {
        if (frame.plane().look().scale() == PlaneLook.ColourSteps.LINEAR) {
            return Optional.empty();
        }
        List<Double> colours = frame.plane().value().map(AxisSource::range).orElse(List.of());
        if (!colours.isEmpty() && !(colours.getFirst() > 0)) {
            return Optional.of("Colours from " + Numbers.brief(colours.getFirst())
                    + " on have no logarithm; their range is not used. Begin above 0.");
        }
        long cells = frame.series().stream()
                .mapToLong(one -> one.slices()
                        .flatMap(s ->
                                Arrays.stream(one.shown(s)).map(c -> one.found().at(c, s)))
                        .filter(at -> one.found().measures()[at].value() <= 0)
                        .count())
                .sum();
        return cells == 0
                ? Optional.empty()
                : Optional.of(Numbers.count(cells) + (cells == 1 ? " cell" : " cells") + " at or below 0 "
                        + (cells == 1 ? "has" : "have") + " no colour on a logarithmic scale.");
    }

    private Optional<String> tooFewForContours() {
        if (frame.plane().look().contours().isEmpty()) {
            return Optional.empty();
        }
        List<String> few = new ArrayList<>();
        for (PlaneSeries one : frame.series()) {
            for (int s = 0; s < one.sample().groups(); s++) {
                long stars = one.found().stars(one.found().peopled(s), s);
                if (stars > 0 && stars < PlaneContours.FEWEST) {
                    few.add(Stream.of(one.of().population(), one.sample().plainName(s))
                            .filter(w -> !w.isEmpty())
                            .collect(Collectors.joining(", ")));
                }
            }
        }
        return few.isEmpty()
                ? Optional.empty()
                : Optional.of("No contours of fewer than " + Numbers.stars(PlaneContours.FEWEST)
                        + few.stream()
                                .filter(f -> !f.isEmpty())
                                .collect(Collectors.joining("; ", ": ", "."))
                                .replace(": .", "."));
    }

    private void empty(PlaneSeries one, List<String> notes, List<Unmeasured> unmeasured) {
        Plane plane = frame.plane();
        String population = one.of().population();
        var empty = new ArrayList<String>();
        for (int s = 0; s < one.sample().groups(); s++) {
            if (one.shown(s).length == 0) {
                String slice = one.sample().plainName(s);
                empty.add(slice);
                String sample = slice.isEmpty() ? "fullest cell" : slice;
                unmeasured.add(new Unmeasured(
                        population.isEmpty() ? sample : population + ", " + sample,
                        one.found().fullest(s),
                        plane.leastStars()));
            }
        }
        if (empty.isEmpty()) {
            return;
        }
        String which = switch (empty.size()) {
            case 1 -> empty.getFirst().isEmpty() ? "" : " of the slice " + empty.getFirst();
            default ->
                " of %d of %d slices (%s)".formatted(empty.size(), one.sample().groups(), String.join("; ", empty));
        };
        if (one.single()) {
            // Its stars are drawn one by one, whatever the cells hold.
            return;
        }
        notes.add("No cell" + which + (population.isEmpty() ? "" : " of the population " + population) + " holds "
                + Numbers.stars(plane.leastStars())
                + (plane.difference().isPresent() ? " of both kinds" : "")
                + ": nothing is shown. Choose larger cells or a smaller minimum-count.");
    }
}
