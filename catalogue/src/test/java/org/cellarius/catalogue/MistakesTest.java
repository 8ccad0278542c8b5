package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** All mistakes are told, each once, each with its place. */
final class MistakesTest {
    private final Mistakes mistakes = new Mistakes();

    private static int fails(String what) {
        throw new InputError(what, "here", "Mend it");
    }

    @Test
    void withoutMistakesNothingIsThrown() {
        assertThat(mistakes.attempt(() -> 3)).contains(3);
        assertThatCode(mistakes::check).doesNotThrowAnyException();
    }

    @Test
    void aSingleMistakeIsThrownAsItself() {
        assertThat(mistakes.attempt(() -> fails("a"), 7)).isEqualTo(7);
        assertThatThrownBy(mistakes::check).hasMessage("a (here). Mend it");
    }

    @Test
    void severalAreToldInOrderAndEachOnce() {
        var inner = new Mistakes();
        inner.attempt(() -> fails("b"));
        inner.attempt(() -> fails("c"));
        mistakes.attempt(() -> fails("a"));
        mistakes.add(inner.asOne());
        mistakes.attempt(() -> fails("a"));
        assertThatThrownBy(mistakes::check)
                .isInstanceOfSatisfying(
                        ManyMistakes.class,
                        m -> assertThat(m.all()).extracting(InputError::what).containsExactly("a", "b", "c"))
                .hasMessage("3 mistakes:\n  a (here). Mend it\n  b (here). Mend it\n  c (here). Mend it");
    }

    @Test
    void ofManyTheFirstTwentyAreShownAndTheRestCounted() {
        for (int k = 0; k < 23; k++) {
            String what = "mistake " + k;
            mistakes.attempt(() -> fails(what));
        }
        assertThatThrownBy(mistakes::check)
                .hasMessageStartingWith("23 mistakes:")
                .hasMessageEndingWith("and 3 more");
    }
}
