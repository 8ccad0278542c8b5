package org.cellarius.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with files of isochrones. */
@Command(
        name = "isochrones",
        description = "Tell what files of isochrones hold, or make one grid of them that is read fast.",
        subcommands = {IsochronesDescribeCommand.class, IsochronesBuildCommand.class})
final class IsochronesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
