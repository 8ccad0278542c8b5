package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.measure.Unmeasurable;

/**
 * What came of several products.
 *
 * @param lost those that the stars do not allow
 */
public record Measurements(List<ProductResult> measured, List<Lost> lost) {

    /** A product that the stars do not allow, and why. */
    public record Lost(Product product, Unmeasurable reason) {

        public String name() {
            return product.head().name();
        }

        /** For readers: what was found, and what to do. */
        public String sentence() {
            return "Not measured: " + reason.what() + ". " + reason.remedy() + ".";
        }
    }

    /** One product. */
    sealed interface Outcome {
        record Measured(ProductResult result) implements Outcome {}

        record NotMeasured(Lost lost) implements Outcome {}
    }

    public Measurements {
        measured = List.copyOf(measured);
        lost = List.copyOf(lost);
    }

    /** Names of the products that the stars do not allow. */
    public List<String> lostNames() {
        return lost.stream().map(Lost::name).toList();
    }

    static Measurements of(List<Outcome> outcomes) {
        var measured = new ArrayList<ProductResult>();
        var lost = new ArrayList<Lost>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Measured m -> measured.add(m.result());
                case Outcome.NotMeasured n -> lost.add(n.lost());
            }
        }
        return new Measurements(measured, lost);
    }
}
