/**
 * What is learned from stars that are known well: the conditional density of a quantity (mass, age, luminosity) given labels (temperatures,
 * abundances), for stars that have the labels alone.
 *
 * <p>A random forest finds for each star the training stars that are like it; their targets, with the weights of the forest, are a sample of the
 * conditional density (quantile regression forest: Meinshausen 2006, J. Mach. Learn. Res. 7, 983). {@link org.cellarius.galaxy.learned.LearnedDensity}
 * takes out what is left of the slope among those stars, and the errors of the training targets, and calibrates levels by stars that the trees have not
 * seen. {@link org.cellarius.galaxy.learned.TrainingSpace} tells which stars are unlike all training stars,
 * {@link org.cellarius.galaxy.learned.CrossValidation} how well the densities tell of stars held out.
 */
@NullMarked
package org.cellarius.galaxy.learned;

import org.jspecify.annotations.NullMarked;
