package org.cellarius.measure.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.cellarius.catalogue.Choice;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.BrokenLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinePriors;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.RunningMedianLine;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.fit.StructuralLine;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Prior;

/** A chosen line in the words of a study, with every setting that it uses: read again, it is the same line. */
public final class LineWords {

    private final SequencedMap<String, Object> words = new LinkedHashMap<>();

    private LineWords() {}

    /** Keys and values of the section {@code method}: texts, numbers, lists of numbers, and a map of priors. */
    public static SequencedMap<String, Object> of(LineChoice line) {
        var told = new LineWords();
        told.words.put("name", line.method().word());
        told.form(line.form());
        line.ageBin().ifPresent(told::ageBin);
        line.resampling().ifPresent(told::resampling);
        return told.words;
    }

    private void form(LineForm form) {
        switch (form) {
            case LineForm.Whole f -> line(f.line());
            case LineForm.Chen2025 f -> posterior(priors(f.priors()), f.computation());
            case LineForm.OfAgeBins f -> {
                f.edgesGyr().ifPresent(edges -> put(LineSetting.AGE_EDGES, edges));
                posterior(priors(f.priors()), f.computation());
            }
        }
    }

    private void line(LineEstimator line) {
        switch (line) {
            case LeastSquares l -> {
                if (l.method() == LineMethod.WLS) {
                    put(LineSetting.ERRORS, Choice.word(l.errors()));
                }
            }
            case OrthogonalDistanceRegression l -> {}
            case TheilSen l -> {}
            case QuantileLine l -> put(LineSetting.QUANTILE, l.probability());
            case BinnedMedianLine l -> {
                put(LineSetting.BIN_WIDTH, l.width());
                put(LineSetting.BIN_MINIMUM, l.minimumCount());
                put(LineSetting.BIN_WEIGHTS, Choice.word(l.weighting()));
            }
            case RunningMedianLine l -> {
                put(LineSetting.WINDOW, l.window());
                put(LineSetting.OVERLAP, l.overlap());
                l.lowest().ifPresent(x -> put(LineSetting.POINTS_FROM, x));
            }
            case ScatterLine l -> posterior(priors(l.priors()), l.computation());
            case StructuralLine l -> posterior(priors(l.priors()), l.computation());
            case StudentLine l -> {
                put(LineSetting.DEGREES_OF_FREEDOM, l.degreesOfFreedom());
                posterior(priors(l.priors()), l.computation());
            }
            case OutlierMixtureLine l -> {
                SequencedMap<String, Object> all = priors(l.priors());
                all.put("outlier_fraction", l.fraction().text());
                all.put("outlier_mean", l.mean().text());
                all.put("outlier_sd", l.sd().text());
                posterior(all, l.computation());
            }
            case BrokenLine l -> {
                SequencedMap<String, Object> all = priors(l.priors());
                l.breakX().map(Prior::text).ifPresent(text -> all.put("break_x", text));
                posterior(all, l.computation());
            }
            case Chen2025Line l -> posterior(priors(l.priors()), l.computation());
            case AgeMixtureLine l -> {
                put(LineSetting.AGE_EDGES, l.edgesGyr());
                posterior(priors(l.priors()), l.computation());
            }
            case ResampledLine l -> {
                line(l.line());
                resampling(l.resampling());
            }
        }
    }

    private static SequencedMap<String, Object> priors(LinePriors priors) {
        var texts = new LinkedHashMap<String, Object>();
        texts.put("slope", priors.slope().text());
        texts.put("intercept", priors.intercept().text());
        texts.put("scatter", priors.scatter().text());
        return texts;
    }

    private void posterior(Map<String, Object> priors, Computation computation) {
        put(LineSetting.PRIOR, priors);
        put(LineSetting.COMPUTATION, computation.word());
        switch (computation) {
            case Computation.Quadrature c -> {}
            case Computation.Importance c -> drawn(c.draws(), c.seed());
            case Computation.Ensemble c -> {
                put(LineSetting.WALKERS, c.walkers());
                drawn(c.steps(), c.seed());
            }
            case Computation.NoUTurn c -> drawn(c.steps(), c.seed());
        }
    }

    private void drawn(int steps, long seed) {
        put(LineSetting.STEPS, steps);
        put(LineSetting.SEED, seed);
    }

    private void ageBin(Span bin) {
        put(LineSetting.AGE_BIN, List.of(bin.low(), bin.high()));
    }

    private void resampling(Resampling resampling) {
        switch (resampling) {
            case Resampling.Bootstrap r -> {
                put(LineSetting.RESAMPLE, "bootstrap:" + r.replicates());
                put(LineSetting.SEED, r.seed());
            }
            case Resampling.JackknifeOfStars r -> put(LineSetting.RESAMPLE, "jackknife");
            case Resampling.JackknifeOfGroups r -> {
                put(LineSetting.RESAMPLE, "jackknife:" + r.groups());
                put(LineSetting.SEED, r.seed());
            }
        }
    }

    private void put(LineSetting setting, Object value) {
        words.put(setting.word(), value);
    }
}
