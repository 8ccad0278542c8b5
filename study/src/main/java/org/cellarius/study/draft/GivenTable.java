package org.cellarius.study.draft;

import java.util.Optional;
import org.cellarius.engine.StarTable;

/**
 * A table that a user gives for a draft.
 *
 * @param written its path as the study will write it
 * @param format word for the format; empty where the content decides
 * @param hdu extension or table; empty for the first
 * @param stars what it holds
 */
public record GivenTable(String written, Optional<String> format, Optional<String> hdu, StarTable stars) {}
