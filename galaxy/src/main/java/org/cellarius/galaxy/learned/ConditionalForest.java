package org.cellarius.galaxy.learned;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Trees that say which training stars are like a star: those in its leaves.
 *
 * @param trees each on its own sample of the training stars
 */
public record ConditionalForest(List<RegressionTree> trees) {

    /** Trees that are grown one after another with the same scratch. */
    private static final int AT_ONCE = 8;

    public ConditionalForest {
        trees = List.copyOf(trees);
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("a forest without trees");
        }
    }

    /** Grows the trees; the forest does not depend on how the tasks are done. */
    static ConditionalForest grown(TrainingStars stars, ForestPlan plan, Tasks tasks) {
        int[][] ranks = TreeGrowth.ranks(stars);
        var random = new CounterRandom(plan.seed()).forPurpose("forest");
        var trees = new RegressionTree[plan.trees()];
        int groups = (plan.trees() + AT_ONCE - 1) / AT_ONCE;
        tasks.each(groups, group -> {
            var growth = new TreeGrowth(stars, ranks, plan.leastInLeaf());
            for (int t = group * AT_ONCE; t < Math.min((group + 1) * AT_ONCE, plan.trees()); t++) {
                CounterRandom.OfStar own = random.of(t);
                trees[t] = growth.grow(sample(stars.stars(), own), own);
            }
        });
        return new ConditionalForest(Stream.of(trees).toList());
    }

    /** Stars drawn without replacement. */
    private static int[] sample(int stars, CounterRandom.OfStar random) {
        int[] order = new int[stars];
        Arrays.setAll(order, i -> i);
        int wanted = (int) Math.round(ForestPlan.SHARE * stars);
        for (int i = 0; i < wanted; i++) {
            int other = i + (int) (random.uniform(i) * (stars - i));
            int star = order[other];
            order[other] = order[i];
            order[i] = star;
        }
        return Arrays.copyOf(order, wanted);
    }

    /** Of each tree, which training stars it was grown on. */
    boolean[][] seen(int stars) {
        return trees.stream()
                .map(tree -> {
                    boolean[] seen = new boolean[stars];
                    for (int star : tree.stars()) {
                        seen[star] = true;
                    }
                    return seen;
                })
                .toArray(boolean[][]::new);
    }
}
