/**
 * Mock surveys as files: the stars of {@link org.cellarius.galaxy.mock} written in the formats of surveys, with the truth beside them.
 *
 * <p>{@link org.cellarius.study.mock.MockFormat} is the format of one survey, read from a YAML file among the resources: a new survey is a new file there and a
 * {@link org.cellarius.galaxy.mock.SurveyDesign}. {@link org.cellarius.study.mock.MockFiles} writes it, {@link org.cellarius.study.mock.MockTruth} is {@code truth.json}.
 */
@NullMarked
package org.cellarius.study.mock;

import org.jspecify.annotations.NullMarked;
