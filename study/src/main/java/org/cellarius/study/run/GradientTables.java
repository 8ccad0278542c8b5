package org.cellarius.study.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.gradient.Gradient;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.Stars;

/** The tables of gradients alone, by their names: nothing is asked of the stars for figures. Those that the stars do not allow are left out. */
record GradientTables(List<Gradient> gradients) {
    GradientTables {
        gradients = List.copyOf(gradients);
    }

    static GradientTables among(List<Product> products) {
        return new GradientTables(products.stream()
                .filter(Gradient.class::isInstance)
                .map(Gradient.class::cast)
                .toList());
    }

    Inquiry<Map<String, SmallTable>> of(Stars stars) {
        return Inquiry.all(gradients.stream()
                        .map(g -> Inquiry.<Optional<SmallTable>, Unmeasurable>attempt(
                                () -> g.table(stars).map(Optional::of), Unmeasurable.class, lost -> Optional.empty()))
                        .toList())
                .map(this::named);
    }

    private Map<String, SmallTable> named(List<Optional<SmallTable>> tables) {
        var named = new LinkedHashMap<String, SmallTable>();
        for (int k = 0; k < tables.size(); k++) {
            String name = gradients.get(k).head().name();
            tables.get(k).ifPresent(table -> named.put(name, table));
        }
        return named;
    }
}
