/**
 * Queries to archives by the Table Access Protocol: one ADQL text there, one VOTable back.
 *
 * <p>TAP (IVOA Recommendation 1.1, 2019ivoa.spec.0927D) has two ways. A <i>synchronous</i> query is one request whose answer is the
 * table; archives allow it seconds to minutes and few rows (Gaia's: 2000 unless asked for more). An <i>asynchronous</i> one is a job (Universal Worker Service 1.1,
 * 2016ivoa.spec.1024H): it is created, told to run, asked for its phase until that is COMPLETED, ERROR or ABORTED, and then holds the table
 * until it is deleted or its time is over. A job lives at the archive and not here: whoever knows its address can go on with it.
 *
 * <p>Archives cut answers: after MAXREC rows, or their own limit. A VOTable then says QUERY_STATUS OVERFLOW <i>behind</i> its
 * table, and a sample that is taken for whole is not; the answer is therefore read to its end before it is used.
 *
 * <p>What comes over the network is believed in nothing. Answers go to a file, of bounded size, and are read from there in constant memory; a server
 * that is silent longer than allowed, that ends too early, that sends a page of HTML or an endless chain of redirections, is a {@link
 * org.cellarius.catalogue.tap.ServiceFailure} that quotes its first words. What the archive says about the ADQL is an
 * {@link org.cellarius.catalogue.InputError}. Only {@code http} and {@code https} are followed, never from the second to the
 * first. No passwords are sent: addresses that contain one are refused, and what needs an account is not done here.
 */
@NullMarked
package org.cellarius.catalogue.tap;

import org.jspecify.annotations.NullMarked;
