/**
 * Actions, frequencies and the box of an orbit from one point of it, in the St&auml;ckel approximation ("fudge"; Binney 2012,
 * 2012MNRAS.426.1324B; Sanders and Binney 2016, 2016MNRAS.457.2107S).
 *
 * <p>In prolate spheroidal coordinates R = &Delta; sinh u sin v, z = &Delta; cosh u cos v a potential of the form &Phi; = [U(u) &minus;
 * V(v)]/(sinh&sup2;u + sin&sup2;v) has three integrals and separates. A galaxy's is nearly so with a &Delta; that depends on the
 * orbit: U is read off the real &Phi; along a hyperboloid v = const, V along the spheroid u = const through the star. Then p_u(u) and
 * p_v(v) are known, their zeros are the orbit's box, and
 *
 * <pre>  J_R = (1/2&pi;) &#8750; p_u du,   J_z = (1/2&pi;) &#8750; p_v dv,   L_z = R v_&phi;,</pre>
 *
 * each over a full period, so that for small motions J_R = E_R/&kappa; and J_z = E_z/&nu;. Units kpc and km/s. L_z is positive along
 * rotation. Computed with &sigma; = &Delta;&sup2;sinh&sup2;u and q = cos&sup2;v, which are regular in the plane, on the axis and for &Delta; =
 * 0, where everything is exact in spherical potentials.
 *
 * <h2>Choices</h2>
 * Where the foci are ({@link org.cellarius.galaxy.action.FocalDistance}); along which hyperboloid U is read
 * ({@link org.cellarius.galaxy.action.FudgeReference}): galpy takes that of the plane, AGAMA that through the star, which finds
 * pericentres of halo orbits three times better in MWPotential2014 and McMillan17; star by star or from tables ({@link org.cellarius.galaxy.action.ActionForm}).
 *
 * <h2>The box</h2>
 * Zmax is the height of its corner, (&lambda;_max &nu;_max)^&frac12;/&Delta;. The apocentre, as a distance from the centre, is that of
 * the same corner; the pericentre lies in the plane. The largest cylindrical radius is that in the plane, the smallest that of the
 * corner (u_min, v_min).
 *
 * <h2>Accuracy, as tested</h2>
 * Of the formulas: limits agree with galpy 1.8.1 to 1e-9 for the same &Delta;; its ten nodes are up to 2e-3 off in J, and with ten
 * nodes we agree to 1e-6; AGAMA 1.0.159 at its own &Delta; to 2e-4 (median; its default potential is 1e-4 off). Actions of the isochrone
 * and of Kepler's potential come out to 3e-6, frequencies to 3e-3 at worst (nearly radial and nearly polar orbits).
 *
 * <p>Of the approximation: |ratio &minus; 1| of Zmax against integrated orbits (10 Gyr, 400 stars of MWPotential2014 rescaled to 8.27 kpc
 * and 236 km/s; median / 95 per cent), and of the smallest R:
 *
 * <table>
 * <caption>Error of the box, through the star</caption>
 * <tr><th>orbits</th><th>Zmax, shell orbits</th><th>Zmax, at star</th><th>R_min, shell orbits</th><th>R_min, at star</th></tr>
 * <tr><td>thin disc</td><td>1.4e-3 / 2.4e-2</td><td>9e-4 / 1.2e-2</td><td>5e-5 / 5e-4</td><td>2e-5 / 9e-4</td></tr>
 * <tr><td>|z| &lt; 10 pc</td><td>1.8e-3 / 9e-3</td><td>1.4e-4 / 6e-3</td><td>3e-7 / 6e-6</td><td>2e-7 / 3e-6</td></tr>
 * <tr><td>thick disc</td><td>3.5e-3 / 2.8e-2</td><td>2.4e-3 / 3.9e-2</td><td>1.1e-3 / 6e-3</td><td>1.2e-3 / 2.4e-2</td></tr>
 * <tr><td>halo</td><td>7e-3 / 0.17</td><td>7e-3 / 0.16</td><td>5e-3 / 5e-2</td><td>8e-3 / 0.12</td></tr>
 * <tr><td>eccentric</td><td>8e-2 / 0.35</td><td>7e-2 / 0.36</td><td>5e-3 / 2.5e-2</td><td>3e-3 / 2.9e-2</td></tr>
 * </table>
 *
 * In McMillan17 and Irrgang13I eccentric orbits have median errors of Zmax of 0.6 and 0.8: the box is then no description of
 * the orbit, and it has to be integrated.
 *
 * <p>Of the tables against the direct form, disc stars in McMillan17: J_R 2.5e-4 / 4e-3, J_z 4e-4 / 1.1e-2, Zmax 4e-4 / 1.1e-2,
 * apocentre 4e-5 / 3e-4; hot stars (110 km/s in each direction, 1.5 to 22 kpc) J_R 6e-4 / 7e-3, J_z 4e-3 / 6e-2.
 *
 * <p>Not done: resonant and chaotic orbits, which have no actions of this kind; potentials that are not axisymmetric.
 */
@NullMarked
package org.cellarius.galaxy.action;

import org.jspecify.annotations.NullMarked;
