package org.cellarius.catalogue.samp;

/**
 * How another program took a table.
 *
 * @param client its name
 * @param taken whether it answered that all went well
 * @param reason what it said otherwise; empty if it took the table
 */
public record Delivery(String client, boolean taken, String reason) {}
