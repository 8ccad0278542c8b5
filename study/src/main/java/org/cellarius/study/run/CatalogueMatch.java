package org.cellarius.study.run;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.Engine;
import org.cellarius.engine.ScaledColumn;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.engine.SkySide;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.MatchSource;
import org.cellarius.study.MatchSource.Side;
import org.cellarius.study.result.Cutflow;

/**
 * Matches a catalogue with a second file on the sky. The catalogue's positions stay; of the second file come the columns that the
 * catalogue lacks, so that its {@code ra dec} (and {@code pmra pmdec}, where both have them) serve the match only.
 */
record CatalogueMatch(Workshop workshop, Cutflow cutflow) {

    /** The catalogue with the columns of the match, and what the report shows of it. */
    record Matched(Staged stars, ProductResult shown) {}

    Matched of(CatalogueSource catalogue, MatchSource match, Staged first, Staged second) {
        SkySide a = side(first.table(), match, Side.A, match.errors().map(e -> arcsec(first.table(), e.a(), match)));
        SkySide b = side(
                lackedBy(first.table(), second.table()),
                match,
                Side.B,
                match.errors().map(e -> arcsec(second.table(), e.b(), match)));
        String key = workshop.cache()
                .key(
                        "match",
                        List.of(
                                first.key(),
                                second.key(),
                                match.sky().toString(),
                                match.motion().toString(),
                                a.error() + " " + b.error(),
                                b.table().names().toString()));
        // The counts are kept beside the rows; what is lost is found again by matching anew.
        StageCache cache = workshop.cache();
        Engine engine = workshop.engine();
        StarTable counts = cache.table(engine, "match-counts", key, path -> {
            SkyMatchResult found = engine.match(a, b, match.sky(), cache.tableOf("match", key), workshop.progress());
            cache.written("match", key);
            return engine.store(MatchCounted.table(found.summary()), path);
        });
        StarTable table = cache.table(
                engine,
                "match",
                key,
                path -> engine.match(a, b, match.sky(), path, workshop.progress())
                        .table());
        SkyMatchSummary summary = MatchCounted.read(engine, counts);
        tell(catalogue, match, summary, table.rows());
        return new Matched(Staged.of(workshop, table, key), SkyMatchProduct.of(catalogue, match, summary));
    }

    private static StarTable lackedBy(StarTable first, StarTable second) {
        return second.withColumns(second.columns().stream()
                .filter(c -> first.column(c.name()).isEmpty())
                .toList());
    }

    private static SkySide side(StarTable table, MatchSource match, Side side, Optional<Expression> error) {
        return new SkySide(
                table,
                Expression.number("ra"),
                Expression.number("dec"),
                match.motion()
                        .filter(m -> m.moved() == side)
                        .map(m ->
                                new SkySide.Motion(Expression.number("pmra"), Expression.number("pmdec"), m.ofMoved())),
                error);
    }

    /** A column of position errors in arcsec. */
    private static Expression arcsec(StarTable table, String name, MatchSource match) {
        String where = match.place().toString();
        TableColumn column = table.require(name, where);
        Unit arcsec = Unit.parse("arcsec");
        return Unit.tryParse(column.unit())
                .filter(unit -> unit.convertsTo(arcsec) && column.type() == ColumnType.DOUBLE)
                .map(unit -> ScaledColumn.scaled(column.value(), unit.factorTo(arcsec)))
                .orElseThrow(() -> new InputError(
                        "the error '" + name + "' is not an angle: its unit is '" + column.unit() + "'",
                        where,
                        "Convert it in the columns, for example  {from: e_pos, unit: mas, to: arcsec}"));
    }

    private void tell(CatalogueSource catalogue, MatchSource match, SkyMatchSummary summary, long matched) {
        long before = summary.a().rows();
        String with = catalogue.name() + ": with " + match.file().path();
        cutflow.step("match", with + " " + match.settings(), before, matched);
        cutflow.counted("match", with + ", rows matched", before, summary.a().matched());
        cutflow.counted(
                "match",
                with + ", rows with more than one candidate",
                before,
                summary.a().ambiguous());
        if (match.sky().join() == SkyMatch.Join.LEFT) {
            cutflow.counted(
                    "match",
                    with + ", rows kept without a match",
                    before,
                    before - summary.a().matched());
        }
        long unplaced = before - summary.a().placed();
        if (unplaced > 0) {
            cutflow.counted(
                    "match",
                    with + ", rows without a position" + (match.errors().isPresent() ? " or an error" : ""),
                    before,
                    unplaced);
        }
        Optional<SkyMatchSummary.Side> moved = match.motion().map(m -> m.moved() == Side.A ? summary.a() : summary.b());
        moved.ifPresent(m ->
                cutflow.counted("match", with + ", not moved (no proper motion)", m.rows(), m.placed() - m.moved()));
        if (!Double.isNaN(summary.chanceShare())) {
            cutflow.counted(
                    "match",
                    with + ", expected by chance if none were the same",
                    before,
                    Math.round(summary.chanceShare() * summary.a().placed()));
        }
    }
}
