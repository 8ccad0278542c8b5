package org.cellarius.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a study and its inputs without running it. */
@Command(
        name = "check",
        description = "Check a study, its files, columns, units and expressions without running; print the plan.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Option(names = "--json", description = "Print the plan as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        StudyRun run = options.run(Overwrite.REFUSE, new NotesOnly());
        List<String> plan = run.check();
        if (json) {
            var object = Json.object();
            object.put("study", run.study().name());
            var steps = object.putArray("plan");
            plan.forEach(steps::add);
            run.notes().forEach(object.putArray("notes")::add);
            Json.print(object);
        } else {
            System.out.println("The study '" + run.study().name() + "' is in order. It would");
            for (int k = 0; k < plan.size(); k++) {
                System.out.printf("%3d. %s%n", k + 1, plan.get(k));
            }
        }
        return 0;
    }
}
