package org.cellarius.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cellarius.galaxy.potential.AllenSantillanHalo;
import org.cellarius.galaxy.potential.Component;
import org.cellarius.galaxy.potential.ExponentialDisc;
import org.cellarius.galaxy.potential.FlattenedCutoffBulge;
import org.cellarius.galaxy.potential.Hernquist;
import org.cellarius.galaxy.potential.HoledSech2Disc;
import org.cellarius.galaxy.potential.Isochrone;
import org.cellarius.galaxy.potential.Kepler;
import org.cellarius.galaxy.potential.LogarithmicHalo;
import org.cellarius.galaxy.potential.MiyamotoNagai;
import org.cellarius.galaxy.potential.Nfw;
import org.cellarius.galaxy.potential.Plummer;
import org.cellarius.galaxy.potential.PowerLawWithCutoff;
import org.cellarius.galaxy.potential.TruncatedFlatHalo;

/** The components that a user's potential can be made of, their parameters and units. The first parameter says how much there is. */
public enum ComponentKind {
    MIYAMOTO_NAGAI("mass Msun", "a kpc", "b kpc"),
    EXPONENTIAL_DISC("surface-density Msun/kpc2", "scale-length kpc", "scale-height kpc"),
    HOLED_SECH2_DISC("surface-density Msun/kpc2", "scale-length kpc", "scale-height kpc", "hole kpc"),
    POWER_LAW_WITH_CUTOFF("density-at-1-kpc Msun/kpc3", "exponent", "cut kpc"),
    FLATTENED_CUTOFF_BULGE("density Msun/kpc3", "scale kpc", "cut kpc", "axis-ratio"),
    NFW("density Msun/kpc3", "scale kpc"),
    HERNQUIST("mass Msun", "scale kpc"),
    PLUMMER("mass Msun", "scale kpc"),
    ISOCHRONE("mass Msun", "scale kpc"),
    KEPLER("mass Msun"),
    LOGARITHMIC("speed km/s", "core kpc", "flattening"),
    ALLEN_SANTILLAN("mass Msun", "scale kpc", "gamma", "cut kpc"),
    TRUNCATED_FLAT("mass Msun", "scale kpc");

    // Never changed after the constructor; the order is that of the constants.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, String> parameters;

    private final String amount;

    /** Each parameter is its key and, after a blank, its unit. */
    ComponentKind(String... parametersAndUnits) {
        var inOrder = new LinkedHashMap<String, String>();
        for (String text : parametersAndUnits) {
            int blank = text.indexOf(' ');
            inOrder.put(blank < 0 ? text : text.substring(0, blank), blank < 0 ? "" : text.substring(blank + 1));
        }
        parameters = Collections.unmodifiableMap(inOrder);
        amount = parameters.keySet().iterator().next();
    }

    /** Units by key; an empty unit is a pure number. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The unit of a parameter; empty for a pure number. */
    public String unitOf(String key) {
        return parameters.getOrDefault(key, "");
    }

    /** The parameter that says how much there is. */
    public String amount() {
        return amount;
    }

    /** The power of the force with which the amount grows. */
    public double forceGrowsAs() {
        return this == LOGARITHMIC ? 0.5 : 1;
    }

    /** The component with these values, in the units of {@link #parameters}. */
    public Component make(ToDoubleFunction<String> value) {
        double much = value.applyAsDouble(amount);
        return switch (this) {
            case MIYAMOTO_NAGAI -> new MiyamotoNagai(much, value.applyAsDouble("a"), value.applyAsDouble("b"));
            case EXPONENTIAL_DISC ->
                new ExponentialDisc(much, value.applyAsDouble("scale-length"), value.applyAsDouble("scale-height"));
            case HOLED_SECH2_DISC ->
                new HoledSech2Disc(
                        much,
                        value.applyAsDouble("scale-length"),
                        value.applyAsDouble("hole"),
                        value.applyAsDouble("scale-height"));
            case POWER_LAW_WITH_CUTOFF ->
                new PowerLawWithCutoff(much, value.applyAsDouble("exponent"), value.applyAsDouble("cut"));
            case FLATTENED_CUTOFF_BULGE ->
                new FlattenedCutoffBulge(
                        much,
                        value.applyAsDouble("scale"),
                        value.applyAsDouble("cut"),
                        value.applyAsDouble("axis-ratio"));
            case NFW -> new Nfw(much, value.applyAsDouble("scale"));
            case HERNQUIST -> new Hernquist(much, value.applyAsDouble("scale"));
            case PLUMMER -> new Plummer(much, value.applyAsDouble("scale"));
            case ISOCHRONE -> new Isochrone(much, value.applyAsDouble("scale"));
            case KEPLER -> new Kepler(much);
            case LOGARITHMIC ->
                new LogarithmicHalo(much, value.applyAsDouble("core"), value.applyAsDouble("flattening"));
            case ALLEN_SANTILLAN ->
                new AllenSantillanHalo(
                        much, value.applyAsDouble("scale"), value.applyAsDouble("gamma"), value.applyAsDouble("cut"));
            case TRUNCATED_FLAT -> new TruncatedFlatHalo(much, value.applyAsDouble("scale"));
        };
    }
}
