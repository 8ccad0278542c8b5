package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StageCache;
import org.cellarius.study.MockDisc;
import org.cellarius.study.MockOfSurvey;
import org.cellarius.study.MockSurvey;
import org.cellarius.study.mock.MockFiles;

/** Writes the files of the mock survey of a study. */
final class MockSurveyFiles {

    private MockSurveyFiles() {}

    /** The folder of the files: from the cache, or written now. */
    static Path write(MockSurvey survey, Engine engine, StageCache cache, Progress progress) {
        String key = cache.key("mock", List.of(key(survey)));
        return cache.folder("mock", key, survey.files(), folder -> {
            switch (survey) {
                case MockDisc disc -> MockDiscFiles.write(disc, engine, folder, progress);
                case MockOfSurvey mock -> new MockFiles(mock.order(), engine, progress).write(folder);
            }
        });
    }

    private static String key(MockSurvey survey) {
        return switch (survey) {
            case MockDisc disc -> disc.toString();
            case MockOfSurvey mock -> mock.order().toString();
        };
    }
}
