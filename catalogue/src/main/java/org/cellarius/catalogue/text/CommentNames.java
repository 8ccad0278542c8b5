package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;

/**
 * Column names out of the comments before the data: numbered or bare, one per line, or all in one line, perhaps with a line of units
 * below. Where several lines could be meant nothing is guessed.
 */
final class CommentNames {
    /** {@code col 2: ra (deg)}, {@code 2 ra}, {@code [2] ra}, {@code Column 2 = ra}. */
    private static final Pattern NUMBERED = Pattern.compile(
            "\\s*(?:col(?:umn)?\\.?\\s{0,3})?[\\[(]?(\\d{1,4})[\\])]?\\s{0,3}(?:[:=.)-]\\s{0,9}|\\s{1,9})(\\S.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BRACKET_AT_END = Pattern.compile("(.*?)\\s*(\\[[^\\]]*\\]|\\([^)]*\\))\\s*");
    private static final Pattern WORDS_BEHIND_NAME = Pattern.compile("(\\S+)(?:\\s{2,}|\\t|\\s+[-:]\\s+)(\\S.*)");
    private static final Set<String> OF_PROSE =
            Set.of("of", "the", "and", "from", "with", "for", "by", "are", "see", "this", "were", "was");
    private static final Set<String> USUAL = Set.of("id", "name", "star", "ra", "dec", "teff", "logg", "feh", "mag");

    /**
     * The names found.
     *
     * @param last whether they stand in the comment just before the data
     */
    record Found(List<String> names, List<String> units, boolean last) {}

    private final Path path;
    private final List<String> comments;
    private final int width;
    private final Separation separation;

    private CommentNames(Path path, List<String> comments, int width, Separation separation) {
        this.path = path;
        this.comments = comments.stream().filter(c -> !isRule(c)).toList();
        this.width = width;
        this.separation = separation;
    }

    /**
     * Looks through the comments, signs taken off, for the names of some columns.
     *
     * @throws InputError if several lines could be the names
     */
    static Optional<Found> in(Path path, List<String> comments, int width, Separation separation) {
        return new CommentNames(path, comments, width, separation).find();
    }

    private Optional<Found> find() {
        Optional<Found> listed = numbered();
        return listed.isPresent() ? listed : inOneLine().or(this::onePerLine);
    }

    /** Lines numbered from 1 to the number of columns, the last such run in the comments. */
    private Optional<Found> numbered() {
        var written = new ArrayList<String>();
        boolean last = false;
        for (int k = 0; k < comments.size(); k++) {
            Matcher line = NUMBERED.matcher(comments.get(k));
            if (!line.matches()) {
                continue;
            }
            int number = Integer.parseInt(line.group(1));
            if (number == 1) {
                written.clear();
            }
            if (number == written.size() + 1) {
                written.add(line.group(2).strip());
                last = k == comments.size() - 1;
            }
        }
        return written.size() == width && width > 1 ? Optional.of(parted(written, last)) : Optional.empty();
    }

    /** Name, words of description and unit of lines with one column each. */
    private static Found parted(List<String> written, boolean last) {
        var names = new ArrayList<String>();
        for (String line : written) {
            Matcher described = WORDS_BEHIND_NAME.matcher(line);
            if (!described.matches()) {
                names.add(line);
                continue;
            }
            Matcher unit = BRACKET_AT_END.matcher(described.group(2));
            boolean hasUnit = unit.matches()
                    && Unit.tryParse(unit.group(2).substring(1, unit.group(2).length() - 1))
                            .isPresent();
            names.add(hasUnit ? described.group(1) + " " + unit.group(2) : described.group(1));
        }
        return new Found(List.copyOf(names), List.of(), last);
    }

    private Optional<Found> inOneLine() {
        var candidates = new ArrayList<Integer>();
        for (int k = 0; k < comments.size(); k++) {
            List<String> words = words(k);
            if (words.size() == width && isNames(words)) {
                candidates.add(k);
            }
        }
        List<String> units = List.of();
        int lastLine = comments.size() - 1;
        if (candidates.size() > 1) {
            int below = candidates.getLast();
            int above = candidates.get(candidates.size() - 2);
            if (below == above + 1 && areUnits(words(below)) && !areUnits(words(above))) {
                units = words(below).stream().map(CommentNames::bare).toList();
                candidates.removeLast();
                lastLine = below == lastLine ? above : lastLine;
            }
        }
        if (candidates.size() > 1) {
            List<Integer> likely =
                    candidates.stream().filter(k -> lookLikeNames(words(k))).toList();
            if (likely.size() != 1) {
                throw several(candidates);
            }
            candidates.retainAll(likely);
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        int line = candidates.getFirst();
        return Optional.of(new Found(words(line), units, line == lastLine));
    }

    /** As many comments as columns at the end, with one word each, perhaps with its unit behind it. */
    private Optional<Found> onePerLine() {
        int first = comments.size() - width;
        if (width < 2 || first < 0 || (first > 0 && isOneName(comments.get(first - 1)))) {
            return Optional.empty();
        }
        List<String> block = comments.subList(first, comments.size());
        return block.stream().allMatch(CommentNames::isOneName)
                ? Optional.of(new Found(block.stream().map(String::strip).toList(), List.of(), true))
                : Optional.empty();
    }

    private static boolean isOneName(String comment) {
        String name = NameWithUnit.of(comment.strip()).name();
        return !name.isEmpty()
                && name.chars().noneMatch(Character::isWhitespace)
                && NumberText.kindOf(name) == NumberText.Kind.WORD
                && ".:,".indexOf(name.charAt(name.length() - 1)) < 0;
    }

    private List<String> words(int line) {
        var words = new ArrayList<String>();
        separation.split(comments.get(line), words);
        return List.copyOf(words);
    }

    /** Words that can be names: no numbers, none twice, no marks of a sentence. */
    private static boolean isNames(List<String> words) {
        boolean different = new HashSet<>(words).size() == words.size();
        return areUnits(words) || (different && words.stream().allMatch(CommentNames::canBeName));
    }

    private static boolean canBeName(String word) {
        return !word.isEmpty()
                && NumberText.kindOf(word) == NumberText.Kind.WORD
                && !OF_PROSE.contains(word)
                && ".:,;=".indexOf(word.charAt(word.length() - 1)) < 0;
    }

    /** A name that the star table knows, or a sign that prose does not have. */
    private static boolean lookLikeNames(List<String> words) {
        return words.stream().anyMatch(w -> {
            String lower = w.toLowerCase(Locale.ROOT);
            return USUAL.contains(lower)
                    || CanonicalColumns.unitOf(lower).isPresent()
                    || w.indexOf('_') >= 0
                    || w.indexOf('[') >= 0
                    || w.indexOf('/') >= 0;
        });
    }

    /** Whether all words are units or dashes, and at least one is a unit. */
    private static boolean areUnits(List<String> words) {
        return words.stream().allMatch(w -> isDash(w) || Unit.tryParse(bare(w)).isPresent())
                && words.stream().anyMatch(w -> !isDash(w));
    }

    private static boolean isDash(String word) {
        return bare(word).chars().allMatch(c -> c == '-');
    }

    private static String bare(String word) {
        boolean brackets = (word.startsWith("[") && word.endsWith("]")) || (word.startsWith("(") && word.endsWith(")"));
        String inside = brackets ? word.substring(1, word.length() - 1) : word;
        return inside.chars().allMatch(c -> c == '-') ? "" : inside;
    }

    private static boolean isRule(String comment) {
        return comment.chars().noneMatch(Character::isLetterOrDigit);
    }

    private InputError several(List<Integer> lines) {
        return new InputError(
                "several comments have as many words as there are columns: '"
                        + comments.get(lines.get(lines.size() - 2)).strip() + "' and '"
                        + comments.get(lines.getLast()).strip() + "'",
                path.toString(),
                "Put the " + width + " names into a line of their own before the data, without a #");
    }
}
