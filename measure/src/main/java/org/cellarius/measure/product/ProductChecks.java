package org.cellarius.measure.product;

import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;

/** Tries what a product names on the columns of the star table and collects what is wrong. */
public record ProductChecks(Stars stars, String where, Mistakes mistakes) {

    ProductChecks(Stars stars, String where) {
        this(stars, where, new Mistakes());
    }

    /** The same for a part of the product that stands elsewhere. */
    public ProductChecks at(String place) {
        return new ProductChecks(stars, place, mistakes);
    }

    public void number(AxisSource source) {
        mistakes.attempt(() -> {
            stars.quantity(source);
        });
    }

    /** That a quantity is in a unit; expressions have none of their own, and are believed unless it must be stated. */
    public void unit(AxisSource source, String wanted, boolean stated) {
        String unit = stars.quantity(source).unit();
        if (!unit.equals(wanted) && (stated || !unit.isEmpty())) {
            mistakes.add(new InputError(
                    "'" + source.expression() + "' is in " + (unit.isEmpty() ? "no known unit" : unit) + ", and "
                            + wanted + " is needed",
                    source.place().toString(),
                    "Convert it in the columns of the catalogue, or say  {of: " + source.expression() + ", unit: "
                            + wanted + "}  where it is"));
        }
    }

    public void slices(Optional<SlicesSource> slices) {
        slices.ifPresent(s -> number(s.of()));
    }

    public void expression(Optional<String> text) {
        text.ifPresent(t -> mistakes.attempt(() -> {
            stars.engine().expression(t, stars.table(), where);
        }));
    }

    public void condition(Optional<String> text) {
        text.ifPresent(t -> mistakes.attempt(() -> {
            stars.condition(t, where);
        }));
    }

    /** Something that follows from several of these; where those are wrong already it says nothing. */
    public void whereSound(Runnable attempt) {
        if (mistakes.isEmpty()) {
            mistakes.attempt(attempt);
        }
    }

    public void column(String name) {
        mistakes.attempt(() -> {
            stars.table().require(name, where);
        });
    }

    public void newColumn(String name) {
        if (stars.table().column(name).isPresent()) {
            mistakes.add(new InputError(
                    "the correction '" + name + "' would give a column that is there already",
                    where,
                    "Give it another name"));
        }
    }

    void check() {
        mistakes.check();
    }
}
