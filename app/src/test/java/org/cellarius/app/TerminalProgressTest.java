package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a step that takes long says, on a clock of the test's own. */
class TerminalProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    private TerminalProgress progress(boolean terminal) {
        return new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, clock::get);
    }

    private void pass(TerminalProgress progress, double seconds) {
        clock.addAndGet((long) (seconds * 1e9));
        progress.tick();
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aQuickStepSaysNothing() {
        for (boolean terminal : new boolean[] {true, false}) {
            TerminalProgress progress = progress(terminal);
            progress.begin("reading", 100);
            pass(progress, 1.9);
            progress.advance(100);
            progress.end();
            assertThat(said()).isEmpty();
        }
    }

    @Test
    void plainLinesAreSparse() {
        TerminalProgress progress = progress(false);
        progress.begin("mock samples of line", 200);
        for (int k = 0; k < 700; k++) {
            pass(progress, 0.5);
            if (k == 10) {
                progress.advance(4);
            }
        }
        progress.advance(196);
        progress.end();
        assertThat(said().lines())
                .containsExactly(
                        "mock samples of line: 0 of 200 after 2.0 s",
                        "mock samples of line: 4 of 200 after 10 s, about 8 min left",
                        "mock samples of line: 4 of 200 after 30 s, about 25 min left",
                        "mock samples of line: 4 of 200 after 60 s, about 49 min left",
                        "mock samples of line: 4 of 200 after 2 min, about 98 min left",
                        "mock samples of line: 4 of 200 after 3 min, about 2.5 h left",
                        "mock samples of line: 4 of 200 after 4 min, about 3.3 h left",
                        "mock samples of line: 4 of 200 after 5 min, about 4.1 h left",
                        "mock samples of line: 200 in 6 min");
    }

    @Test
    void aTerminalHasOneLineThatIsWipedForNotesAndAtTheEnd() {
        TerminalProgress progress = progress(true);
        progress.begin("computing", 1000);
        progress.advance(250);
        pass(progress, 3);
        assertThat(said()).isEqualTo("\rcomputing  [██████··················]  25 %, about 9.0 s left\u001b[K");
        progress.note("a word");
        progress.end();
        assertThat(said()).endsWith("\u001b[K\r\u001b[Knote: a word\n");
    }

    @Test
    void ofStepsWithinStepsTheInnermostThatTakesLongIsTold() {
        TerminalProgress progress = progress(false);
        progress.begin("measuring the alternatives", 4);
        pass(progress, 1);
        for (int k = 0; k < 4; k++) {
            progress.begin("reading", 0);
            pass(progress, 1.5);
            progress.end();
            progress.advance(1);
        }
        progress.begin("joining catalogues", 0);
        pass(progress, 3);
        progress.end();
        pass(progress, 2);
        progress.end();
        progress.end();
        assertThat(said().lines())
                .containsExactly(
                        "measuring the alternatives: 0 of 4 after 2.5 s",
                        "joining catalogues: 3.0 s",
                        "joining catalogues in 3.0 s",
                        "measuring the alternatives: 4 of 4 after 12 s, about 0.0 s left",
                        "measuring the alternatives: 4 in 12 s");
    }

    @Test
    void aStepOfUnknownLengthTellsItsTime() {
        TerminalProgress progress = progress(false);
        progress.begin("writing", 0);
        pass(progress, 2.5);
        progress.end();
        assertThat(said().lines()).containsExactly("writing: 2.5 s", "writing in 2.5 s");
    }

    @Test
    void theClockDrawsByItself() throws InterruptedException {
        TerminalProgress progress = progress(false);
        progress.begin("waiting", 0);
        clock.set(5_000_000_000L);
        while (bytes.size() == 0) {
            Thread.sleep(5);
        }
        assertThat(said()).isEqualTo("waiting: 5.0 s\n");
        progress.end();
    }
}
