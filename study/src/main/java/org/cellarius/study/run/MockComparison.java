package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.mock.MockTruth;

/** Finds out whether a study's files are those of a mock survey, whose truth then takes the place of expected numbers. */
final class MockComparison {

    private MockComparison() {}

    /**
     * The truth beside the files of a study.
     *
     * @param inputs the files
     * @param hashes of the files; asked for where there is a truth beside them
     */
    static Optional<MockTruth> truth(List<Path> inputs, InputHashes hashes) {
        var found = new LinkedHashMap<Path, MockTruth>();
        var unknown = new LinkedHashMap<Path, MockTruth>();
        for (Path file : inputs) {
            Path folder = file.getParent();
            if (folder != null) {
                MockTruth.in(folder).ifPresent(truth -> {
                    unknown.put(folder, truth);
                    belongs(truth, folder, file, hashes, found);
                });
            }
        }
        unknown.keySet().removeAll(found.keySet());
        unknown.forEach((folder, truth) -> {
            throw new InputError(
                    "the truth in '" + folder.resolve(MockTruth.FILE) + "' is that of a mock of " + truth.survey()
                            + ", and none of the study's files there is one of its files: "
                            + String.join(", ", truth.files().keySet()),
                    folder.toString(),
                    "Use the files that were written with it, or move truth.json elsewhere");
        });
        return found.values().stream().findFirst();
    }

    /** Whether the truth is that of this study's products. */
    static boolean isOf(MockTruth truth, String study) {
        return truth.survey().equals(study);
    }

    /** What a reader must know of where the numbers come from. */
    static String note(MockTruth truth, String study) {
        return isOf(truth, study)
                ? "The files are those of a mock survey, %s, %,d stars, seed %d: numbers are compared with its truth."
                        .formatted(truth.survey(), truth.stars(), truth.seed())
                : "The files are those of a mock of %s; its truth is that of the study %s and is not compared with this one."
                        .formatted(truth.survey(), truth.survey());
    }

    private static void belongs(
            MockTruth truth, Path folder, Path file, InputHashes hashes, Map<Path, MockTruth> found) {
        String known = truth.files().get(String.valueOf(file.getFileName()));
        if (known == null) {
            return;
        }
        if (!known.equals(hashes.of(file))) {
            throw new InputError(
                    "the truth in '" + folder.resolve(MockTruth.FILE) + "' belongs to another mock: the file '"
                            + file.getFileName() + "' is not the one that was written with it",
                    file.toString(),
                    "Make files and truth anew with  cellarius mock " + truth.survey()
                            + " , or move truth.json elsewhere if these are real data");
        }
        found.put(folder, truth);
    }
}
