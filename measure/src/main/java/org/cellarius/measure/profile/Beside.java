package org.cellarius.measure.profile;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Stars;

/**
 * Other columns for an axis of a profile, each measured as the profile's own one is: ages of several methods, say.
 *
 * @param x in place of x
 * @param y in place of y; of the two one is empty
 */
public record Beside(List<AxisSource> x, List<AxisSource> y) {

    static final Beside NOTHING = new Beside(List.of(), List.of());

    public Beside {
        x = List.copyOf(x);
        y = List.copyOf(y);
    }

    /**
     * Two axes that are measured together.
     *
     * @param name which column stands in place of the profile's own, or the own one; empty where there are no others
     */
    record Axes(String name, AxisSource x, AxisSource y) {}

    /** The section {@code beside} of a profile. */
    static Beside read(Section profile) {
        return profile.optionalSection("beside")
                .map(s -> {
                    if (s.has("x") && s.has("y")) {
                        throw new InputError(
                                "'beside' names other columns for x and for y",
                                s.place().toString(),
                                "Keep one of them; make a product of its own for the other");
                    }
                    return new Beside(
                            s.elements("x").stream().map(AxisSource::read).toList(),
                            s.elements("y").stream().map(AxisSource::read).toList());
                })
                .orElse(NOTHING);
    }

    /** All columns: the profile's own first. */
    List<Axes> with(AxisSource ownX, AxisSource ownY) {
        if (x.isEmpty() && y.isEmpty()) {
            return List.of(new Axes("", ownX, ownY));
        }
        var all = new ArrayList<Axes>();
        all.add(new Axes(name(x.isEmpty() ? ownY : ownX), ownX, ownY));
        x.forEach(other -> all.add(new Axes(name(other), other, ownY)));
        y.forEach(other -> all.add(new Axes(name(other), ownX, other)));
        return all;
    }

    private static String name(AxisSource source) {
        return source.label().orElse(source.expression());
    }

    /** Columns beside each other have one unit, and differ. */
    void check(Stars stars, AxisSource ownX, AxisSource ownY) {
        var names = new ArrayList<String>();
        for (Axes axes : with(ownX, ownY)) {
            AxisSource changed = x.isEmpty() ? axes.y() : axes.x();
            Quantity own = stars.quantity(x.isEmpty() ? ownY : ownX);
            String unit = stars.quantity(changed).unit();
            if (!unit.equals(own.unit())) {
                throw new InputError(
                        "'" + axes.name() + "' has the unit '" + unit + "', what it stands beside '" + own.unit() + "'",
                        changed.place().toString(),
                        "Write it in the same unit");
            }
            if (names.contains(axes.name())) {
                throw new InputError(
                        "'" + axes.name() + "' stands beside itself",
                        changed.place().toString(),
                        "Name another column, or give it a label");
            }
            names.add(axes.name());
        }
    }
}
