package org.cellarius.catalogue.unit;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.unit.Dimension.Base;

/** The unit symbols that are known, each with its size in base units, and the other spellings of them. */
final class UnitSymbols {
    private static final double AU_M = 149_597_870_700.0;
    private static final double PC_M = AU_M * 648_000 / Math.PI;
    private static final double YEAR_S = 365.25 * 86_400;
    private static final double DEGREE_RAD = Math.PI / 180;

    /** A symbol and what it stands for. */
    record Symbol(String name, double size, Dimension dimension) {}

    /** The SI prefixes in use; each unit takes only those that occur with it, lest {@code Pd} be a petaday. */
    private enum Prefix {
        n(1e-9),
        u(1e-6),
        m(1e-3),
        c(1e-2),
        k(1e3),
        M(1e6),
        G(1e9);

        private final double size;

        Prefix(double size) {
            this.size = size;
        }
    }

    private static final Map<String, Symbol> SYMBOLS = new LinkedHashMap<>();

    static {
        add("m", 1, Dimension.of(Base.LENGTH, 1), Prefix.n, Prefix.u, Prefix.m, Prefix.c, Prefix.k);
        add("pc", PC_M, Dimension.of(Base.LENGTH, 1), Prefix.k, Prefix.M, Prefix.G);
        add("au", AU_M, Dimension.of(Base.LENGTH, 1));
        add("lyr", 299_792_458.0 * YEAR_S, Dimension.of(Base.LENGTH, 1));
        add("Angstrom", 1e-10, Dimension.of(Base.LENGTH, 1));
        add("solRad", 6.957e8, Dimension.of(Base.LENGTH, 1));
        add("jupRad", 7.1492e7, Dimension.of(Base.LENGTH, 1));
        add("s", 1, Dimension.of(Base.TIME, 1), Prefix.n, Prefix.u, Prefix.m);
        add("min", 60, Dimension.of(Base.TIME, 1));
        add("h", 3600, Dimension.of(Base.TIME, 1));
        add("d", 86_400, Dimension.of(Base.TIME, 1));
        add("yr", YEAR_S, Dimension.of(Base.TIME, 1), Prefix.k, Prefix.M, Prefix.G);
        add("century", 100 * YEAR_S, Dimension.of(Base.TIME, 1));
        add("Hz", 1, Dimension.of(Base.TIME, -1), Prefix.u, Prefix.m, Prefix.k, Prefix.M, Prefix.G);
        add("rad", 1, Dimension.of(Base.ANGLE, 1), Prefix.u, Prefix.m);
        add("deg", DEGREE_RAD, Dimension.of(Base.ANGLE, 1));
        add("arcmin", DEGREE_RAD / 60, Dimension.of(Base.ANGLE, 1));
        add("arcsec", DEGREE_RAD / 3600, Dimension.of(Base.ANGLE, 1));
        add("mas", DEGREE_RAD / 3600e3, Dimension.of(Base.ANGLE, 1));
        add("uas", DEGREE_RAD / 3600e6, Dimension.of(Base.ANGLE, 1));
        add("sr", 1, Dimension.of(Base.ANGLE, 2));
        add("kg", 1, Dimension.of(Base.MASS, 1));
        add("g", 1e-3, Dimension.of(Base.MASS, 1));
        add("solMass", 1.988409870698051e30, Dimension.of(Base.MASS, 1));
        add("jupMass", 1.8981245973360505e27, Dimension.of(Base.MASS, 1));
        add("K", 1, Dimension.of(Base.TEMPERATURE, 1));
        add("dex", 1, Dimension.of(Base.DEX, 1));
        add("mag", 1, Dimension.of(Base.MAGNITUDE, 1), Prefix.m);
        add("solLum", 1, Dimension.of(Base.LUMINOSITY, 1));
        add("count", 1, Dimension.of(Base.COUNT, 1));
        add("%", 0.01, Dimension.NONE);
    }

    /** Other spellings of one symbol. */
    private static final Map<String, String> SPELLINGS = Map.<String, String>ofEntries(
            entry("AU", "au"),
            entry("ly", "lyr"),
            entry("Ang", "Angstrom"),
            entry("angstrom", "Angstrom"),
            entry("AA", "Angstrom"),
            entry("micron", "um"),
            entry("Kpc", "kpc"),
            entry("parsec", "pc"),
            entry("Rsun", "solRad"),
            entry("R_sun", "solRad"),
            entry("Rsol", "solRad"),
            entry("Ro", "solRad"),
            entry("Rjup", "jupRad"),
            entry("Mjup", "jupMass"),
            entry("jupiterMass", "jupMass"),
            entry("jupiterRad", "jupRad"),
            entry("sec", "s"),
            entry("second", "s"),
            entry("hr", "h"),
            entry("hour", "h"),
            entry("day", "d"),
            entry("days", "d"),
            entry("year", "yr"),
            entry("years", "yr"),
            entry("Gyrs", "Gyr"),
            entry("Myrs", "Myr"),
            entry("cy", "century"),
            entry("degree", "deg"),
            entry("degrees", "deg"),
            entry("radian", "rad"),
            entry("radians", "rad"),
            entry("marcsec", "mas"),
            entry("uarcsec", "uas"),
            entry("Msun", "solMass"),
            entry("M_sun", "solMass"),
            entry("Msol", "solMass"),
            entry("Mo", "solMass"),
            entry("Lsun", "solLum"),
            entry("L_sun", "solLum"),
            entry("Lsol", "solLum"),
            entry("Kelvin", "K"),
            entry("kelvin", "K"),
            entry("Sun", "dex"),
            entry("mags", "mag"),
            entry("ct", "count"),
            entry("counts", "count"),
            entry("electron", "count"),
            entry("photon", "count"),
            entry("ph", "count"),
            entry("pix", "count"),
            entry("pixel", "count"));

    private UnitSymbols() {}

    static Optional<Symbol> find(String name) {
        return Optional.ofNullable(SYMBOLS.get(SPELLINGS.getOrDefault(name, name)));
    }

    /** Every spelling, for suggestions. */
    static List<String> spellings() {
        List<String> all = new ArrayList<>(SYMBOLS.keySet());
        SPELLINGS.keySet().stream().sorted().forEach(all::add);
        return all;
    }

    /** Adds a symbol alone and with the given prefixes. */
    private static void add(String name, double size, Dimension dimension, Prefix... prefixes) {
        SYMBOLS.put(name, new Symbol(name, size, dimension));
        for (Prefix prefix : prefixes) {
            String prefixed = prefix.name() + name;
            SYMBOLS.put(prefixed, new Symbol(prefixed, prefix.size * size, dimension));
        }
    }
}
