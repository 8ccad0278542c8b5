/**
 * The steps from catalogue files to the stars that are measured ({@link org.cellarius.study.stage.StudyStage}), and what is said of each in the plan, the report and the
 * provenance. A {@link org.cellarius.study.stage.StarStage} derives columns of each star by itself. A stage knows its kernel (and so its inputs and outputs), what its numbers depend on, whether it
 * is dear, and what is said of it in the plan, the report and the provenance. A new one is a record here, permitted by
 * {@link org.cellarius.study.stage.StarStage} and made in its {@code of}, its section in the schema and its reader.
 */
@NullMarked
package org.cellarius.study.stage;

import org.jspecify.annotations.NullMarked;
