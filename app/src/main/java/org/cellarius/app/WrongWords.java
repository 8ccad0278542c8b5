package org.cellarius.app;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that cannot be read: the mistake, the word that was meant, and where the help is. */
final class WrongWords {

    private WrongWords() {}

    static String told(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String what = e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? unknown(unmatched.getUnmatched(), command)
                : beginning(String.valueOf(e.getMessage()));
        return what + ". See  " + name + " --help";
    }

    private static String unknown(List<String> words, CommandLine command) {
        String word = words.getFirst();
        if (word.startsWith("-")) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return "there is no option '" + option + "'"
                    + near(
                            command.getCommandSpec().optionsMap().keySet().stream()
                                    .filter(o -> o.startsWith("--"))
                                    .toList(),
                            option);
        }
        return command.getSubcommands().isEmpty()
                ? "'" + word + "' is one word too many"
                : "there is no command '" + word + "'"
                        + near(List.copyOf(Commands.named().keySet()), word);
    }

    private static String near(List<String> words, String word) {
        Optional<String> longer = words.stream()
                .filter(w -> word.length() > 3 && w.startsWith(word))
                .findFirst();
        return longer.or(() -> NearestWord.in(words, word))
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
    }

    /** As a part of our sentence. */
    private static String beginning(String message) {
        return message.isEmpty()
                ? "the command is wrong"
                : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
