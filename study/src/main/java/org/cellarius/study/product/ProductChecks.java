package org.cellarius.study.product;

import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;
import org.cellarius.study.AxisSource;
import org.cellarius.study.SlicesSource;

/** Tries what a product names on the columns of the star table and collects what is wrong. */
record ProductChecks(Engine engine, StarTable stars, String where, Mistakes mistakes) {

    ProductChecks(Engine engine, StarTable stars, String where) {
        this(engine, stars, where, new Mistakes());
    }

    /** The same for a part of the product that stands elsewhere. */
    ProductChecks at(String place) {
        return new ProductChecks(engine, stars, place, mistakes);
    }

    void number(AxisSource source) {
        mistakes.attempt(() -> {
            Quantity.of(source, engine, stars);
        });
    }

    void slices(Optional<SlicesSource> slices) {
        slices.ifPresent(s -> number(s.of()));
    }

    void expression(Optional<String> text) {
        text.ifPresent(t -> mistakes.attempt(() -> {
            engine.expression(t, stars, where);
        }));
    }

    void condition(Optional<String> text) {
        text.ifPresent(t -> mistakes.attempt(() -> {
            Measurement.condition(t, engine, stars, where);
        }));
    }

    void column(String name) {
        mistakes.attempt(() -> {
            stars.require(name, where);
        });
    }

    void newColumn(String name) {
        if (stars.column(name).isPresent()) {
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
