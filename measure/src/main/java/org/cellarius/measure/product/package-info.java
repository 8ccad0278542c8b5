/**
 * What products are made of: stars and samples, quantities with labels and units, tables, figures and notes.
 *
 * <p>A product asks the stars in rounds and gives tables with units and its figures. The engine decides whether
 * columns lie in memory or the table is read again; no number depends on it. A star with a missing value in any of the product's columns does not enter; how many there were is told.
 */
@NullMarked
package org.cellarius.measure.product;

import org.jspecify.annotations.NullMarked;
