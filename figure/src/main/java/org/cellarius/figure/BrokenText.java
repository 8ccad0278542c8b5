package org.cellarius.figure;

import java.util.ArrayList;
import java.util.List;

/** Long text in lines that are about as long. */
final class BrokenText {

    /** Steps in which the shortest lines are looked for. */
    private static final int STEPS = 12;

    private BrokenText() {}

    /** As few lines as fit the room, broken at blanks outside of markup. A word that is longer stands alone. */
    static List<RichText> within(String markup, double sizePt, Typeface face, double roomPt) {
        List<String> words = words(markup);
        List<String> best = greedy(words, sizePt, face, roomPt);
        int fewest = best.size();
        // After a comma, where that takes no more lines.
        List<String> byParts = greedy(parts(words), sizePt, face, roomPt);
        if (byParts.size() <= fewest
                && byParts.stream().allMatch(l -> RichText.of(l, sizePt, face).widthPt() <= roomPt)) {
            return byParts.stream().map(line -> RichText.of(line, sizePt, face)).toList();
        }
        for (int step = 1; step < STEPS; step++) {
            List<String> shorter = greedy(words, sizePt, face, roomPt * (STEPS - step) / STEPS);
            if (shorter.size() > fewest) {
                break;
            }
            best = shorter;
        }
        return best.stream().map(line -> RichText.of(line, sizePt, face)).toList();
    }

    private static List<String> greedy(List<String> words, double sizePt, Typeface face, double roomPt) {
        var lines = new ArrayList<String>();
        for (String word : words) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.isEmpty() || RichText.of(longer, sizePt, face).widthPt() > roomPt) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }

    /** Words up to a comma. */
    private static List<String> parts(List<String> words) {
        var parts = new ArrayList<String>();
        boolean open = false;
        for (String word : words) {
            if (open) {
                parts.set(parts.size() - 1, parts.getLast() + " " + word);
            } else {
                parts.add(word);
            }
            open = !word.endsWith(",");
        }
        return parts;
    }

    private static List<String> words(String markup) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = markup.indexOf(' '); i >= 0; i = markup.indexOf(' ', i + 1)) {
            boolean open = markup.lastIndexOf('{', i) > markup.lastIndexOf('}', i) && markup.indexOf('}', i) > 0;
            if (!open) {
                words.add(markup.substring(start, i));
                start = i + 1;
            }
        }
        words.add(markup.substring(start));
        return words;
    }
}
