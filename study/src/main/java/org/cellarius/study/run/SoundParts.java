package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingColumn;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.yaml.Change;
import org.cellarius.catalogue.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is left of a study when its faulty parts are taken out, so that the other parts can be judged. What names a part
 * that was taken out cannot be judged.
 *
 * @param document the study without them
 * @param taken JSON pointers of the parts
 * @param columns columns of the star table that are no longer known, in lower case
 * @param names catalogues, populations and products that are gone
 * @param open whether more columns may be missing than {@code columns} tells
 */
record SoundParts(YamlDocument document, List<String> taken, Set<String> columns, Set<String> names, boolean open) {

    private static final Pattern COLUMN = Pattern.compile("(/catalogues/[^/]+/(?:.*/)?)columns/([^/]+)(?:/.*)?");
    private static final Pattern NAMED = Pattern.compile("/(catalogues|populations|products)/([^/]+)");
    private static final Pattern SETTING = Pattern.compile("^/products/([^/]+)/([^/]+)/");
    private static final Pattern CORRECTION = Pattern.compile("/corrections/([^/]+)(?:/.*)?");
    /** A setting to be varied cannot be read without one of its parts. */
    private static final Pattern VARIED = Pattern.compile("(/vary/settings/[^/]+)/.*");

    private static final Pattern HARMLESS =
            Pattern.compile("/(cuts|populations|products|vary|deduplicate|report|stars|study|title|description)(/.*)?");

    /** Sections whose own place is complained of when another section is not there; what stands in them is judged all the same. */
    private static final Map<String, Set<String>> ASKED_OF = Map.of(
            "/vary", Set.of("/products", "/populations"),
            "/orbits", Set.of("/phase-space"),
            "/errors", Set.of("/phase-space"),
            "/membership", Set.of("/phase-space"),
            "/velocities-relative-to", Set.of("/phase-space"));

    /** Stands in for a Sun that cannot be read: so many sections want one that without any they could not be judged. */
    private static final String STAND_IN_SUN = "\"hawkins2023\"";

    /** Stands where no product is left, as a study without one cannot be read. */
    private static final String STAND_IN =
            "{\"stand-in\": {\"kind\": \"distribution\", \"value\": \"0\", \"width\": 1}}";

    /** All of a study; what a study must have and this one has not is given to it. */
    static SoundParts all(YamlDocument document) {
        return new SoundParts(complete(document), List.of(), Set.of(), Set.of(), false);
    }

    private static YamlDocument complete(YamlDocument document) {
        var changes = new ArrayList<Change>();
        if (!document.root().has("study")) {
            changes.add(Change.to("study", JsonMapper.shared().valueToTree("unnamed"), document.placeOf("/study")));
        }
        if (document.root().path("products").isEmpty()) {
            changes.add(Change.to("products", JsonMapper.shared().readTree(STAND_IN), document.placeOf("/products")));
        }
        return changes.isEmpty() || !document.root().isObject() ? document : document.changed(changes);
    }

    /** Whether a mistake may come of a part that was taken out, and not of the study. */
    boolean explain(InputError e) {
        List<String> pointers = document.pointersAt(e.where());
        if (pointers.stream().anyMatch(p -> taken.stream().anyMatch(t -> t.startsWith(p + "/")))) {
            return true;
        }
        if (pointers.stream()
                .flatMap(p -> ASKED_OF.getOrDefault(p, Set.of()).stream())
                .anyMatch(needed -> taken.stream().anyMatch(t -> t.startsWith(needed)))) {
            return true;
        }
        if (pointers.stream().anyMatch(p -> asksForTaken(p, e))) {
            return true;
        }
        if (pointers.stream().anyMatch(p -> COLUMN.matcher(p).matches())) {
            // The columns of a file are those of the file, whatever became of the star table's.
            return false;
        }
        if (e instanceof MissingColumn m && (open || columns.contains(m.name().toLowerCase(Locale.ROOT)))) {
            return true;
        }
        return pointers.stream().anyMatch(p -> mentions(document.root().at(p)));
    }

    /** Whether a mistake of a product names a setting of it that was taken out, also under a misspelt key: a residual needs a model. */
    private boolean asksForTaken(String pointer, InputError e) {
        Matcher product = SETTING.matcher(pointer + "/");
        if (!product.find()) {
            return false;
        }
        List<String> words = List.of(e.whole().split("[^\\p{Alnum}_-]+"));
        return taken.stream()
                .map(t -> SETTING.matcher(t + "/"))
                .filter(t -> t.find() && t.group(1).equals(product.group(1)))
                .anyMatch(t -> NearestWord.in(words, t.group(2)).isPresent());
    }

