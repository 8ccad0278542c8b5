/** Ages as a study or a command asks for them: which isochrones, which observables, which method. */
@NullMarked
package org.cellarius.study.age;

import org.jspecify.annotations.NullMarked;
