package org.cellarius.study.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.engine.SkyMatch;
import org.cellarius.galaxy.frame.Epochs;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.SkyRadius;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.CatalogueSource.Unmatched;
import org.cellarius.study.MatchSource;
import org.cellarius.study.MatchSource.Motion;
import org.cellarius.study.MatchSource.Side;

/** The section {@code match} of a catalogue: one match, or a list of them, one after the other. */
final class MatchReader {

    private MatchReader() {}

    static CatalogueSource withMatches(CatalogueSource catalogue, Section s) {
        CatalogueSource so = catalogue;
        List<Section> sections = s.oneOrMore("match");
        Set<String> names = new HashSet<>();
        for (Section m : sections) {
            String name = m.optionalText("name").orElse("");
            if (sections.size() > 1 && (name.isEmpty() || !names.add(name))) {
                throw new InputError(
                        name.isEmpty()
                                ? "several matches of one catalogue need names"
                                : "two matches of '" + catalogue.name() + "' are called '" + name + "'",
                        m.place().toString(),
                        "Give each a name of its own, for example  name: gaia ; their columns are separation_gaia …");
            }
            so = so.withMatch(match(name, m, so));
        }
        return so;
    }

    private static MatchSource match(String name, Section m, CatalogueSource catalogue) {
        CatalogueSource.FileSource file = CatalogueReader.file(m);
        String suffix = name.isEmpty() ? "" : "_" + name;
        Find find = m.choice("find", "way to find matches", Arrays.asList(Find.values()));
        SkyRadius radius = m.place("radius").checked(() -> new SkyRadius(m.quantity("radius", "deg")));
        SkyMatch.Join join = m.choiceOr(
                                "unmatched",
                                "rule for rows without a match",
                                Arrays.asList(Unmatched.values()),
                                Unmatched.DROP)
                        == Unmatched.KEEP
                ? SkyMatch.Join.LEFT
                : SkyMatch.Join.INNER;
        Optional<Section> errors = m.optionalSection("errors");
        return new MatchSource(
                name,
                file,
                new SkyMatch(
                        radius,
                        find,
                        join,
                        suffix,
                        errors.map(MatchReader::sigmas).orElse(OptionalDouble.empty())),
                motion(m, file, catalogue),
                errors.map(e -> new MatchSource.Errors(e.text("a"), e.text("b"))),
                m.place());
    }

    private static OptionalDouble sigmas(Section errors) {
        double sigmas = errors.number("sigmas");
        if (!(sigmas > 0 && sigmas <= 1000)) {
            throw new InputError(
                    sigmas + " sigmas",
                    errors.place("sigmas").toString(),
                    "A number above 0 and up to 1000 is expected");
        }
        return OptionalDouble.of(sigmas);
    }

    private static Optional<Motion> motion(Section m, CatalogueSource.FileSource file, CatalogueSource catalogue) {
        List<Double> years = m.numbers("epochs");
        if (years.isEmpty()) {
            if (m.has("moved")) {
                throw new InputError(
                        "'moved' without epochs",
                        m.place("moved").toString(),
                        "Add them, for example  epochs: [2000, 2016]");
            }
            return Optional.empty();
        }
        if (catalogue.epochYear().filter(y -> !y.equals(years.getFirst())).isPresent()) {
            throw new InputError(
                    "the catalogue '" + catalogue.name() + "' has the epoch "
                            + catalogue.epochYear().get() + ", its match says " + years.getFirst(),
                    m.place("epochs").toString(),
                    "The first of the epochs is that of the catalogue's positions");
        }
        file.survey()
                .filter(s -> !file.names(MatchSource.PLACE.getFirst()))
                .flatMap(s -> s.dictionary().epochYear())
                .filter(y -> !y.equals(years.getLast()))
                .ifPresent(y -> {
                    throw new InputError(
                            "the survey dictionary of " + file.path() + " has the epoch " + y + ", the match says "
                                    + years.getLast(),
                            m.place("epochs").toString(),
                            "The second of the epochs is that of the file's positions; if they are other ones than the survey's, name them under 'columns'");
                });
        Epochs epochs = m.place("epochs").checked(() -> new Epochs(years.getFirst(), years.getLast()));
        if (m.has("moved")) {
            return Optional.of(new Motion(epochs, m.choice("moved", "table", Arrays.asList(Side.values()))));
        }
        var able = new ArrayList<Side>();
        if (MatchSource.MOTION.stream().allMatch(catalogue::has)) {
            able.add(Side.A);
        }
        if (MatchSource.MOTION.stream().allMatch(file::has)) {
            able.add(Side.B);
        }
        if (able.size() != 1) {
            throw new InputError(
                    able.isEmpty()
                            ? "neither file gives 'pmra' and 'pmdec', and positions cannot be carried to another epoch"
                            : "both files give 'pmra' and 'pmdec', and only one is carried to the other's epoch",
                    m.place("epochs").toString(),
                    able.isEmpty()
                            ? "Add them to the columns, or leave the epochs out and take a larger radius"
                            : "Say  moved: a  (the catalogue) or  moved: b  (the file)");
        }
        m.tell("moved", Choice.word(able.getFirst()));
        return Optional.of(new Motion(epochs, able.getFirst()));
    }
}
