package org.cellarius.galaxy.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.KernelChain;
import org.cellarius.galaxy.column.KernelPair;

/**
 * What is told about the populations to which motions belong.
 *
 * @param ellipsoids the velocity ellipsoids of thin disc, thick disc and halo
 * @param relativeTo relative to what velocities are taken
 * @param toomre whether the axes of the Toomre diagram are written
 * @param halo the rule that marks halo stars; empty where none are marked
 */
public record KinematicMembership(
        VelocityEllipsoids ellipsoids, VelocityReference relativeTo, Toomre toomre, Optional<HaloCut> halo) {

    /** Whether {@code v_tot} and {@code v_toomre} are written. */
    public enum Toomre {
        LEFT_OUT,
        WRITTEN
    }

    /**
     * Reads {@code u_lsr v_lsr w_lsr} (km/s), or relative to circular orbits {@code r} (kpc) and {@code v_r v_phi v_z} (km/s), and
     * then appends the former. Appends {@code p_thin p_thick p_halo ln_td_d} and what else was asked for.
     */
    public ColumnKernel kernel() {
        return switch (relativeTo) {
            case VelocityReference.LocalStandardOfRest r -> populations();
            case VelocityReference.CircularOrbit r -> {
                var circular = r.potential().circularOrbits();
                var local = new LocalVelocityKernel(circular::speedKms);
                yield new KernelPair(local, new KernelChain(local, populations()));
            }
        };
    }

    private ColumnKernel populations() {
        ColumnKernel probabilities = new MembershipKernel(ellipsoids);
        ColumnKernel speeds = new ToomreKernel();
        ColumnKernel all = toomre == Toomre.WRITTEN ? new KernelPair(probabilities, speeds) : probabilities;
        if (halo.isEmpty()) {
            return all;
        }
        var marked = new HaloKernel(halo.get());
        ColumnKernel judged = switch (halo.get()) {
            case HaloCut.Probability p -> new KernelChain(probabilities, marked);
            case HaloCut.TotalSpeed s -> new KernelChain(speeds, marked);
        };
        return new KernelPair(all, judged);
    }

    /** What decides the numbers, in words. */
    public String settings() {
        return "ellipsoids " + ellipsoids.name() + ", velocities relative to " + relativeTo.words()
                + halo.map(h -> "; halo: " + h.words()).orElse("");
    }

    /** Where the numbers come from. */
    public List<String> citations() {
        var citations = new ArrayList<>(List.of(ellipsoids.name() + ": " + ellipsoids.citation()));
        switch (relativeTo) {
            case VelocityReference.LocalStandardOfRest r -> {}
            case VelocityReference.CircularOrbit r ->
                citations.add(r.potential().name() + ": " + r.potential().citation());
        }
        if (halo.equals(Optional.of(HaloCut.HAWKINS_2023))) {
            citations.add("halo cut: Hawkins (2023), MNRAS, Sec. 2.3");
        }
        return List.copyOf(citations);
    }
}
