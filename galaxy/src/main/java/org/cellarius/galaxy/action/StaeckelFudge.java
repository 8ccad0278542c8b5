package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/** The St&auml;ckel approximation of one block of stars after the other. Not thread-safe: one for each thread. */
final class StaeckelFudge {

    final StaeckelStars stars = new StaeckelStars();

    private final ForceField field;
    private final FocalFinder focal;
    private final FudgeReference reference;
    private final double[] rho = new double[StaeckelStars.CAPACITY];
    private final double[] inPlane = new double[StaeckelStars.CAPACITY];
    private final double[] zero = new double[StaeckelStars.CAPACITY];
    private final OrbitLimits limits;
    private final ActionIntegrals integrals;
    private final Frequencies frequencies;
    private final Angles angles;

    StaeckelFudge(ForceField field, FocalFinder focal, FudgeReference reference) {
        this.reference = reference;
        this.field = field;
        this.focal = focal;
        limits = new OrbitLimits(field, stars);
        integrals = new ActionIntegrals(field, stars);
        frequencies = new Frequencies(field, stars, integrals);
        angles = new Angles(stars, integrals);
    }

    /** Energies of the first n stars, whose states have been set. */
    void energies(int n) {
        field.potentials(n, stars.radius, stars.z, stars.phi);
        for (int i = 0; i < n; i++) {
            double turning = stars.vPhi[i];
            stars.energy[i] =
                    stars.phi[i] + 0.5 * (stars.vr[i] * stars.vr[i] + stars.vz[i] * stars.vz[i] + turning * turning);
            double lz = stars.radius[i] * turning;
            stars.lz2[i] = lz * lz;
        }
    }

    /** Boxes and actions of stars given by their spheroidal coordinates, squared momenta, energies and &Delta;&sup2;. */
    void actionsAt(int n) {
        field.potentials(n, stars.radius, stars.z, stars.phi);
        stars.constants(n);
        limits.find(n);
        integrals.actions(n);
    }

    /** Boxes and actions of the first n stars, which are bound and have energies. */
    void actions(int n) {
        focal.find(n, stars);
        stars.toSpheroidal(n);
        switch (reference) {
            case STAR -> {}
            case PLANE -> referToPlane(n);
        }
        limits.find(n);
        integrals.actions(n);
    }

    /** Frequencies of stars that have actions. */
    void frequencies(int n) {
        frequencies.find(n);
    }

    /** Angles of stars that have frequencies. */
    void angles(int n) {
        angles.find(n);
    }

    private void referToPlane(int n) {
        for (int i = 0; i < n; i++) {
            rho[i] = Math.sqrt(stars.sigma[i]);
        }
        field.potentials(n, rho, zero, inPlane);
        stars.referToPlane(n, inPlane);
    }
}
