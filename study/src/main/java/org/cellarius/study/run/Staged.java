package org.cellarius.study.run;

import org.cellarius.engine.StarTable;

/** A table and the hash of all that it was made of. */
record Staged(StarTable table, String key) {}
