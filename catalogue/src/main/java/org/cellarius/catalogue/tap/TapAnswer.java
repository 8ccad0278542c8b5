package org.cellarius.catalogue.tap;

import java.nio.file.Path;

/**
 * An archive's table, whole and looked through.
 *
 * @param votable the file that holds it
 * @param overflow whether the archive said that it holds back rows
 */
public record TapAnswer(Path votable, boolean overflow) {}
