/**
 * What a study derives of each star by itself, a stage at a time. A stage knows its kernel (and so its inputs and outputs), what its numbers depend on, whether it
 * is dear, and what is said of it in the plan, the report and the provenance. A new one is a record here, permitted by
 * {@link org.cellarius.study.stage.StarStage} and made in its {@code of}, its section in the schema and its reader.
 */
@NullMarked
package org.cellarius.study.stage;

import org.jspecify.annotations.NullMarked;
