/**
 * Ages of stars from isochrones.
 *
 * <p>A star is measured (T_eff, log g, [Fe/H], magnitudes, &hellip;) with errors. Each isochrone, of one age and composition, is a curve in that space along which the initial mass grows.
 * The likelihood of an age is the sum over compositions and over the curve of how well each piece fits, weighted with the number of stars born with the
 * masses of the piece ({@link org.cellarius.galaxy.age.KroupaMassFunction}); J&oslash;rgensen &amp; Lindegren 2005 (2005A&amp;A...436..127J) call it G.
 *
 * <p>{@link org.cellarius.galaxy.age.IsochroneGrid} holds isochrones as columns. {@link org.cellarius.galaxy.age.SegmentBlocks} lays the pieces between neighbouring points out for the
 * observables of a study, in blocks with boxes about them, so that blocks which cannot matter are left out with a certificate.
 * {@link org.cellarius.galaxy.age.VickersLikelihood} is the likelihood as Vickers, Shen &amp; Li 2021 (2021ApJ...922..189V) describe it.
 */
@NullMarked
package org.cellarius.galaxy.age;

import org.jspecify.annotations.NullMarked;
