package org.cellarius.catalogue.samp;

import org.cellarius.catalogue.TableFormat;

/**
 * A table that another program offers.
 *
 * @param sender its name
 * @param address where the table lies
 * @param format VOTable or FITS, as the message says
 * @param name the table's name; may be empty
 */
public record TableMessage(String sender, String address, TableFormat format, String name) {}
