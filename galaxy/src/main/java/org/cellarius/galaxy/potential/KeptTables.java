package org.cellarius.galaxy.potential;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tables of numbers that take long to make, kept from one program to the next. Where they are kept is not known here. */
@FunctionalInterface
public interface KeptTables {

    /** Every table is made by the program that needs it. */
    KeptTables NONE = (name, sound, maker) -> maker.get();

    /**
     * The numbers of a table: those that were kept, to the last bit, or made now and kept.
     *
     * @param name says all that decides the numbers
     * @param sound whether numbers can be those of the table; others are made anew
     */
    double[] numbers(String name, Predicate<double[]> sound, Supplier<double[]> maker);
}
