/** Learned densities as files and reports: what a model was trained on, how well it foretells stars that it has not seen. */
@NullMarked
package org.cellarius.study.learned;

import org.jspecify.annotations.NullMarked;
