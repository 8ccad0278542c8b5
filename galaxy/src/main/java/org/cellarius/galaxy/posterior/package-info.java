/**
 * Posteriors of a few parameters: priors, quadrature on a lattice, importance sampling, chains, and what tells whether they serve.
 *
 * <p>Every computation works in coordinates without edges ({@link org.cellarius.galaxy.posterior.Prior#coordinate}): a slope between
 * &minus;2 and 2 becomes a logit, a scatter above 0 a logarithm. There the posterior and all its derivatives vanish at infinity, and the
 * trapezoidal rule converges faster than any power of its step (Trefethen and Weideman 2014, SIAM Rev. 56, 385): {@link
 * org.cellarius.galaxy.posterior.LatticeQuadrature}, for two and three dimensions. {@link
 * org.cellarius.galaxy.posterior.ImportanceSampler} draws from a Student t about the mode, {@link
 * org.cellarius.galaxy.posterior.EnsembleSampler} walks (Goodman and Weare 2010), {@link
 * org.cellarius.galaxy.posterior.NoUTurnSampler} follows gradients (Hoffman and Gelman 2014). Random numbers come from {@link
 * org.cellarius.galaxy.random.CounterRandom}: the same seed, the same bytes.
 *
 * <p>A chain is believed when its split R-hat is below 1.01 and its effective sample size above 400 (Vehtari et al. 2021, Bayesian
 * Anal. 16, 667); else the fit has a status and no numbers.
 */
@NullMarked
package org.cellarius.galaxy.posterior;

import org.jspecify.annotations.NullMarked;
