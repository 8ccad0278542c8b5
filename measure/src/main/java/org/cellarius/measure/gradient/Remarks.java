package org.cellarius.measure.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the fits of a product warn of: each warning once, with the samples and slices that it is true of. */
public final class Remarks {

    /** The part of a warning that differs from slice to slice, and what stands there where it is told beside the slice. */
    private enum Detail {
        CHI_SQUARED(" \\((reduced chi2 [^)]*)\\)", ""),
        STARS("\\b(\\d+ stars)(?= are (?:too )?few| a little too wide)", "the stars");

        private final Pattern pattern;
        private final String inGeneral;

        Detail(String pattern, String inGeneral) {
            this.pattern = Pattern.compile(pattern);
            this.inGeneral = inGeneral;
        }
    }

    /** Where a warning was given. */
    private record Place(String title, String slice, String warning, String detail) {

        String alone() {
            String where = slice.isEmpty() ? "the sample" : "the slice " + slice;
            return (title.isEmpty() ? "" : title + ": ") + where + ": " + warning;
        }

        String among() {
            String where = title.isEmpty() ? slice : slice.isEmpty() ? title : title + ", " + slice;
            return detail.isEmpty() ? where : where + " (" + detail + ")";
        }
    }

    private final Map<String, List<Place>> byWords = new LinkedHashMap<>();

    /**
     * Takes a warning.
     *
     * @param title population and variant; empty where there is one
     * @param slice in plain text; empty without slices
     */
    public void add(String title, String slice, String warning) {
        String words = warning;
        var details = new ArrayList<String>();
        for (Detail detail : Detail.values()) {
            Matcher found = detail.pattern.matcher(words);
            if (found.find()) {
                details.add(found.group(1));
                words = words.substring(0, found.start()) + detail.inGeneral + words.substring(found.end());
            }
        }
        byWords.computeIfAbsent(words, w -> new ArrayList<>())
                .add(new Place(title, slice, warning, String.join(", ", details)));
    }

    /** In the order of their first appearance. */
    public List<String> sentences() {
        return byWords.entrySet().stream()
                .map(e -> sentence(
                        e.getValue().size() == 1
                                ? e.getValue().getFirst().alone()
                                : together(e.getKey(), e.getValue())))
                .toList();
    }

    private static String together(String words, List<Place> places) {
        boolean slices = places.stream().allMatch(p -> p.title().isEmpty());
        return (slices ? "the slices " : "")
                + places.stream().map(Place::among).collect(Collectors.joining("; "))
                + ": " + words;
    }

    static String sentence(String text) {
        String whole = text.startsWith("the ") ? "T" + text.substring(1) : text;
        return whole.endsWith(".") ? whole : whole + ".";
    }
}
