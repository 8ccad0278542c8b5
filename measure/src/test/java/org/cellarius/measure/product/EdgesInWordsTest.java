package org.cellarius.measure.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edges of slices in titles: short, and still those of the slices. */
class EdgesInWordsTest {

    private static List<String> words(Double... edges) {
        List<Double> all = List.of(edges);
        return all.stream().map(e -> Numbers.edge(e, all)).toList();
    }

    @Test
    void thirdsAreRounded() {
        assertThat(words(2.0, 13 / 3.0, 20 / 3.0, 9.0)).containsExactly("2", "4.33", "6.67", "9");
        assertThat(words(0.0, 1 / 30.0, 2 / 30.0, 0.1)).containsExactly("0", "0.0333", "0.0667", "0.1");
        assertThat(words(-Math.PI, 0.0, Math.PI)).containsExactly("−3.14", "0", "3.14");
        assertThat(words(7000.0, 23000 / 3.0, 25000 / 3.0, 9000.0)).containsExactly("7000", "7667", "8333", "9000");
    }

    @Test
    void whatSomebodyWroteStays() {
        assertThat(words(0.0, 2.25, 3.5)).containsExactly("0", "2.25", "3.5");
        assertThat(words(0.0, 0.12345, 1.0)).containsExactly("0", "0.12345", "1");
        assertThat(words(0.1 + 0.2, 0.4, 0.7)).containsExactly("0.3", "0.4", "0.7");
        assertThat(words(Double.NEGATIVE_INFINITY, 1.0, Double.POSITIVE_INFINITY))
                .containsExactly("−∞", "1", "∞");
    }

    @Test
    void neighboursStayApart() {
        List<Double> narrow =
                IntStream.rangeClosed(0, 70).mapToObj(i -> 8 + i / 700.0).toList();
        assertThat(narrow.stream().map(e -> Numbers.edge(e, narrow)).distinct().count())
                .isEqualTo(71);
    }
}
