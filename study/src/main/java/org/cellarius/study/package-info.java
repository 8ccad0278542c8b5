/**
 * A study: one readable file that says which catalogues are read, what is done to them and what is measured.
 *
 * <p>{@link org.cellarius.study.Study} is the study as values, every default filled in and every number in internal units
 * (kpc, km/s, Gyr, dex, degrees); {@link org.cellarius.study.read.StudyReader} makes it from YAML. The package {@code run} does
 * what it says, {@code product} measures, {@code report} writes what a referee wants to see.
 */
@NullMarked
package org.cellarius.study;

import org.jspecify.annotations.NullMarked;
