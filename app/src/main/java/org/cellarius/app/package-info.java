/**
 * The {@code cellarius} command: one small class per subcommand.
 *
 * <p>Results go to files, what scripts read goes to standard output as one JSON object, everything else to standard error.
 * Exit codes: 0 done, 1 the run failed, 2 the study or the command is wrong, 130 interrupted.
 */
@NullMarked
package org.cellarius.app;

import org.jspecify.annotations.NullMarked;
