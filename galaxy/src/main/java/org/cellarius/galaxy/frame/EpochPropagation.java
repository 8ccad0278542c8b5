package org.cellarius.galaxy.frame;

/**
 * Straight motion of a star from one epoch to another, rigorous in all six dimensions.
 *
 * <p>With the normal triad (p, q, r) and, at the first epoch, parallax &varpi;, proper motion &mu; = p pmra + q pmdec
 * (rad/yr) and radial proper motion &mu;_r = v_r &varpi;/A_v, after t years
 *
 * <pre>  f = [1 + 2 &mu;_r t + (&mu;&sup2; + &mu;_r&sup2;) t&sup2;]^(&minus;1/2)
 *   r' = (r (1 + &mu;_r t) + &mu; t) f,   &varpi;' = &varpi; f
 *   &mu;' = [&mu; (1 + &mu;_r t) &minus; r &mu;&sup2; t] f&sup3;,   &mu;_r' = [&mu;_r + (&mu;&sup2; + &mu;_r&sup2;) t] f&sup2;</pre>
 *
 * (ESA 1997, The Hipparcos and Tycho Catalogues, vol. 1, sec. 1.5.5; Butkevich and Lindegren 2014,
 * 2014A&amp;A...570A..62B, without light-time effects). There and back: 1e-12 relative (tested).
 */
final class EpochPropagation {

    /** Radians of one milliarcsecond. */
    static final double RADIANS_PER_MAS = Math.PI / 180 / 3600e3;

    private final double years;

    EpochPropagation(double years) {
        this.years = years;
    }

    /**
     * Moves one star.
     *
     * @param star ra dec (deg), parallax (mas), pmra pmdec (mas/yr), radial velocity (km/s)
     * @return the same quantities at the later epoch
     */
    double[] move(double[] star) {
        LocalAxes axes = LocalAxes.at(star[0], star[1]);
        double parallaxMas = star[2];
        Direction mu = axes.combine(star[3] * RADIANS_PER_MAS, star[4] * RADIANS_PER_MAS, 0);
        double mu2 = mu.dot(mu);
        // v = kappa mu / parallax: the same constant turns km/s into a rate of the logarithm of the distance.
        double muRadial = star[5] * parallaxMas / PhaseSpaceKernel.KMS_PER_MASYR_KPC * RADIANS_PER_MAS;
        double t = years;
        double outwards = 1 + muRadial * t;
        double f = 1 / Math.sqrt(1 + 2 * muRadial * t + (mu2 + muRadial * muRadial) * t * t);
        Direction later = axes.outward().times(outwards).plus(mu.times(t)).times(f);
        Direction muLater =
                mu.times(outwards).plus(axes.outward().times(-mu2 * t)).times(f * f * f);
        double muRadialLater = (muRadial + (mu2 + muRadial * muRadial) * t) * f * f;
        LocalAxes turned = LocalAxes.towards(later);
        double parallaxLaterMas = parallaxMas * f;
        return new double[] {
            later.raDeg(),
            later.decDeg(),
            parallaxLaterMas,
            turned.east().dot(muLater) / RADIANS_PER_MAS,
            turned.north().dot(muLater) / RADIANS_PER_MAS,
            muRadialLater / RADIANS_PER_MAS * PhaseSpaceKernel.KMS_PER_MASYR_KPC / parallaxLaterMas
        };
    }
}
