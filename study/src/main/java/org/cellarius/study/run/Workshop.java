package org.cellarius.study.run;

import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StageCache;

/**
 * What the stages of a run share.
 *
 * @param cache where tables of stages are kept
 * @param progress hears what is under way
 */
record Workshop(Engine engine, StageCache cache, Progress progress) {}
