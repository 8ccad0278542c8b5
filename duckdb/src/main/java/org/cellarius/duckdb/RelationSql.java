package org.cellarius.duckdb;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Relation;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;

/** Relations as queries of the database. */
final class RelationSql {

    private static final String ROW_NUMBER = ExpressionSql.ROW_NUMBER;

    /** The keys of a join, under a name that no column has. */
    private static final String KEY = "join_key_";

    private RelationSql() {}

    /** The rows of a relation, in its order. */
    static String query(Relation relation) {
        return switch (relation) {
            case Relation.Scan s -> "SELECT " + names(s.columns()) + " FROM " + DuckDbTable.sql(s.table());
            case Relation.Projection p ->
                "SELECT "
                        + p.derived().stream().map(RelationSql::derived).collect(Collectors.joining(", "))
                        + " FROM "
                        + source(p.of(), p.derived().stream().map(Derived::value));
            case Relation.Filter f ->
                "SELECT " + names(f.columns()) + " FROM " + source(f.of(), Stream.of(f.condition())) + " WHERE "
                        + ExpressionSql.of(f.condition());
            case Relation.Join j -> join(j);
            case Relation.Beside b ->
                "SELECT a.*, b.* FROM (" + query(b.of()) + ") a POSITIONAL JOIN (" + query(b.other()) + ") b";
            case Relation.Union u ->
                "SELECT " + names(u.columns()) + " FROM ("
                        + u.parts().stream().map(RelationSql::query).collect(Collectors.joining(" UNION ALL BY NAME "))
                        + ")";
            case Relation.Sorted s ->
                "SELECT " + names(s.columns()) + " FROM " + numbered(s.of()) + " ORDER BY " + ExpressionSql.list(s.by())
                        + ", " + ROW_NUMBER;
            case Relation.Repeated r ->
                "SELECT " + names(r.of().columns()) + ", CAST(counted_ AS BIGINT) AS "
                        + Sql.name(r.number().name()) + " FROM " + numbered(r.of()) + " CROSS JOIN range(0, "
                        + r.times() + ") AS counts(counted_) ORDER BY " + ROW_NUMBER + ", counted_";
            case Relation.First f -> query(f.of()) + " LIMIT " + f.rows();
            case Relation.Groups g -> groups(g);
        };
    }

    private static String source(Relation relation, Stream<Expression> read) {
        return read.anyMatch(Expression::readsRowNumber) ? numbered(relation) : source(relation);
    }

    private static String source(Relation relation) {
        return relation instanceof Relation.Scan s ? DuckDbTable.sql(s.table()) : "(" + query(relation) + ")";
    }

    private static String numbered(Relation relation) {
        return relation instanceof Relation.Scan s
                ? DuckDbTable.of(s.table()).numberedSql()
                : "(SELECT *, row_number() OVER () - 1 AS " + ROW_NUMBER + " FROM (" + query(relation) + "))";
    }

    private static String join(Relation.Join join) {
        String a = "(SELECT *, " + ExpressionSql.of(join.key()) + " AS " + KEY + " FROM " + numbered(join.of()) + ") a";
        String b = "(SELECT *, " + ExpressionSql.of(join.otherKey()) + " AS " + KEY + " FROM " + numbered(join.other())
                + ") b";
        String on = " ON a." + KEY + " = b." + KEY + " ORDER BY a." + ROW_NUMBER;
        return switch (join.partnerless()) {
            case LEFT_OUT -> "SELECT " + both(join) + " FROM " + a + " JOIN " + b + on + ", b." + ROW_NUMBER;
            case KEPT -> "SELECT " + both(join) + " FROM " + a + " LEFT JOIN " + b + on + ", b." + ROW_NUMBER;
            case ALONE -> "SELECT " + names("a", join.of().columns()) + " FROM " + a + " ANTI JOIN " + b + on;
        };
    }

    private static String both(Relation.Join join) {
        return Stream.of(names("a", join.of().columns()), names("b", join.ofOther()))
                .filter(n -> !n.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String groups(Relation.Groups groups) {
        String selected = Stream.concat(
                        groups.by().stream().map(RelationSql::derived),
                        groups.answers().stream().map(RelationSql::answer))
                .collect(Collectors.joining(", "));
        Stream<Expression> read = Stream.concat(
                groups.by().stream().map(Derived::value),
                groups.answers().stream().flatMap(a -> Stream.of(a.of(), a.where())));
        String places = IntStream.rangeClosed(1, groups.by().size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "SELECT " + selected + " FROM " + source(groups.of(), read)
                + (places.isEmpty() ? "" : " GROUP BY " + places + " ORDER BY " + places);
    }

    private static String answer(Aggregate aggregate) {
        String of = ExpressionSql.of(aggregate.of());
        String asked = switch (aggregate.kind()) {
            case Aggregate.Of.COUNT -> "count(" + of + ")";
            case Aggregate.Of.DIFFERENT -> "count(DISTINCT " + of + ")";
            case Aggregate.Of.MEAN -> "avg(" + of + ")";
            case Aggregate.Of.LEAST -> "min(" + of + ")";
            case Aggregate.Of.GREATEST -> "max(" + of + ")";
            case Aggregate.Quantile q -> "quantile_cont(" + of + ", " + q.probability() + ")";
        };
        String where = aggregate.where().equals(Expression.always())
                ? ""
                : " FILTER (" + ExpressionSql.of(aggregate.where()) + ")";
        return "CAST(" + asked + where + " AS "
                + DuckDbTypes.sqlType(aggregate.column().type()) + ") AS "
                + Sql.name(aggregate.column().name());
    }

    private static String derived(Derived derived) {
        return ExpressionSql.as(derived.column().type(), derived.value()) + " AS "
                + Sql.name(derived.column().name());
    }

    private static String names(List<TableColumn> columns) {
        return columns.stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", "));
    }

    private static String names(String table, List<TableColumn> columns) {
        return columns.stream().map(c -> table + "." + Sql.name(c.name())).collect(Collectors.joining(", "));
    }
}
