package org.cellarius.app;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.tap.ServiceFailure;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.RunFailure;
import org.cellarius.galaxy.kernel.VectorApi;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.study.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of Cellarius. */
@Command(
        name = "cellarius",
        description =
                "Charts the chemistry of the Milky Way: survey catalogues in, metallicity gradients with honest errors out.",
        version = "Cellarius " + Version.NUMBER,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "First steps:  cellarius studies;  cellarius run studies/first-light"})
public final class Cellarius implements Runnable {

    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int INTERRUPTED = 130;

    /** Commands whose kernels are several times slower without the Vector API. */
    private static final Set<String> COMPUTING = Set.of(
            "run", "closure", "fit", "orbits", "actions", "trajectory", "membership", "phase-space", "distances");

    @Option(names = "--details", description = "Show technical details of errors.", scope = ScopeType.INHERIT)
    private boolean details;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    public Cellarius() {}

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Logger.getLogger("uk.ac.starlink").setLevel(Level.WARNING);
        Interruption watch = Interruption.watched(args);
        int code = execute(args);
        if (!PartialFiles.isEnding()) {
            watch.over();
        }
        System.exit(code);
    }

    /** Runs a command; gives its exit code. */
    static int execute(String... args) {
        var root = new Cellarius();
        var line = new CommandLine(root);
        Commands.of(args).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, given) -> tell(e.getCommandLine(), WrongWords.told(e), WRONG_INPUT));
        line.setExecutionStrategy(Cellarius::run);
        line.setExecutionExceptionHandler((e, command, parsed) -> root.explain(e, command));
        return line.execute(args);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int run(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last =
                parsed.subcommands().isEmpty() ? parsed : parsed.subcommands().getLast();
        CommandSpec command = last.commandSpec();
        try {
            TableOutputs.check(last);
            if (COMPUTING.contains(command.name())) {
                VectorApi.lack().ifPresent(lack -> System.err.println("note: " + lack));
            }
            int code = new CommandLine.RunLast().execute(parsed);
            if (code == 0) {
                TableOutputs.deliver(command);
            }
            return code;
        } catch (InputError | UncheckedIOException e) {
            throw new CommandLine.ExecutionException(command.commandLine(), String.valueOf(e.getMessage()), e);
        } finally {
            TableOutputs.discard(command);
        }
    }

    private int explain(Exception e, CommandLine command) {
        if (PartialFiles.isEnding()) {
            // Files vanish under the command: what is to be said of it the watch says.
            return INTERRUPTED;
        }
        if (details) {
            e.printStackTrace(command.getErr());
        }
        return switch (e) {
            case Unmeasurable none -> tell(command, none.getMessage(), FAILED);
            case InputError wrong -> tell(command, wrong.getMessage(), WRONG_INPUT);
            case ServiceFailure failed -> tell(command, failed.getMessage(), FAILED);
            case RunFailure failed -> tell(command, failed.getMessage(), FAILED);
            case UncheckedIOException io -> tell(command, fileTrouble(io.getCause()), FAILED);
            default -> {
                if (!details) {
                    e.printStackTrace(command.getErr());
                }
                yield tell(command, "this is a defect of Cellarius, please report it with the lines above", FAILED);
            }
        };
    }

    private static String fileTrouble(@Nullable Throwable cause) {
        String reason = cause == null ? "unknown reason" : String.valueOf(cause.getMessage());
        if (cause instanceof FileSystemException f) {
            reason = f.getFile() + ": " + why(f);
        }
        boolean full = reason.contains("No space left") || reason.contains("File too large");
        return "a file cannot be read or written: " + reason + "."
                + (full
                        ? " The disk is full, or files may not be that large: free some space, or choose another folder."
                        : "");
    }

    private static String why(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException n -> "there is no such file or folder, and none can be made there";
            case AccessDeniedException n -> "you have not the right to";
            case FileAlreadyExistsException n -> "a file of that name is in the way";
            case NotDirectoryException n -> "it is no folder";
            case DirectoryNotEmptyException n -> "the folder is not empty";
            default -> e.getReason() == null ? "the system does not say why" : String.valueOf(e.getReason());
        };
    }

    private static int tell(CommandLine command, @Nullable String message, int code) {
        // The hidden name of an unfinished file says nothing to the user: the name it would have got does.
        String named = PartialFiles.withoutMarks(String.valueOf(message));
        command.getErr().println(command.getColorScheme().errorText("cellarius: " + named));
        command.getErr().flush();
        return code;
    }
}
