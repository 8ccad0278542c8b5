/**
 * Line fits as a command line or a study file words them: a method, settings as texts, priors by parameter.
 *
 * <p>{@link org.cellarius.measure.fit.LineReader} checks them and makes the {@link org.cellarius.galaxy.fit.LineEstimator}. Who uses it says
 * where each setting stands, so that a mistake is told at its place. A setting that the method does not use is a mistake too: a
 * prior that changes nothing would look as if it did.
 */
@NullMarked
package org.cellarius.measure.fit;

import org.jspecify.annotations.NullMarked;
