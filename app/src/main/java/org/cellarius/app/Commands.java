package org.cellarius.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.HelpCommand;

/**
 * The commands by name, in the order in which they are listed. Looking into a command's options takes about ten milliseconds:
 * of a line that names a command at its beginning only that one is looked into.
 */
final class Commands {

    private static final Map<String, Class<?>> ALL = all();

    private Commands() {}

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("init", InitCommand.class);
        all.put("run", RunCommand.class);
        all.put("check", CheckCommand.class);
        all.put("closure", ClosureCommand.class);
        all.put("mock", MockCommand.class);
        all.put("studies", StudiesCommand.class);
        all.put("cache", CacheCommand.class);
        all.put("surveys", SurveysCommand.class);
        all.put("describe", DescribeCommand.class);
        all.put("convert", ConvertCommand.class);
        all.put("match", MatchCommand.class);
        all.put("deduplicate", DeduplicateCommand.class);
        all.put("query", QueryCommand.class);
        all.put("send", SendCommand.class);
        all.put("receive", ReceiveCommand.class);
        all.put("phase-space", PhaseSpaceCommand.class);
        all.put("icrs", IcrsCommand.class);
        all.put("epoch", EpochCommand.class);
        all.put("distance", DistanceCommand.class);
        all.put("orbits", OrbitsCommand.class);
        all.put("trajectory", TrajectoryCommand.class);
        all.put("draws", DrawsCommand.class);
        all.put("potential", PotentialCommand.class);
        all.put("membership", MembershipCommand.class);
        all.put("ages", AgesCommand.class);
        all.put("dust", DustCommand.class);
        all.put("isochrones", IsochronesCommand.class);
        all.put("train", TrainCommand.class);
        all.put("predict", PredictCommand.class);
        all.put("fit", FitCommand.class);
        all.put("plot", PlotCommand.class);
        all.put("schema", SchemaCommand.class);
        all.put("help", HelpCommand.class);
        all.put("generate-completion", GenerateCompletion.class);
        return all;
    }

    /** Every command that there is. */
    static Map<String, Class<?>> named() {
        return ALL;
    }

    /** The commands that a line can mean. */
    static Map<String, Class<?>> of(String... line) {
        // Help and completion speak of all the others.
        boolean others =
                line.length == 0 || List.of("help", "generate-completion").contains(line[0]);
        Class<?> one = others ? null : ALL.get(line[0]);
        return one == null ? ALL : Map.of(line[0], one);
    }
}
