package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FirstSentence;
import org.cellarius.measure.drawing.Adjusted;
import org.cellarius.measure.drawing.Adjustment;

/** The figures of a measured product as its study wants them, with captions that say which stars they show. */
final class FinishedFigures {

    private FinishedFigures() {}

    static ProductResult of(ProductHead head, Stars stars, ProductResult result) {
        if (result.illustrations().isEmpty()) {
            return result;
        }
        Figure main = main(head.name(), result.illustrations()).figure();
        var notes = new ArrayList<>(result.notes());
        var finished = new ArrayList<Illustration>();
        for (Illustration shown : result.illustrations()) {
            Adjusted adjusted = Adjustment.of(head.figure(), shown.figure().fitting(), main);
            adjusted.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
            finished.add(new Illustration(
                    shown.name(),
                    adjusted.figure(),
                    FirstSentence.of(shown.caption()).then(sample(head, stars))));
        }
        return new ProductResult(result.head(), result.tables(), finished, notes, result.unmeasured());
    }

    /** The one named like the product; with populations or variants apart any of theirs, which come last. */
    private static Illustration main(String name, List<Illustration> all) {
        return all.stream().filter(i -> i.name().equals(name)).findFirst().orElseGet(all::getLast);
    }

    /** Stars: population 'disc' (abs(z) &lt; 2), where snr &gt; 50; after the cuts placed, good metallicities. */
    private static String sample(ProductHead head, Stars stars) {
        var told = new ArrayList<String>();
        head.population()
                .ifPresent(p -> told.add("population '" + p + "'"
                        + (stars.populations().containsKey(p)
                                ? " (" + stars.populations().get(p).condition().strip() + ")"
                                : "")));
        head.where().ifPresent(w -> told.add("where " + w.strip()));
        String which = String.join(", ", told);
        String cuts = stars.cuts().stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
        String after = cuts.isEmpty() ? "" : (which.isEmpty() ? "" : "; ") + "after the cuts " + cuts;
        return which.isEmpty() && after.isEmpty() ? "" : "Stars: " + which + after + ".";
    }
}
