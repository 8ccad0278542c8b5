package org.cellarius.study.run;

import org.cellarius.study.Study;
import org.cellarius.study.stage.ResolvedColumns;
import org.cellarius.study.stage.StudyStage;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The study with every default written out: what was done, for a referee to run again. */
final class ResolvedStudy {

    private ResolvedStudy() {}

    /**
     * The study as text.
     *
     * @param written as the study file says it
     * @param study the same with the columns that survey dictionaries gave it
     */
    static String yaml(Study written, Study study) {
        ObjectNode root = study.defaults().over(study.document());
        StudyStage.of(study).forEach(stage -> stage.resolve(root));
        return "# The study as it was run: all defaults written out. Run it with  cellarius run RESULT-FOLDER/study.resolved.yaml --data FOLDER,"
                + " where FOLDER is that of the study file: files that are not beside this one are looked for there.\n"
                + ResolvedColumns.surveys(written)
                + YAMLMapper.builder().build().writeValueAsString(root);
    }
}
