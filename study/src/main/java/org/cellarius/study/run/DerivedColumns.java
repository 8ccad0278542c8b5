package org.cellarius.study.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.KernelAfter;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.study.Study;
import org.cellarius.study.stage.StarStage;

/** Appends the columns of a stage to the stars: as they pass where that is cheap, in a table of its own in the cache where it is dear. */
record DerivedColumns(Workshop workshop, Study study) {

    private static final String STATUS = KernelAfter.STATUS;

    /**
     * The stars with the columns of a stage.
     *
     * @param first whether no stage before has given the stars a status
     */
    Staged of(Staged stars, StarStage stage, boolean first) {
        // Membership brings velocities with it that no section asks for.
        String section = study.document().root().has(stage.word()) ? stage.word() : "membership";
        String where = study.document().placeOf("/" + section).toString();
        ColumnKernel kernel = first ? stage.kernel() : new KernelAfter(stage.kernel());
        List<Expression> expressions = kernel.inputs().stream()
                .map(name -> !first && name.equals(STATUS)
                        ? statusNumber()
                        : stars.shape().require(name, where).value())
                .toList();
        refuseTaken(stars, stage, first, section, where);
        List<String> kept = stars.shape().names().stream()
                .filter(name -> first || !name.equals(STATUS))
                .toList();
        String key = workshop.cache().key(stage.word(), List.of(stars.key(), stage.settings()));
        return stage.dear()
                ? inParts(stars, stage, kernel, expressions, kept, key)
                : stars.then(stage.word(), key, before -> before.compute(kernel, expressions, kept));
    }

    private static Expression statusNumber() {
        return new Cases(
                Arrays.stream(StarStatus.values())
                        .map(s -> new Cases.Case(
                                Expression.text(STATUS).isEqualTo(Expression.of(s.name())),
                                Expression.of((long) s.number())))
                        .toList(),
                Optional.empty());
    }

    private static void refuseTaken(Staged stars, StarStage stage, boolean first, String section, String where) {
        Stream.concat(
                        stage.kernel().outputs().stream().map(OutputColumn::name),
                        first ? Stream.of(STATUS) : Stream.empty())
                .filter(output -> stars.shape().column(output).isPresent())
                .findFirst()
                .ifPresent(output -> {
                    throw new InputError(
                            "'" + section + "' gives the column '" + output + "', which a catalogue has already",
                            where,
                            "Give the catalogue's column another name, for example " + output + "_published");
                });
    }

    /** What takes long: a run that was killed goes on after the last part. */
    private Staged inParts(
            Staged stars,
            StarStage stage,
            ColumnKernel kernel,
            List<Expression> expressions,
            List<String> kept,
            String key) {
        return Staged.kept(
                workshop,
                List.of(stars),
                stage.word(),
                key,
                path -> workshop.cache().inParts(stage.word(), key, parts -> {
                    stage.prepare(workshop.progress());
                    return workshop.engine()
                            .applyKernelInParts(
                                    stars.table(), kernel, expressions, kept, parts, path, workshop.progress());
                }));
    }
}
