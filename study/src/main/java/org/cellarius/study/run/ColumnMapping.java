package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.NearlyNumber;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.Engine;
import org.cellarius.engine.FillerSql;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
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
 * @param sql expression over the file's columns
 * @param raw the same without missing values taken out, for counting them
 */
record ColumnMapping(ColumnSource source, TableColumn column, String sql, String raw) {

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
                mapping.source(), mapping.column().flagged(flag.names()), mapping.sql(), mapping.raw());
    }

    static ColumnMapping of(
            ColumnSource source, StarTable file, Engine engine, String fileName, MissingUnits missingUnits) {
        String where = source.place().toString();
        String raw;
        ColumnType type;
        String fileUnit = "";
        String ucd = "";
        Optional<FlagNames> flags = Optional.empty();
        switch (source.origin()) {
            case Origin.FileColumn o -> {
                TableColumn column = file.require(o.column(), where);
                raw = Sql.name(column.name());
                type = column.type();
                fileUnit = column.unit();
                ucd = column.ucd();
                flags = column.flags().filter(f -> f.column().equals(source.name()));
            }
            case Origin.Computed o -> {
                var expression = engine.expression(o.expression(), file, where);
                raw = "(" + expression.sql() + "\n)";
                type = expression.type();
            }
        }
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
        String typed = target == ColumnType.DOUBLE ? "CAST(" + raw + " AS DOUBLE)" : raw;
        String value = Sql.scaled(typed, factor);
        String present = present(source, typed, target);
        return new ColumnMapping(
                source,
                new TableColumn(
                        source.name(),
                        target,
                        measured ? canonical.orElseThrow().canonicalText() : unit,
                        source.description(),
                        ucd,
                        flags),
                present.isEmpty() ? value : "CASE WHEN " + present + " THEN " + value + " END",
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

    private static String example(Engine engine, StarTable file, String raw) {
        return engine
                .rows("SELECT " + raw + " FROM " + file.sql() + " WHERE TRY_CAST(" + raw + " AS DOUBLE) IS NULL AND "
                        + raw + " IS NOT NULL LIMIT 1")
                .stream()
                .findFirst()
                .flatMap(List::getFirst)
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

    private static String present(ColumnSource source, String typed, ColumnType type) {
        var conditions = new ArrayList<String>();
        if (type == ColumnType.DOUBLE) {
            conditions.add("isfinite(" + typed + ")");
        }
        for (String filler : source.fillers()) {
            conditions.add("NOT " + isFiller(source, typed, filler, type));
        }
        return String.join(" AND ", conditions);
    }

    /** Whether a value is a filler; false where it is missing. */
    private static String isFiller(ColumnSource source, String value, String filler, ColumnType type) {
        if (type == ColumnType.TEXT) {
            return "coalesce(" + value + " = " + Sql.text(filler) + ", false)";
        }
        try {
            var number = new java.math.BigDecimal(filler);
            return type == ColumnType.LONG
                    ? "coalesce(" + value + " = " + number.longValueExact() + ", false)"
                    : FillerSql.among(value, List.of(filler));
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
     * @param condition SQL condition
     * @param always whether it is told even where nothing was found
     */
    record Loss(String words, String condition, boolean always) {}

    /** Counts of values made missing: names in words, SQL conditions. */
    List<Loss> losses() {
        var losses = new ArrayList<Loss>();
        if (column.type() == ColumnType.DOUBLE) {
            losses.add(new Loss("empty or NaN, missing", "coalesce(isnan(" + raw + "), true)", false));
            losses.add(new Loss("infinite, made missing", "coalesce(isinf(" + raw + "), false)", false));
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
    Optional<String> doubtful() {
        List<String> usual = doubts().stream().map(Loss::words).toList();
        return usual.isEmpty() ? Optional.empty() : Optional.of(FillerSql.among(raw, usual));
    }

    /** Values that look like fillers and are not listed as such. */
    List<Loss> doubts() {
        if (column.type() != ColumnType.DOUBLE) {
            return List.of();
        }
        return FillerSql.USUAL.stream()
                .filter(usual -> source.fillers().stream()
                        .noneMatch(f -> new java.math.BigDecimal(f).compareTo(new java.math.BigDecimal(usual)) == 0))
                .map(usual -> new Loss(usual, FillerSql.among(raw, List.of(usual)), false))
                .toList();
    }
}
