package org.cellarius.galaxy.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.random.CounterRandom;

/** Every training star is foretold by a density that was learned without it: the stars are dealt to folds, each of which is held out once. */
public final class CrossValidation {

    private static final int AT_ONCE = 64;

    private CrossValidation() {}

    /**
     * Holds out each star once.
     *
     * @param folds how many; the seed of the plan deals the stars
     * @param told hears the number of each fold that is done, from 1
     * @return the stars in the order of training
     */
    public static List<HeldOut> of(
            TrainingStars stars, ForestPlan plan, int folds, Tasks tasks, java.util.function.IntConsumer told) {
        if (folds < 2 || folds > stars.stars() / 5) {
            throw new IllegalArgumentException(
                    folds + " folds of " + stars.stars() + " stars; there may be 2, or as many as leave 5 in each");
        }
        var random = new CounterRandom(plan.seed()).forPurpose("folds");
        int[] dealt = IntStream.range(0, stars.stars())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> random.uniform(i, 0)))
                .mapToInt(i -> i)
                .toArray();
        var all = new ArrayList<HeldOut>();
        for (int fold = 0; fold < folds; fold++) {
            int own = fold;
            int[] out = IntStream.range(0, dealt.length)
                    .filter(k -> k % folds == own)
                    .map(k -> dealt[k])
                    .sorted()
                    .toArray();
            int[] in = IntStream.range(0, dealt.length)
                    .filter(k -> k % folds != own)
                    .map(k -> dealt[k])
                    .sorted()
                    .toArray();
            LearnedDensity learned = LearnedDensity.learned(stars.of(in), plan, tasks);
            all.addAll(foretold(learned, stars, out, fold, tasks));
            told.accept(fold + 1);
        }
        all.sort(Comparator.comparingInt(HeldOut::star));
        return List.copyOf(all);
    }

    private static List<HeldOut> foretold(
            LearnedDensity learned, TrainingStars stars, int[] out, int fold, Tasks tasks) {
        HeldOut[] found = new HeldOut[out.length];
        tasks.each((out.length + AT_ONCE - 1) / AT_ONCE, part -> {
            var density = new StarDensity(learned);
            for (int k = part * AT_ONCE; k < Math.min((part + 1) * AT_ONCE, out.length); k++) {
                int star = out[k];
                double[] labels = stars.labelsOf(star);
                density.observe(labels);
                found[k] = new HeldOut(
                        star,
                        fold,
                        stars.targets()[star],
                        density.quantile(0.5),
                        density.quantile(Predictions.LOW),
                        density.quantile(Predictions.HIGH),
                        density.level(stars.targets()[star], stars.errors()[star]),
                        learned.space().holds(labels));
            }
        });
        return List.of(found);
    }
}
