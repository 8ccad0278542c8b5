package org.cellarius.measure.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.frame.Sun;

/**
 * The stars that products measure.
 *
 * @param table the star table
 * @param populations what a study calls its populations, by name
 * @param sun where maps show it; empty where no phase space is derived
 * @param cuts what a study calls the cuts that these stars have passed
 */
public record Stars(
        Engine engine,
        StarTable table,
        Map<String, Population> populations,
        Optional<Sun> sun,
        List<String> cuts,
        Progress progress) {
    public Stars {
        populations = Map.copyOf(populations);
        cuts = List.copyOf(cuts);
    }

    /** The condition of a population, as the study writes it. */
    public record Population(String condition, Place place) {}

    /** A table of which no study tells more. */
    public static Stars alone(Engine engine, StarTable table) {
        return new Stars(engine, table, Map.of(), Optional.empty(), List.of(), Progress.SILENT);
    }

    /** A condition that a user wrote, checked. */
    public Expression condition(String text, String where) {
        var expression = engine.expression(text, table, where);
        if (expression.type() != ColumnType.BOOLEAN) {
            throw new InputError(
                    "'" + text + "' is not a condition", where, "Write a comparison, for example  fe_h > -1");
        }
        return expression;
    }

    /** A number that a user wrote, checked. */
    public Expression number(String text, String where) {
        var expression = engine.expression(text, table, where);
        if (expression.type() == ColumnType.TEXT || expression.type() == ColumnType.BOOLEAN) {
            throw new InputError("'" + text + "' is not a number", where, "Use a numeric column or expression");
        }
        return expression;
    }

    /** A quantity that a user wrote, checked, with its label and unit. */
    public Quantity quantity(AxisSource source) {
        return Quantity.of(source, this);
    }

    /** The condition of a population. */
    public Expression population(String name) {
        Population population = populations.get(name);
        if (population == null) {
            throw new IllegalArgumentException("no population '" + name + "'");
        }
        return condition(population.condition(), population.place().toString());
    }
}
