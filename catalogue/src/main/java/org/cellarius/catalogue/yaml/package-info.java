/**
 * Files that people write: YAML read with the place of every word, so that mistakes are told with file,
 * line, column, what is allowed and the nearest right word.
 *
 * <p>Nothing in such a file is code: only plain scalars, lists and maps are built, aliases are bounded, files larger than
 * a megabyte are refused.
 */
@NullMarked
package org.cellarius.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
