/**
 * Which entries of two catalogues lie at the same place on the sky.
 *
 * <p>The separation &theta; of two places comes from the haversine formula (Sinnott 1984, Sky and Telescope 68, 158),
 *
 * <pre>  sin&sup2;(&theta;/2) = sin&sup2;((&delta;&#8321; &minus; &delta;&#8322;)/2) + cos &delta;&#8321; cos &delta;&#8322; sin&sup2;((&alpha;&#8321; &minus; &alpha;&#8322;)/2),</pre>
 *
 * which keeps its digits where stars are matched, at microarcseconds as at degrees (tested against astropy). Two rows are
 * candidates for each other if &theta; is not larger than the radius.
 *
 * <p>Candidates are found by the zones algorithm (Gray, Nieto-Santisteban and Szalay 2006, Microsoft Research report MSR-TR-2006-52):
 * one catalogue is sorted into zones of declination, and within a zone by right ascension; around (&alpha;, &delta;) only right
 * ascensions within asin(sin r / cos &delta;) have to be looked at, and where the circle holds a pole all of them. Nothing is
 * approximate: a zone only says where to look, the separation decides.
 *
 * <p>Which of the candidates are matches is a choice that the literature makes in several ways: {@link
 * org.cellarius.galaxy.sky.Find}. Equal separations: the earlier row of the first table, then the earlier row of the second.
 *
 * <p>How many of the matches are chance is estimated by {@link org.cellarius.galaxy.sky.ChanceMatches}. What is not done:
 * errors of positions, probabilities, brightness (Pineau et al. 2017, 2017A&amp;A...597A..89P, tell how it would be).
 */
@NullMarked
package org.cellarius.galaxy.sky;

import org.jspecify.annotations.NullMarked;
