package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.expression.Expression;

/**
 * Rows that are made of the rows of tables: what is asked, not how it is answered. Rows keep their order unless something else is said, so that the same relation has the
 * same rows in the same order in every engine.
 */
public sealed interface Relation {

    /** The columns of its rows, in order. */
    List<TableColumn> columns();

    /** The rows of a table. */
    record Scan(StarTable table) implements Relation {
        @Override
        public List<TableColumn> columns() {
            return table.columns();
        }
    }

    /** Other columns in place of those before. */
    record Projection(Relation of, List<Derived> derived) implements Relation {
        public Projection {
            derived = List.copyOf(derived);
        }

        @Override
        public List<TableColumn> columns() {
            return derived.stream().map(Derived::column).toList();
        }
    }

    /** The rows that fulfil a condition. */
    record Filter(Relation of, Expression condition) implements Relation {
        @Override
        public List<TableColumn> columns() {
            return of.columns();
        }
    }

    /** What becomes of a row without a partner. */
    enum Partnerless {
        /** It is left out. */
        LEFT_OUT,
        /** It stays, the columns of the partner missing. */
        KEPT,
        /** Only such rows stay, without the columns of the other side. */
        ALONE
    }

    /**
     * Rows beside those of another relation that have the same key; a missing key has no partner. In the order of the first, partners in the order of theirs. Of columns of
     * one name, that of the first stays.
     *
     * @param key of the first
     * @param otherKey of the second
     */
    record Join(Relation of, Expression key, Relation other, Expression otherKey, Partnerless partnerless)
            implements Relation {
        @Override
        public List<TableColumn> columns() {
            return switch (partnerless) {
                case LEFT_OUT, KEPT ->
                    Stream.concat(of.columns().stream(), ofOther().stream()).toList();
                case ALONE -> of.columns();
            };
        }

        /** The columns of the second that the first lacks. */
        public List<TableColumn> ofOther() {
            return other.columns().stream()
                    .filter(c -> of.column(c.name()).isEmpty())
                    .toList();
        }
    }

    /** The rows of two relations that have as many, side by side in their order. */
    record Beside(Relation of, Relation other) implements Relation {
        @Override
        public List<TableColumn> columns() {
            return Stream.concat(of.columns().stream(), other.columns().stream())
                    .toList();
        }
    }

    /**
     * The rows of several relations one after the other. Columns go by name; what a part lacks is missing in its rows.
     *
     * @param columns of all of them, in the order wanted
     */
    record Union(List<Relation> parts, List<TableColumn> columns) implements Relation {
        public Union {
            parts = List.copyOf(parts);
            columns = List.copyOf(columns);
        }
    }

    /** The rows by rising values of some expressions, the first one deciding first; missing values last; ties in the order before. */
    record Sorted(Relation of, List<Expression> by) implements Relation {
        public Sorted {
            by = List.copyOf(by);
        }

        @Override
        public List<TableColumn> columns() {
            return of.columns();
        }
    }

    /**
     * Each row so many times, one behind the other.
     *
     * @param number the column behind the others that counts them, from 0
     */
    record Repeated(Relation of, long times, TableColumn number) implements Relation {
        @Override
        public List<TableColumn> columns() {
            return Stream.concat(of.columns().stream(), Stream.of(number)).toList();
        }
    }

    /** The first rows. */
    record First(Relation of, long rows) implements Relation {
        @Override
        public List<TableColumn> columns() {
            return of.columns();
        }
    }

    /**
     * A row for each set of equal values, sorted by them; without any a single row, also where there are none.
     *
     * @param by what must be equal
     * @param answers of each group
     */
    record Groups(Relation of, List<Derived> by, List<Aggregate> answers) implements Relation {
        public Groups {
            by = List.copyOf(by);
            answers = List.copyOf(answers);
        }

        @Override
        public List<TableColumn> columns() {
            return Stream.concat(
                            by.stream().map(Derived::column), answers.stream().map(Aggregate::column))
                    .toList();
        }
    }

    /** The rows of a table. */
    static Relation of(StarTable table) {
        return new Scan(table);
    }

    default Relation project(List<Derived> derived) {
        return new Projection(this, derived);
    }

    /** Some of the columns. */
    default Relation only(List<TableColumn> some) {
        return project(Derived.of(some));
    }

    /** A further column behind those before. */
    default Relation with(TableColumn column, Expression value) {
        var all = new ArrayList<>(Derived.of(columns()));
        all.add(new Derived(column, value));
        return project(all);
    }

    default Relation filter(Expression condition) {
        return new Filter(this, condition);
    }

    default Relation sorted(List<Expression> by) {
        return new Sorted(this, by);
    }

    default Relation first(long rows) {
        return new First(this, rows);
    }

    /** One row of answers about all rows. */
    default Relation answers(List<Aggregate> answers) {
        return new Groups(this, List.of(), answers);
    }

    /** The column of that name. */
    default Optional<TableColumn> column(String name) {
        return new ColumnList(columns()).find(name);
    }
}
