/**
 * Tables to and from other programs on this machine, such as TOPCAT and Aladin, by SAMP.
 *
 * <p>SAMP (IVOA Recommendation 1.3, 2012ivoa.spec.1104T) lets programs talk through a hub, which TOPCAT and Aladin bring with them. A table is not sent itself, but its
 * address, in a message {@code table.load.votable} or {@code table.load.fits}; the receiver reads it and answers whether that went well. The hub is
 * found by a file in the user's home, or by the variable {@code SAMP_HUB}.
 *
 * <p>Only tables are sent and taken; no other message is obeyed. The library is JSAMP.
 */
@NullMarked
package org.cellarius.catalogue.samp;

import org.jspecify.annotations.NullMarked;
