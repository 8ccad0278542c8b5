package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cellarius.galaxy.column.OnDemand;

/**
 * A Galactic potential: a sum of components, with its name and where it comes from. Everything is evaluated to full accuracy; the
 * fast approximations for many stars are {@link ForceField}s.
 *
 * <p>Components without a formula are expanded, and tables made, when first needed (about a second), once for each object, or taken from
 * {@link KeptTables}. Objects may be
 * shared by threads.
 */
public final class Potential {

    private final String name;
    private final String citation;
    private final double r0Kpc;
    private final double v0Kms;
    private final Scaling scaling;
    private final List<Component> components;
    private final List<ClosedForm> closedForms = new ArrayList<>();
    private final List<FlattenedComponent> flattened = new ArrayList<>();
    private final OnDemand<MultipoleExpansion> expansion;
    private final OnDemand<ForceField> fastField;
    private final OnDemand<ForceField> accurateField;
    private final OnDemand<GuidingRadii> guidingRadii;
    private volatile KeptTables kept = KeptTables.NONE;

    private Potential(
            String name,
            String citation,
            double r0Kpc,
            double v0Kms,
            Scaling scaling,
            List<? extends Component> components) {
        Require.positive("R0", r0Kpc, "kpc");
        Require.positive("v0", v0Kms, "km/s");
        if (components.isEmpty()) {
            throw new IllegalArgumentException("potential '" + name + "' has no component: give it at least one");
        }
        this.name = name;
        this.citation = citation;
        this.r0Kpc = r0Kpc;
        this.v0Kms = v0Kms;
        this.scaling = scaling;
        this.components = List.copyOf(components);
        this.expansion = new OnDemand<>(() -> new MultipoleExpansion(flattened));
        this.fastField = new OnDemand<>(() -> FieldChoice.of(this, TabulatedPotential.Form.BICUBIC));
        this.accurateField = new OnDemand<>(() -> FieldChoice.of(this, TabulatedPotential.Form.BIQUINTIC));
        this.guidingRadii = new OnDemand<>(() -> new GuidingRadii(this));
        for (Component component : components) {
            switch (component) {
                case ClosedForm formula -> closedForms.add(formula);
                case FlattenedComponent other -> flattened.add(other);
            }
        }
    }

    /**
     * A potential as its author gives it.
     *
     * @param r0Kpc the distance to the centre that goes with it
     * @param v0Kms the circular speed there, as its author states it
     */
    public static Potential of(
            String name, String citation, double r0Kpc, double v0Kms, List<? extends Component> components) {
        return new Potential(name, citation, r0Kpc, v0Kms, Scaling.NATIVE, components);
    }

    /** The same potential stretched to another distance to the centre and another speed there. */
    public Potential rescaledTo(double newR0Kpc, double newV0Kms) {
        Require.positive("R0", newR0Kpc, "kpc");
        Require.positive("v0", newV0Kms, "km/s");
        double lengthFactor = newR0Kpc / r0Kpc;
        double velocityFactor = newV0Kms / v0Kms;
        if (!(lengthFactor > 0.1 && lengthFactor < 10 && velocityFactor > 0.1 && velocityFactor < 10)) {
            throw new IllegalArgumentException("R0 = " + newR0Kpc + " kpc, v0 = " + newV0Kms + " km/s: " + name
                    + " has R0 = " + r0Kpc + " kpc, v0 = " + v0Kms
                    + " km/s, and is stretched by less than a factor of ten; are the units right?");
        }
        List<Component> scaled = components.stream()
                .map(c -> c.scaled(lengthFactor, velocityFactor))
                .toList();
        return new Potential(name, citation, newR0Kpc, newV0Kms, Scaling.RESCALED, scaled);
    }

    public String name() {
        return name;
    }

    public String citation() {
        return citation;
    }

    public double r0Kpc() {
        return r0Kpc;
    }

    public double v0Kms() {
        return v0Kms;
    }

    public Scaling scaling() {
        return scaling;
    }

    public List<Component> components() {
        return components;
    }

    /** Components with formulas. */
    List<ClosedForm> closedForms() {
        return closedForms;
    }

    /** Whether every component is a formula. */
    boolean isClosedForm() {
        return flattened.isEmpty();
    }

    /** Tells where to look for tables from now on, before they are made, and to keep those that are made. No number depends on it. */
    public void keepTablesIn(KeptTables tables) {
        kept = tables;
    }

    /** The numbers of a table of this potential: kept ones, or made now. */
    double[] table(String what, Predicate<double[]> sound, Supplier<double[]> maker) {
        String name = what + " of " + this.name + ", R0 = " + r0Kpc + " kpc, v0 = " + v0Kms + " km/s, " + components;
        return kept.numbers(name, sound, maker);
    }

    /** &Phi; and its first and second derivatives. */
    public Derivatives at(double radiusKpc, double zKpc) {
        Derivatives sum = Derivatives.ZERO;
        for (ClosedForm formula : closedForms) {
            sum = sum.plus(formula.at(radiusKpc, zKpc));
        }
        return flattened.isEmpty() ? sum : sum.plus(expansion.get().at(radiusKpc, zKpc));
    }

    /** &Phi; in km&sup2;/s&sup2;; zero at infinity unless a component has no such zero. */
    public double potentialKms2(double radiusKpc, double zKpc) {
        return at(radiusKpc, zKpc).phiKms2();
    }

    /** Acceleration outwards along R, km&sup2;/s&sup2;/kpc. */
    public double forceRKms2PerKpc(double radiusKpc, double zKpc) {
        return -at(radiusKpc, zKpc).dRKms2PerKpc();
    }

    /** Acceleration along z, km&sup2;/s&sup2;/kpc. */
    public double forceZKms2PerKpc(double radiusKpc, double zKpc) {
        return -at(radiusKpc, zKpc).dzKms2PerKpc();
    }

    /** Mass density, M&#9737;/kpc&sup3;, from the components' own formulas. */
    public double densityMsunPerKpc3(double radiusKpc, double zKpc) {
        double sum = 0;
        for (Component component : components) {
            sum += component.densityMsunPerKpc3(radiusKpc, zKpc);
        }
        return sum;
    }

    /** The density from the second derivatives of &Phi;, by Poisson's equation: a check of the expansion. */
    double laplacianDensityMsunPerKpc3(double radiusKpc, double zKpc) {
        Derivatives d = at(radiusKpc, zKpc);
        return (d.dRRKms2PerKpc2() + d.dRKms2PerKpc() / radiusKpc + d.dzzKms2PerKpc2()) / FOUR_PI_G;
    }

    /** The rotation curve and what follows from it in the plane. */
    public CircularOrbits circularOrbits() {
        return new CircularOrbits(this);
    }

    /** Guiding radii of many stars, from one table. */
    public GuidingRadii guidingRadii() {
        return guidingRadii.get();
    }

    ForceField fastField() {
        return fastField.get();
    }

    ForceField accurateField() {
        return accurateField.get();
    }

    /** What decides its numbers, in words; the components, too, where the name is not that of a published potential. */
    public String settings() {
        boolean published = Potentials.byName(name).isPresent();
        return name + ", " + scaling.name().toLowerCase(Locale.ROOT) + ", R0 = " + r0Kpc + " kpc, v0 = " + v0Kms
                + " km/s" + (published ? "" : ", " + components);
    }

    @Override
    public String toString() {
        return settings();
    }
}
