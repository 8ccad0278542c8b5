/**
 * Study files as text: YAML read with the place of every word, checked against the JSON Schema, mistakes told with file,
 * line, column, what is allowed and the nearest right word.
 *
 * <p>Nothing in a study file is code: only plain scalars, lists and maps are built, aliases are bounded, files larger than
 * a megabyte are refused.
 */
@NullMarked
package org.cellarius.study.yaml;

import org.jspecify.annotations.NullMarked;
