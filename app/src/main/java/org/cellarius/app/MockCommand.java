package org.cellarius.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a mock survey whose truth is known. */
@Command(
        name = "mock",
        subcommands = MockImportCommand.class,
        description = {
            "Write the files of a mock survey in its own format, with the truth beside them: truth.parquet (one row a star) and truth.json.",
            "Then: cellarius run studies/SURVEY --data DIR puts ours beside the truth."
        })
final class MockCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SURVEY",
            description = "long2025, vickers2021, chen2025, hawkins2023 or imig2023: the survey as that paper used it.")
    private String survey = "";

    @Mixin
    private MockOptions options = new MockOptions();

    @Override
    public Integer call() {
        options.write(survey, "SURVEY", Optional.empty());
        return 0;
    }
}
