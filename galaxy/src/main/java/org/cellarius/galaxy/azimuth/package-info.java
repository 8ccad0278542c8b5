/**
 * What changes with Galactic azimuth at one radius: the signature of arms and bar in chemistry.
 *
 * <p>Azimuth &beta; is 0 towards the Sun and grows with Galactic rotation. Within a ring a quantity is written as
 * c + &Sigma;<sub>m</sub> (a<sub>m</sub> cos m&beta; + b<sub>m</sub> sin m&beta;). A survey sees a part of the ring only: modes are then not independent, and their covariance, which
 * least squares give, belongs to them as much as their amplitudes.
 */
@NullMarked
package org.cellarius.galaxy.azimuth;

import org.jspecify.annotations.NullMarked;
