package org.cellarius.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide holds every function with all its words and its meaning. */
class FunctionGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "expressions.md");

    @ParameterizedTest
    @EnumSource(StarFunction.class)
    void theGuideTellsEveryFunction(StarFunction function) throws IOException {
        String row = Files.readAllLines(GUIDE).stream()
                .filter(l -> l.endsWith("| " + function.meaning().replace("|", "\\|") + " |"))
                .findFirst()
                .orElse("");
        assertThat(row).as("row of " + function).isNotEmpty();
        function.words().stream()
                .filter(w -> Character.isLetter(w.charAt(0)))
                .forEach(w -> assertThat(row).contains("`" + w + "`"));
    }
}
