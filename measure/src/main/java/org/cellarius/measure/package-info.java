/** What is asked of stars in rounds ({@link org.cellarius.measure.Inquiry}), and the line through them that products and commands share. Knows no study and no file. */
@NullMarked
package org.cellarius.measure;

import org.jspecify.annotations.NullMarked;
