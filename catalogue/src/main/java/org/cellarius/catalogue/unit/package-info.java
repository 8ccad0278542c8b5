/**
 * Units of measurement in the spellings found in catalogues.
 *
 * <p>FITS headers follow the FITS standard (Pence et al. 2010, 2010A&amp;A...524A..42P) or not at all, the Gaia archive
 * writes VOUnits ({@code mas.yr**-1}), the CDS its own standard ({@code km/s}, {@code [cm/s2]} for a logarithm, {@code [-]}
 * for dex), astropy another ({@code km / (kpc s)}, {@code dex(cm / s2)}), and people write {@code kms-1}. One grammar reads
 * them all:
 *
 * <pre>
 *   unit     = product { "/" factor }            a product behind a "/" is refused: a/b c is read in two ways
 *   product  = factor { ( blank | "." | "*" ) factor }
 *   factor   = ( symbol | "1" | "(" unit ")" ) [ ( "^" | "**" | "" ) integer ]
 *   log unit = ( "log" | "log10" | "dex" ) "(" unit ")"  |  "[" unit "]"
 * </pre>
 *
 * <p>Letter case counts, as it must ({@code mas} and {@code Mas}, {@code Mpc} and {@code mpc}). Sexagesimal text is not a
 * unit and is refused. Base dimensions are length (m), time (s), plane angle (rad), mass (kg), temperature (K), dex,
 * magnitude, luminosity (solar) and count (electron, photon, pixel, star: the catalogues do not keep them apart). Dex and
 * magnitude are dimensions of their own, so that [Fe/H] and a colour are not mistaken for each other or for a pure number.
 *
 * <p>Constants: au = 149 597 870 700 m (IAU 2012 B2), pc = 648000/π au (IAU 2015 B2), year = Julian year of 365.25 d of
 * 86 400 s, light year with c = 299 792 458 m/s, solar radius and luminosity nominal (IAU 2015 B3), solar mass
 * GM☉/G with CODATA 2018 G as astropy has it.
 */
@NullMarked
package org.cellarius.catalogue.unit;

import org.jspecify.annotations.NullMarked;