    private boolean mentions(JsonNode node) {
        if (node.isContainer()) {
            return node.valueStream().anyMatch(this::mentions);
        }
        String text = node.asString();
        return names.contains(text)
                || names.stream().anyMatch(n -> ("/" + text + "/").contains("/" + n + "/"))
                || columns.stream()
                        .anyMatch(c -> Pattern.compile(
                                        "(?<![\\p{Alnum}_])" + Pattern.quote(c) + "(?![\\p{Alnum}_])",
                                        Pattern.CASE_INSENSITIVE)
                                .matcher(text)
                                .find());
    }

    /** What is left without the parts at which the mistakes stand; empty where nothing can be taken out, or too much. */
    Optional<SoundParts> without(List<InputError> mistakes) {
        SoundParts left = this;
        for (InputError e : mistakes) {
            // A list's elements move up when one is taken out: each mistake is looked for in what is left.
            List<String> pointers = left.document.pointersAt(e.where());
            if (!pointers.isEmpty()) {
                left = e instanceof MissingUnit
                        ? left.canonical(pointers.getFirst())
                        : left.without(pointers.getFirst());
            }
        }
        return left.equals(this) || left.document.root().path("catalogues").isEmpty()
                ? Optional.empty()
                : Optional.of(left);
    }

    /** With units that stand for those that nobody told: of such a column everything else can be judged. */
    private SoundParts canonical(String pointer) {
        Matcher column = COLUMN.matcher(pointer);
        if (!column.matches()) {
            return without(pointer);
        }
        String file = column.group(1).replaceFirst("/$", "");
        if (document.root().at(file).has("units")) {
            return without(pointer);
        }
        var change = Change.to(
                file.substring(1) + "/units", JsonMapper.shared().valueToTree("canonical"), document.placeOf(file));
        return new SoundParts(document.changed(List.of(change)), taken, columns, names, open);
    }

    /** The smallest part around a pointer that can be taken out by itself. */
    private static String part(String pointer) {
        Matcher column = COLUMN.matcher(pointer);
        Matcher varied = VARIED.matcher(pointer);
        return column.matches()
                ? column.group(1) + "columns/" + column.group(2)
                : varied.matches() ? varied.group(1) : pointer;
    }

    private SoundParts without(String pointer) {
        String part = part(pointer);
        var taking = part.equals("/sun") || part.startsWith("/sun/")
                ? Change.to("sun", JsonMapper.shared().readTree(STAND_IN_SUN), document.placeOf("/sun"))
                : new Change(part.substring(1), Optional.empty(), document.placeOf(part));
        SoundParts noted = lacking(part, document);
        return new SoundParts(
                complete(document.changed(List.of(taking))), noted.taken, noted.columns, noted.names, noted.open);
    }

    /** The same parts, knowing what the schema took out before: mistakes at places of a document that are no longer there. */
    SoundParts after(List<InputError> mistakes, YamlDocument before) {
        SoundParts left = this;
        for (InputError e : mistakes) {
            List<String> pointers = before.pointersAt(e.where());
            if (!pointers.isEmpty() && document.root().at(pointers.getFirst()).isMissingNode()) {
                left = left.lacking(pointers.getFirst(), before);
            }
        }
        return left;
    }

    /** What is not known without a part of a document. */
    private SoundParts lacking(String pointer, YamlDocument of) {
        Matcher column = COLUMN.matcher(pointer);
        String part = part(pointer);
        var lost = new LinkedHashSet<>(columns);
        var gone = new LinkedHashSet<>(names);
        Matcher correction = CORRECTION.matcher(part);
        boolean known = true;
        if (column.matches()) {
            lost.add(column.group(2).toLowerCase(Locale.ROOT));
        } else if (correction.matches()) {
            lost.add(correction.group(1).toLowerCase(Locale.ROOT));
        } else {
            known = HARMLESS.matcher(part).matches();
        }
        Matcher named = NAMED.matcher(part);
        if (named.matches()) {
            gone.add(named.group(2));
        }
        of.root()
                .at(part)
                .findValues("columns")
                .forEach(c -> c.propertyNames().forEach(n -> lost.add(n.toLowerCase(Locale.ROOT))));
        var all = new ArrayList<>(taken);
        all.add(part);
        return new SoundParts(document, all, lost, gone, open || !known);
    }
}
