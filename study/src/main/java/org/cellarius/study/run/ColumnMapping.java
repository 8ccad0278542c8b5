package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.NearlyNumber;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Fillers;
import org.cellarius.engine.Relation;
import org.cellarius.engine.ScaledColumn;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.engine.expression.ValueType;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Namer;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.FlagSource;
import org.cellarius.study.StatedUnit;

/**
 * One column of the star table from a file's table: converted to the canonical unit, fillers and infinities made missing.
 *
 * @param source what the study says
 * @param column the column of the star table
 * @param value of the file's columns
 * @param raw the same without missing values taken out, for counting them
 */
record ColumnMapping(ColumnSource source, TableColumn column, Expression value, Expression raw) {

    /** The column and how it is computed. */
    Derived derived() {
        return new Derived(column, value);
    }

    /** A flag: a whole number of bits, or a text of digits, as its names say. */
    static ColumnMapping of(FlagSource flag, StarTable file, Engine engine, String fileName) {
        ColumnMapping mapping = of(flag.asColumn(), file, engine, fileName, MissingUnits.REFUSE);
        boolean fits = switch (flag.names().reading()) {
            case BIT ->
                mapping.column().type() == ColumnType.LONG || mapping.column().type() == ColumnType.DOUBLE;
            case DIGIT -> mapping.column().type() == ColumnType.TEXT;
        };
        if (!fits) {
            throw new InputError(
                    "the flag '" + flag.names().flag() + "' should be "
                            + switch (flag.names().reading()) {
                                case BIT -> "a whole number";
                                case DIGIT -> "a text of digits";
                            }
                            + ", but the column '" + flag.column() + "' of " + fileName + " is not",
                    flag.place().toString(),
                    "Take the table in a format that keeps it (FITS, VOTable, ECSV), or leave the flag out: survey: {name: …, except: ["
                            + flag.names().column() + "]}");
        }
        return new ColumnMapping(
                mapping.source(), mapping.column().flagged(flag.names()), mapping.value(), mapping.raw());
    }

    static ColumnMapping of(
            ColumnSource source, StarTable file, Engine engine, String fileName, MissingUnits missingUnits) {
        String where = source.place().toString();
        Expression raw;
        String fileUnit = "";
        String ucd = "";
        Optional<FlagNames> flags = Optional.empty();
        switch (source.origin()) {
            case Origin.FileColumn o -> {
                TableColumn column = file.require(o.column(), where);
                raw = column.value();
                fileUnit = column.unit();
                ucd = column.ucd();
                flags = column.flags().filter(f -> f.column().equals(source.name()));
            }
            case Origin.Computed o -> raw = engine.expression(o.expression(), file, where);
        }
        ColumnType type = raw.type();
        Optional<Unit> canonical =
                CanonicalColumns.unitOf(source.name()).or(() -> source.target().map(t -> target(t, source)));
        boolean measured = canonical.map(u -> !u.canonicalText().isEmpty()).orElse(false);
        if (measured && (type == ColumnType.TEXT || type == ColumnType.BOOLEAN)) {
            String example = example(engine, file, raw);
            throw new InputError(
                    "the column '" + source.name() + "' must hold numbers, but " + described(source, fileName)
                            + " holds " + (type == ColumnType.TEXT ? "text" : "yes and no")
                            + (example.isEmpty() ? "" : ", for example '" + example + "'"),
                    where,
                    remedy(example));
        }
        String unit = unit(source, fileUnit, measured, canonical, fileName, missingUnits);
        double factor = measured ? Unit.parse(unit).factorTo(canonical.orElseThrow()) : 1;
        ColumnType target = measured && type == ColumnType.LONG ? ColumnType.DOUBLE : type;
        Expression typed =
                target == ColumnType.DOUBLE && !(raw instanceof Column && type == target) ? raw.asDouble() : raw;
        Expression value = ScaledColumn.scaled(typed, factor);
        List<Expression> present = present(source, typed, target);
        return new ColumnMapping(
                source,
                new TableColumn(
                        source.name(),
                        target,
                        measured ? canonical.orElseThrow().canonicalText() : unit,
                        source.description(),
                        ucd,
                        flags),
                present.isEmpty() ? value : value.where(Expression.all(present)),
                typed);
    }

    private static Unit target(String unit, ColumnSource source) {
        return Unit.tryParse(unit)
                .orElseThrow(() -> new InputError(
                        "the unit '" + unit + "' is not known",
                        source.place().toString(),
                        "Write a unit such as kpc or km/s"));
    }

    /** The unit that applies, after the file, the study and the convention have been asked. */
    private static String unit(
            ColumnSource source,
            String fileUnit,
            boolean measured,
            Optional<Unit> canonical,
            String fileName,
            MissingUnits missingUnits) {
        String where = source.place().toString();
        if (source.unit().isPresent()) {
            Unit stated = StatedUnit.of(
                    source,
                    source.unit().get(),
                    canonical.map(Unit::canonicalText).orElse(""));
            if (!fileUnit.isBlank()
                    && Unit.tryParse(fileUnit).map(u -> !u.equals(stated)).orElse(false)) {
                throw new InputError(
                        described(source, fileName) + " has the unit '" + fileUnit + "', the study says '"
                                + source.unit().get() + "'",
                        where,
                        "Remove 'unit', or correct it; if the file is wrong, convert with 'expression'");
            }
            checkDimension(source, stated, canonical, measured);
            return source.unit().get();
        }
        if (!measured) {
            return fileUnit;
        }
        String canonicalText = canonical.orElseThrow().canonicalText();
        if (fileUnit.isBlank()) {
            if (missingUnits == MissingUnits.CANONICAL) {
                return canonicalText;
            }
            throw new MissingUnit(source, described(source, fileName), canonicalText);
        }
        Unit found = Unit.tryParse(fileUnit)
                .orElseThrow(() -> new InputError(
                        described(source, fileName) + " has the unit '" + fileUnit + "', which is not known",
                        where,
                        "State it in the study, for example  unit: " + canonicalText));
        checkDimension(source, found, canonical, true);
        return fileUnit;
    }

