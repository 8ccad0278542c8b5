package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.StarNumbers;

/** Stars that are being looked for, side by side: where one is found the next one begins. Which stars are found does not depend on their neighbours. */
final class StarsInFlight {

    /** So many at once that steps run on whole registers and their columns stay in the cache. */
    static final int MOST = 512;

    /** Tries after which a survey is said to see nothing. */
    private static final int MOST_TRIES = 4_000_000 / Tries.DRAWS;

    private final SurveyDesign design;
    private final CounterRandom random;
    private final long[] numbers;
    private final MockStar[] found;
    private final int[] row = new int[MOST];
    private final int[] sample = new int[MOST];
    private final int[] attempt = new int[MOST];
    private final long[] key = new long[MOST];
    private final boolean[] landed = new boolean[MOST];
    private int begun;
    private int count;

    StarsInFlight(SurveyDesign design, CounterRandom random, long[] numbers) {
        this.design = design;
        this.random = random;
        this.numbers = numbers;
        this.found = new MockStar[numbers.length];
        while (begun < Math.min(MOST, numbers.length)) {
            begin(count++);
        }
    }

    private void begin(int place) {
        CounterRandom.OfStar star = random.of(numbers[begun]);
        row[place] = begun++;
        sample[place] = sample(star.uniform(-1));
        attempt[place] = 0;
        landed[place] = false;
        key[place] = star.key();
    }

    private int sample(double uniform) {
        double sum = 0;
        for (int s = 0; s < design.samples().size() - 1; s++) {
            sum += design.samples().get(s).share();
            if (uniform < sum) {
                return s;
            }
        }
        return design.samples().size() - 1;
    }

    boolean some() {
        return count > 0;
    }

    MockStar[] found() {
        return found;
    }

    /** The next try of each, or the next few where few stars are left. */
    void tryAll(Tries t) {
        int each = MOST / count;
        int k = 0;
        for (int i = 0; i < count; i++) {
            if (attempt[i] >= MOST_TRIES) {
                throw new NothingSeen(design, sample[i], MOST_TRIES);
            }
            for (int j = 0; j < each; j++) {
                long before = (long) attempt[i]++ * Tries.DRAWS;
                t.place[k] = i;
                t.sample[k] = sample[i];
                t.uniformKey[k] = StarNumbers.uniformsFrom(key[i], before);
                t.normalKey[k] = StarNumbers.normalsFrom(key[i], before);
                k++;
            }
        }
        t.count = k;
    }

    /** Whether the star at that place waits for a try that succeeds: the first one counts. */
    boolean waits(int place) {
        return !landed[place];
    }

    void land(int place, MockStar star) {
        found[row[place]] = star;
        landed[place] = true;
    }

    /** Begins the next stars where one was found; at the end the last ones take the empty places. */
    void follow() {
        for (int place = count - 1; place >= 0; place--) {
            if (waits(place)) {
                continue;
            }
            if (begun < numbers.length) {
                begin(place);
            } else {
                count--;
                row[place] = row[count];
                sample[place] = sample[count];
                attempt[place] = attempt[count];
                key[place] = key[count];
                landed[place] = landed[count];
            }
        }
    }
}
