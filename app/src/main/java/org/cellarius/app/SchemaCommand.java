package org.cellarius.app;

import org.cellarius.study.read.StudySchema;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of study files, for editors. */
@Command(name = "schema", description = "Print the JSON Schema of study files, for editors.")
final class SchemaCommand implements Runnable {
    @Override
    public void run() {
        System.out.print(StudySchema.text());
    }
}
