/**
 * Galactic potentials: how strongly the Galaxy pulls at (R, z).
 *
 * <p>A {@link org.cellarius.galaxy.potential.Potential} is a sum of axisymmetric
 * {@link org.cellarius.galaxy.potential.Component}s, symmetric about the plane, with a name, a citation and the (R0, v0) that go
 * with it; {@link org.cellarius.galaxy.potential.Potentials} knows the published ones. Lengths are kpc, masses M&#9737;, velocities
 * km/s, so &Phi; is km&sup2;/s&sup2; and a force per mass km&sup2;/s&sup2;/kpc. &Phi; is zero at infinity (but for the logarithmic
 * halo, which has no such zero). {@code McMillan17} has the full digits of the author's code, {@code McMillan17-rounded} the numbers
 * that galpy carries: two potentials, whose circular speeds differ by 5e-4.
 *
 * <h2>Exact evaluation</h2>
 * Formulas where there are any. Discs of given density &rho; = f(R) h(z) and flattened bulges have none:
 *
 * <pre>  &Phi; = 4&pi;G f(r) H(z) + &sum;_l &Phi;_l(r) P_l(cos &theta;),   H'' = h,   r&sup2; = R&sup2; + z&sup2;.</pre>
 *
 * The first term takes the thin layer out (Kuijken and Dubinski 1995, 1995MNRAS.277.1341K; Dehnen and Binney 1998,
 * 1998MNRAS.294..429D); the rest is a multipole expansion to l = 512 on radii spaced by 2 per cent, solved once, in half a second.
 *
 * <h2>Many stars</h2>
 * {@link org.cellarius.galaxy.potential.ForceField#of} gives the form for orbits: a one-dimensional table of the spherical parts and
 * formulas for the rest, or one two-dimensional spline of everything ({@link org.cellarius.galaxy.potential.TabulatedPotential}),
 * of degree three or, by {@link org.cellarius.galaxy.potential.ForceField#accurate}, of degree five.
 * Its forces are the exact gradient of its potential. {@link org.cellarius.galaxy.potential.GuidingRadii} gives R_c(L_z) of columns.
 *
 * <h2>Accuracy, as tested</h2>
 *
 * <table>
 * <caption>Largest relative errors</caption>
 * <tr><th>what</th><th>against</th><th>&Phi;</th><th>force</th></tr>
 * <tr><td>MWPotential2014, both scalings</td><td>galpy 1.8.1</td><td>1e-12</td><td>1e-12</td></tr>
 * <tr><td>McMillan17-rounded</td><td>direct quadrature of the density</td><td>2e-10</td><td>2e-8</td></tr>
 * <tr><td>McMillan17</td><td>AGAMA 1.0.159, lmax = 384</td><td>2e-8</td><td>3e-7 (AGAMA's own: 8e-7)</td></tr>
 * <tr><td>bicubic table of McMillan17, r &ge; 0.1 kpc, to 25 kpc</td><td>exact evaluation</td><td>2e-7</td><td>3e-5 (median 1e-6)</td></tr>
 * <tr><td>biquintic table of McMillan17, the same places</td><td>exact evaluation</td><td>6e-10</td><td>8e-7 (median 3e-9)</td></tr>
 * <tr><td>formulas as a field, 0.01 kpc to 1e5 kpc</td><td>exact evaluation</td><td>1e-9</td><td>1e-9</td></tr>
 * </table>
 *
 * Second derivatives of expanded components are good to 1e-6, and to 2e-5 where a layer is thinner than r/200; densities are the
 * components' own formulas. galpy's Irrgang13I expands its halo in 40 terms: its force differs from the formula by up to 2.3e-3.
 *
 * <p>Not done: bars, spiral arms, time dependence, potentials not symmetric about the plane.
 */
@NullMarked
package org.cellarius.galaxy.potential;

import org.jspecify.annotations.NullMarked;
