package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.kinematics.KinematicMembership;

/** Probabilities that stars belong to the thin disc, the thick disc and the halo by their velocities. */
public record MembershipStage(KinematicMembership membership) implements StarStage {

    @Override
    public String word() {
        return "membership";
    }

    @Override
    public ColumnKernel kernel() {
        return membership.kernel();
    }

    @Override
    public String settings() {
        return membership.settings() + membership.kernel().outputs() + membership.ellipsoids();
    }

    @Override
    public String plan() {
        return "kinematic membership: " + membership.settings();
    }

    @Override
    public Optional<String> methods() {
        return Optional.of("Kinematic membership: Gaussian " + membership.settings() + " ("
                + String.join("; ", membership.citations()) + ").");
    }

    @Override
    public List<String> citations() {
        return membership.citations();
    }
}