    private static void checkDimension(ColumnSource source, Unit unit, Optional<Unit> canonical, boolean measured) {
        if (measured && !unit.convertsTo(canonical.orElseThrow())) {
            throw new InputError(
                    "the unit '" + unit.canonicalText() + "' of '" + source.name() + "' cannot be converted to '"
                            + canonical.get().canonicalText() + "'",
                    source.place().toString(),
                    "Check the column and its unit");
        }
    }

    private static String described(ColumnSource source, String fileName) {
        return switch (source.origin()) {
            case Origin.FileColumn o -> "the column '" + o.column() + "' of " + fileName;
            case Origin.Computed o -> "the expression '" + o.expression() + "'";
        };
    }

    /** The first value that is no number, as text; empty where there is none. */
    private static String example(Engine engine, StarTable file, Expression raw) {
        var text = new TableColumn("example", ColumnType.TEXT, "", "");
        Expression isNone = raw.attempted(ValueType.DOUBLE).isMissing();
        Relation first = Relation.of(file)
                .filter(isNone.and(raw.isMissing().negated()))
                .project(List.of(new Derived(text, raw)))
                .first(1);
        return engine.read(first).rows().stream()
                .findFirst()
                .map(row -> SmallTable.text(row, OptionalInt.of(0)))
                .orElse("");
    }

    /** What texts that are nearly numbers want. */
    private static String remedy(String example) {
        return switch (NearlyNumber.of(example)) {
            case SEXAGESIMAL ->
                "These are hours or degrees, minutes and seconds: compute degrees with an 'expression'; `cellarius init TABLE` writes it";
            case DECIMAL_COMMA ->
                "The decimal comma makes it text:  expression: TRY_CAST(replace(COLUMN, ',', '.') AS DOUBLE)";
            case WORD ->
                "Name another column, or an expression that makes numbers of it:  expression: TRY_CAST(COLUMN AS DOUBLE)  makes all else missing";
        };
    }

    private static List<Expression> present(ColumnSource source, Expression typed, ColumnType type) {
        var conditions = new ArrayList<Expression>();
        if (type == ColumnType.DOUBLE) {
            conditions.add(typed.isFinite());
        }
        for (String filler : source.fillers()) {
            conditions.add(isFiller(source, typed, filler, type).negated());
        }
        return conditions;
    }

    /** Whether a value is a filler; false where it is missing. */
    private static Expression isFiller(ColumnSource source, Expression value, String filler, ColumnType type) {
        if (type == ColumnType.TEXT) {
            return value.isEqualTo(Expression.of(filler)).orElse(Expression.never());
        }
        try {
            var number = new java.math.BigDecimal(filler);
            return type == ColumnType.LONG
                    ? value.isEqualTo(Expression.of(number.longValueExact())).orElse(Expression.never())
                    : Fillers.among(value, List.of(filler));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new InputError(
                            "the filler '" + filler + "' is no " + (type == ColumnType.LONG ? "whole number" : "number")
                                    + ", but '" + source.name() + "' holds such",
                            source.place().toString(),
                            "Correct it")
                    .withCause(e);
        }
    }

    /**
     * What a count of rows tells.
     *
     * @param words what is counted
     * @param always whether it is told even where nothing was found
     */
    record Loss(String words, Expression condition, boolean always) {}

    /** Counts of values made missing: names in words, conditions. */
    List<Loss> losses() {
        var losses = new ArrayList<Loss>();
        if (column.type() == ColumnType.DOUBLE) {
            losses.add(new Loss("empty or NaN, missing", raw.isMissing(), false));
            losses.add(new Loss(
                    "infinite, made missing",
                    new Call(StarFunction.IS_INFINITE, List.of(raw)).orElse(Expression.never()),
                    false));
        }
        for (String filler : source.fillers()) {
            losses.add(new Loss(
                    "filler " + filler + " made missing",
                    isFiller(source, raw, filler, column.type()),
                    source.namer() == Namer.STUDY));
        }
        return losses;
    }

    /** Whether a value is any of the {@link #doubts}: one test instead of many, as most columns hold none. */
    Optional<Expression> doubtful() {
        List<String> usual = doubts().stream().map(Loss::words).toList();
        return usual.isEmpty() ? Optional.empty() : Optional.of(Fillers.among(raw, usual));
    }

    /** Values that look like fillers and are not listed as such. */
    List<Loss> doubts() {
        if (column.type() != ColumnType.DOUBLE) {
            return List.of();
        }
        return Fillers.USUAL.stream()
                .filter(usual -> source.fillers().stream()
                        .noneMatch(f -> new java.math.BigDecimal(f).compareTo(new java.math.BigDecimal(usual)) == 0))
                .map(usual -> new Loss(usual, Fillers.among(raw, List.of(usual)), false))
                .toList();
    }
}
