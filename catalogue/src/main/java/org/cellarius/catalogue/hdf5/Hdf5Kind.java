package org.cellarius.catalogue.hdf5;

import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.stil.SpreadColumns;

/**
 * What the cells of a column are, by its type in the file and not by its values, of which there may be none.
 *
 * @param type of a scalar
 * @param elements in a cell; 0 for scalars
 * @param single whether it holds floating-point numbers of 32 bits or fewer
 */
record Hdf5Kind(ColumnType type, int elements, boolean single) {
    /** The field names that h5py and others give the parts of a complex number. */
    private static final Set<Set<String>> COMPLEX =
            Set.of(Set.of("r", "i"), Set.of("real", "imag"), Set.of("re", "im"), Set.of("real", "imaginary"));

    private static final int LARGEST_FLOAT = 8;

    private static final int SINGLE_FLOAT = 4;

    /** A column that is read, or the reason why not. */
    sealed interface Answer {
        record Known(Hdf5Kind kind) implements Answer {}

        record Unknown(String reason) implements Answer {}
    }

    /** Looks at a type with the axes of a cell, of which a dataset of two dimensions has one. */
    static Answer of(DataType type, List<Integer> axes) {
        if (isComplex(type) && axes.isEmpty()) {
            return new Answer.Known(new Hdf5Kind(ColumnType.DOUBLE, 2, isSingle(type)));
        }
        if (type instanceof ArrayDataType array && axes.isEmpty()) {
            return of(
                    array.getBaseType(),
                    java.util.Arrays.stream(array.getArrayTypeDimensions())
                            .boxed()
                            .toList());
        }
        Optional<ColumnType> scalar = scalar(type);
        if (scalar.isEmpty()) {
            return new Answer.Unknown(whyNot(type));
        }
        if (axes.isEmpty()) {
            return new Answer.Known(new Hdf5Kind(scalar.get(), 0, isSingle(type)));
        }
        int length = axes.getFirst();
        if (axes.size() > 1 || length < 1 || length > SpreadColumns.LONGEST_VECTOR) {
            return new Answer.Unknown(
                    "it holds vectors of " + length + " elements or arrays of arrays; vectors of at most "
                            + SpreadColumns.LONGEST_VECTOR + " are spread");
        }
        return new Answer.Known(new Hdf5Kind(scalar.get(), length, isSingle(type)));
    }

    private static boolean isSingle(DataType type) {
        return switch (type) {
            case FloatingPoint f -> f.getSize() <= SINGLE_FLOAT;
            case CompoundDataType c -> isSingle(c.getMembers().getFirst().getDataType());
            default -> false;
        };
    }

    /** Whether a record is a complex number. */
    static boolean isComplex(DataType type) {
        return type instanceof CompoundDataType compound
                && compound.getMembers().size() == 2
                && compound.getMembers().stream().allMatch(m -> m.getDataType() instanceof FloatingPoint)
                && COMPLEX.contains(Set.of(
                        compound.getMembers().get(0).getName(),
                        compound.getMembers().get(1).getName()));
    }

    private static Optional<ColumnType> scalar(DataType type) {
        return switch (type) {
            case FixedPoint f -> Optional.of(ColumnType.LONG);
            case FloatingPoint f ->
                f.getSize() <= LARGEST_FLOAT ? Optional.of(ColumnType.DOUBLE) : Optional.<ColumnType>empty();
            case StringData s -> Optional.of(ColumnType.TEXT);
            case VariableLength v ->
                v.isVariableLengthString() ? Optional.of(ColumnType.TEXT) : Optional.<ColumnType>empty();
            case EnumDataType e -> Optional.of(isTruth(e.getEnumMapping()) ? ColumnType.BOOLEAN : ColumnType.TEXT);
            case BitField b -> b.getSize() == 1 ? Optional.of(ColumnType.BOOLEAN) : Optional.<ColumnType>empty();
            default -> Optional.empty();
        };
    }

    /** h5py's truth values are an enumeration. */
    private static boolean isTruth(Map<Integer, String> words) {
        return Set.copyOf(words.values()).equals(Set.of("TRUE", "FALSE"));
    }

    private static String whyNot(DataType type) {
        return switch (type) {
            case CompoundDataType c ->
                isComplex(type) ? "it holds vectors of complex numbers" : "it holds records in records";
            case VariableLength v -> "it holds arrays of variable length, which are not read";
            case FloatingPoint f -> "it holds numbers of " + f.getSize() + " bytes, which doubles do not hold";
            default -> "values of the type " + type.getClass().getSimpleName() + " are not read";
        };
    }
}
