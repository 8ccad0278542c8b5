/**
 * A first study for tables that a user has: columns recognised by a survey dictionary or by their usual names, units asked where the files
 * have none, and a gradient, a map and a distribution to begin with.
 */
@NullMarked
package org.cellarius.study.draft;

import org.jspecify.annotations.NullMarked;
