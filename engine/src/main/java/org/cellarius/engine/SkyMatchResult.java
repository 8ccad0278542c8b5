package org.cellarius.engine;

/**
 * What a match gave.
 *
 * @param table A's columns, then B's, then {@code separation} (arcsec) and, with motion, {@code moved_to_epoch}; in the order of A,
 *     the candidates of a row nearest first
 * @param summary what is counted in it
 */
public record SkyMatchResult(StarTable table, SkyMatchSummary summary) {}
