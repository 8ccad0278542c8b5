/**
 * Where the spiral arms and the bar are, as the literature draws them.
 *
 * <p>An arm is a logarithmic spiral, ln(R / R_k) = &minus;(&beta; &minus; &beta;_k) tan &psi;, with the azimuth &beta; in degrees from the direction of the Sun, growing in
 * the direction of Galactic rotation. In the frame of this program (Sun at negative x, rotation towards positive y) x = &minus;R cos &beta; and y = R sin &beta;.
 */
@NullMarked
package org.cellarius.galaxy.spiral;

import org.jspecify.annotations.NullMarked;
