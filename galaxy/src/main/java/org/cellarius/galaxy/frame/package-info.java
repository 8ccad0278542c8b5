/**
 * Where a star is and how it moves: ICRS, Galactic and Galactocentric frames.
 *
 * <h2>Galactocentric frame</h2>
 * Right-handed, origin in the Galactic centre: x from the Sun's side through the centre (the Sun at x = &minus;R0 when it
 * lies in the plane), y along Galactic rotation at the Sun, z to the North Galactic Pole. R0 is the distance from the Sun
 * to the centre; the frame is tilted by asin(z_sun/R0), so that the centre lies in the plane z = 0. With p the ICRS vector,
 *
 * <pre>  x = Ry(&minus;asin(z_sun/R0)) ( Rx(roll0) Ry(&minus;dec_gc) Rz(ra_gc) p &minus; (R0, 0, 0) ),
 *   v = the same rotations of dp/dt, plus the Sun's velocity,</pre>
 *
 * (ra_gc, dec_gc) = (266.4051, &minus;28.936175) deg (Reid and Brunthaler 2004, 2004ApJ...616..872R) and roll0 =
 * 58.5986320306 deg, the definition of astropy's {@code Galactocentric} (Astropy Collaboration 2018, 2018AJ....156..123A).
 *
 * <h2>Angles</h2>
 * {@code r} = (x&sup2;+y&sup2;)^&frac12; in kpc; {@code phi} = atan2(y, x) in degrees, (&minus;180, 180], the Sun at 180;
 * {@code v_r} positive outwards; {@code v_phi} = &minus;(x vy &minus; y vx)/r, positive along Galactic rotation (the disc
 * rotates clockwise seen from the North Galactic Pole), {@code v_z} = {@code vz}.
 *
 * <h2>Galactic longitude and latitude</h2>
 * By the matrix that astropy uses (ICRS to FK5 to Galactic); the Hipparcos matrix of the Gaia documentation differs by a
 * rotation of 0.025 arcsec.
 *
 * <h2>Proper motions</h2>
 * 1 mas/yr at 1 kpc is 4.740470463533349 km/s (IAU astronomical unit, Julian year). {@code pmra} contains cos(dec).
 *
 * <p>Accuracy: equal to astropy 5.2 to 1e-10 relative for 1000 stars, poles, wraps and the far side included (tested).
 * Not done here: epoch propagation, light travel time, errors.
 */
@NullMarked
package org.cellarius.galaxy.frame;

import org.jspecify.annotations.NullMarked;
