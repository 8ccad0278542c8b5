/**
 * Doing what a study says: files to star table, star table to products, products to a result folder that appears whole.
 *
 * <p>The stages are mock survey, raw tables, mapped catalogues, joined and united table, repeats removed, phase space,
 * cuts, products. Tables of stages are kept in a cache under the hash of all that went into them; the cut flow counts the
 * rows before and after each.
 */
@NullMarked
package org.cellarius.study.run;

import org.jspecify.annotations.NullMarked;
