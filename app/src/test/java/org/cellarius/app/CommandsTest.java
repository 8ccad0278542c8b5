package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandsTest {

    @Test
    void everyCommandIsListedUnderItsName() {
        Commands.named()
                .forEach((name, command) ->
                        assertThat(command.getAnnotation(Command.class).name()).isEqualTo(name));
    }

    @Test
    void aLineThatBeginsWithACommandMeansThatOne() {
        assertThat(Commands.of("match", "a.fits", "convert")).isEqualTo(Map.of("match", MatchCommand.class));
        assertThat(Commands.of()).isEqualTo(Commands.named());
        assertThat(Commands.of("mach")).isEqualTo(Commands.named());
        assertThat(Commands.of("--version")).isEqualTo(Commands.named());
        assertThat(Commands.of("help", "match")).isEqualTo(Commands.named());
        assertThat(Commands.of("generate-completion")).isEqualTo(Commands.named());
    }
}
