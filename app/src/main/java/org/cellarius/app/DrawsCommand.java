package org.cellarius.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.frame.DrawnStates;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the draws themselves. */
@Command(
        name = "draws",
        description = {
            "Write the Monte-Carlo draws of each star's phase space, a row each: x y z vx vy vz r phi v_r v_phi v_z.",
            "They are the draws of which phase-space --draws tells the moments: the same seed gives the same ones."
        })
final class DrawsCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--sun",
            paramLabel = "NAME",
            required = true,
            description =
                    "hawkins2023, vickers2021, astropy-v4.0, schoenrich2010, bland-hawthorn-gerhard2016 or gravity2021: those with a published velocity.")
    private String sun = "";

    @Mixin
    private ErrorOptions errors = new ErrorOptions();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        var frame = new GalactocentricFrame(Choice.of("Sun", sun, Sun.named(), Sun::name, "--sun"));
        int draws = errors.bareDraws();
        tool.append(
                tables.in(),
                tables.out(),
                new Step(Pace.QUICK, EarlierStatus.IN_THE_WAY),
                (session, table) -> repeated(session, table, draws),
                table -> kernel(frame, table));
        return 0;
    }

    private DrawnStates kernel(GalactocentricFrame frame, StarTable table) {
        ErrorColumns columns = errors.columns(table);
        try {
            return new DrawnStates(frame, columns, errors.seed());
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--sun", "Take another Sun").withCause(e);
        }
    }

    /** Each star as often as it is drawn, numbered. */
    private StarTable repeated(TableSession session, StarTable table, int draws) {
        for (String name : List.of("star_number", "draw")) {
            if (table.column(name).isPresent()) {
                throw new InputError(
                        "the table has already a column '" + name + "'",
                        tables.in().toString(),
                        "Rename it in the file");
            }
        }
        Relation numbered = Relation.of(table)
                .with(
                        new TableColumn("star_number", ColumnType.LONG, "", "row of the star in the input, from 0"),
                        new RowNumber());
        return session.engine()
                .write(
                        new Relation.Repeated(
                                numbered,
                                draws,
                                new TableColumn("draw", ColumnType.LONG, "", "number of the draw, from 0")),
                        session.scratch("repeated.parquet"));
    }
}
