package org.cellarius.study.mock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.mock.MockParticles;

/**
 * The star particles of a simulation, from a table of its own. Names as VICE's Milky Way model and what is built on it write them (Johnson et al. 2021, 2021MNRAS.508.4484J) are known;
 * others are given as expressions, in Gyr, kpc and dex. A unit that a column states is converted. Particles without a number in one of the columns are left out.
 *
 * @param table the table
 * @param age expression of the age, Gyr
 * @param birth of the radius of birth, kpc
 * @param today of the radius today, kpc
 * @param feH of [Fe/H], dex
 * @param alphaFe of [&alpha;/Fe], dex; 0 where nothing tells it
 * @param mass of the mass; 1 where nothing tells it
 */
public record ParticleTable(
        StarTable table,
        Expression age,
        Expression birth,
        Expression today,
        Expression feH,
        Expression alphaFe,
        Expression mass) {

    private static final long MOST_PARTICLES = 100_000_000;

    /** What a user says of columns; empty where a known name should be found. */
    public record Said(
            Optional<String> age,
            Optional<String> birth,
            Optional<String> today,
            Optional<String> feH,
            Optional<String> alphaFe,
            Optional<String> mass,
            double zoneKpc) {}

    /** Finds the columns; {@code where} names the table in messages. */
    public static ParticleTable of(StarTable table, Said said, Engine engine, String where) {
        Expression zone = Expression.of(said.zoneKpc());
        var columns = new Columns(table, engine, where);
        Expression age = columns.required("--age", said.age(), "Gyr", "age");
        Expression birth = said.birth().isEmpty()
                ? columns.found("kpc", "galr_origin", "r_birth")
                        .or(() -> columns.found("", "zone_origin").map(z -> centre(z, zone)))
                        .orElseThrow(() -> columns.missing("--birth", "galr_origin, zone_origin, r_birth"))
                : columns.required("--birth", said.birth(), "kpc");
        Expression today = said.today().isEmpty()
                ? columns.found("kpc", "galr_final", "r_final")
                        .or(() -> columns.found("", "zone_final").map(z -> centre(z, zone)))
                        .orElseThrow(() -> columns.missing("--today", "galr_final, zone_final, r_final"))
                : columns.required("--today", said.today(), "kpc");
        Expression feH = columns.required("--fe-h", said.feH(), "", "[fe/h]", "fe_h", "feh");
        Expression alphaFe = said.alphaFe().isEmpty()
                ? columns.found("", "[o/fe]", "alpha_fe", "o_fe", "ofe").orElse(Expression.of(0.0))
                : columns.required("--alpha-fe", said.alphaFe(), "");
        Expression mass = said.mass().isEmpty()
                ? columns.found("", "mass").orElse(Expression.of(1.0))
                : columns.required("--mass", said.mass(), "");
        return new ParticleTable(table, age, birth, today, feH, alphaFe, mass);
    }

    /** The middle of a zone of that number. */
    private static Expression centre(Expression zone, Expression width) {
        return zone.plus(Expression.of(0.5)).times(width);
    }

    /** What a particle must have. */
    private Expression sound() {
        Expression zero = Expression.of(0.0);
        return age.isAtLeast(zero)
                .and(birth.isAtLeast(zero))
                .and(today.isAbove(zero))
                .and(mass.isAbove(zero))
                .and(feH.isFinite())
                .and(alphaFe.isFinite());
    }

    /** The particles, in memory: 48 bytes each. */
    public MockParticles read(Engine engine, Progress progress) {
        long sound = engine.count(table, sound());
        if (sound > MOST_PARTICLES) {
            throw new InputError(
                    "%,d particles are more than fit into memory".formatted(sound),
                    "",
                    "Take a random part of at most %,d".formatted(MOST_PARTICLES));
        }
        long left = table.rows() - sound;
        if (left > 0) {
            progress.note(
                    "%,d of %,d particles are left out: age or radius of birth below 0, radius today or mass not above 0, an abundance that is no number"
                            .formatted(left, table.rows()));
        }
        List<Expression> numbers = List.of(age, birth, today, feH, alphaFe, mass);
        double[][] columns = new double[numbers.size()][(int) sound];
        int[] filled = {0};
        engine.scan(
                Selection.of(table, numbers).where(sound()),
                (rows, in) -> {
                    for (int k = 0; k < columns.length; k++) {
                        System.arraycopy(in[k], 0, columns[k], filled[0], rows);
                    }
                    filled[0] += rows;
                },
                progress);
        try {
            return new MockParticles(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "", "Look at the table with  cellarius describe")
                    .withCause(e);
        }
    }

    /** Columns of a table by the names that simulations give them. */
    private record Columns(StarTable table, Engine engine, String where) {

        /** The first column of these names, in the wanted unit; where that is empty, as it stands. */
        Optional<Expression> found(String unit, String... names) {
            return Stream.of(names)
                    .flatMap(name ->
                            table.columns().stream().filter(c -> c.name().equalsIgnoreCase(name)))
                    .map(c -> in(unit, c))
                    .findFirst();
        }

        private Expression in(String unit, TableColumn column) {
            if (unit.isEmpty() || column.unit().isBlank()) {
                return column.value();
            }
            try {
                double factor = Unit.parse(column.unit()).factorTo(Unit.parse(unit));
                return factor == 1 ? column.value() : column.value().times(Expression.of(factor));
            } catch (InputError e) {
                throw new InputError(
                                "the column '" + column.name() + "' is in '" + column.unit() + "', and " + unit
                                        + " is needed",
                                where,
                                "Say what it is with an expression that gives " + unit)
                        .withCause(e);
            }
        }

        /** What the user said: the name of a column, whose unit is converted, or an expression in the wanted unit. */
        Expression required(String option, Optional<String> said, String unit, String... names) {
            if (said.isEmpty()) {
                return found(unit, names).orElseThrow(() -> missing(option, String.join(", ", names)));
            }
            return table.columns().stream()
                    .filter(c -> c.name().equals(said.get()))
                    .map(c -> in(unit, c))
                    .findFirst()
                    .orElseGet(() -> engine.expression(said.get(), table, option));
        }

        InputError missing(String option, String names) {
            return new InputError(
                    "the table of particles has no column " + names,
                    where,
                    "Say which column or expression it is with " + option + "; columns: "
                            + String.join(", ", table.names().stream().limit(30).toList()));
        }
    }
}
