package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.study.Study;
import org.cellarius.study.read.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the studies that come with Cellarius. */
@Command(name = "studies", description = "List the studies that come with Cellarius.")
final class StudiesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Path home = Path.of(System.getProperty("cellarius.home", ".")).resolve("studies");
        if (!Files.isDirectory(home)) {
            throw new InputError("there is no folder '" + home + "'", "", "Start Cellarius with its launcher");
        }
        var all = Json.object();
        var list = all.putArray("studies");
        for (Path folder : folders(home)) {
            Study study = StudyReader.read(YamlDocument.read(folder.resolve("study.yaml")));
            list.addObject()
                    .put("name", study.name())
                    .put("title", study.title())
                    .put("path", folder.toString());
            if (!json) {
                System.out.printf("%-20s %s%n%-20s %s%n", study.name(), study.title(), "", folder);
            }
        }
        if (json) {
            Json.print(all);
        }
        return 0;
    }

    static List<Path> folders(Path home) {
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(f -> Files.exists(f.resolve("study.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
