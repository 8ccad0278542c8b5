/**
 * From the text of a study file to a {@link org.cellarius.study.Study}: schema, sections, mistakes with their places.
 */
@NullMarked
package org.cellarius.study.read;

import org.jspecify.annotations.NullMarked;
