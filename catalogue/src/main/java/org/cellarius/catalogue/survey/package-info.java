/**
 * Survey dictionaries: what the columns of a published table mean, in which unit, what stands for missing, and what the bits
 * of its flags are called.
 *
 * <p>A dictionary is a YAML file that an astronomer can read, copy and change. It gives canonical columns (the names and units
 * of {@link org.cellarius.catalogue.CanonicalColumns}) from the spellings of one table: a survey's own file, VizieR's copy of
 * it, an archive's answer to a query. Whoever writes a study then says {@code survey: apogee-dr17-allstar} instead of forty
 * columns.
 *
 * <ul>
 *   <li>{@link org.cellarius.catalogue.survey.SurveyDictionary}: one table. It is checked when made: units parse, canonical
 *       columns get units that convert, bits lie between 0 and 63, no name stands twice.
 *   <li>{@link org.cellarius.catalogue.survey.FlagNames}: the names of the bits of a 64-bit flag, as in
 *       {@code NOT flag(aspcap, STAR_BAD)}, or of the characters of a string of digits, as in
 *       {@code flag(gspspec, vbroadT) < 2}.
 *   <li>{@link org.cellarius.catalogue.survey.Evidence}: whether a column was seen in a real file, or is known from
 *       documentation only. What nobody has seen in a file may be spelled differently there.
 *   <li>{@link org.cellarius.catalogue.survey.SurveyDictionaries}: those that come with the program, and which of them a
 *       table fits.
 * </ul>
 *
 * <p>Dictionaries may come from strangers: the YAML is read as a tree, without aliases to other parts of it and without tags.
 */
@NullMarked
package org.cellarius.catalogue.survey;

import org.jspecify.annotations.NullMarked;
