package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.engine.Progress;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.gradient.Gradient;
import org.cellarius.study.read.StudyReader;
import org.cellarius.study.read.StudySchema;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The study with all defaults written out: nothing that the schema has a default for is missing, and it runs to the same bytes. */
class ResolvedStudyTest {

    private static final String STARS =
            "ra: ra, dec: dec, distance: d, distance_error: de, pmra: pmra, pmdec: pmdec, radial_velocity: rv, pmra_error: {from: ae, unit: mas/yr}, pmdec_error: {from: ae, unit: mas/yr}, radial_velocity_error: {from: ae, unit: km/s}";

    /** Every section that has a default, with nothing in it that can be left out. */
    private static final String STUDY = """
            study: bare
            catalogues:
              survey:
                file: stars.csv
                units: canonical
                columns: {id: id, %s, fe_h: feh, fe_h_error: fe, published_age: {from: age, unit: Gyr}, published_age_error: {from: ae, unit: Gyr}}
                join: {file: more.csv, on: id, columns: {id: id, snr: {from: snr, unit: ""}}}
                match: {file: more.csv, radius: 1 arcsec, find: each, columns: {ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, g: {from: g, unit: mag}}}
              second: {file: stars.csv, units: canonical, columns: {%s, fe_h: feh, fe_h_error: fe, published_age: {from: age, unit: Gyr}, published_age_error: {from: ae, unit: Gyr}}, selection: {sub: {kind: counts, file: counts.csv}}}
              third: {file: more.csv, columns: {id: id, ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}}}
            sun: vickers2021
            phase-space: positions-and-velocities
            errors: {distance: normal}
            orbits: {potential: MWPotential2014, actions: {}}
            membership: {set: bensby2003}
            ages: {isochrones: iso.csv, observables: [{name: m, error: 0.1, of: distance}, {name: n, of: distance}]}
            corrections:
              flat: {of: fe_h, against: r, trend: line, zero-point: residual}
            products:
              slopes: {kind: gradient, x: r, y: fe_h, method: ols, slices: {of: published_age, edges: [0, 4, 8, 12]}, slope-of-slopes: {errors: with-errors, prior: {}}, points: {size: r}}
              running: {kind: running-median, x: r, y: fe_h, window: 20, overlap: 0.5}
              medians: {kind: binned-median, x: r, y: fe_h, width: 0.5}
              plane: {kind: plane, statistic: median, plane: x-y, value: fe_h, cell: 1 kpc, contours: {levels: [0.5], of: enclosed}, running-median: {}, line: ols,
                      overlays: [{bar: {}}, {arm: {radius: 8, pitch: 12, from: -20, to: 60}}, {line: {x: [0, 1], y: [0, 1]}}, {arms: {file: arms.csv}}, {grid: {file: grid.csv, levels: [0.5]}}, {lines: {file: grid.csv}}]}
              rings: {kind: azimuth, value: fe_h, slices: {of: r, edges: [5, 12]}, reference: ring-line}
              births: {kind: birth-radii, value: fe_h, slices: {of: published_age, edges: [0, 6, 12]}, width: constant, scale-length: 3 kpc, gradient-now: -0.07 dex/kpc}
              smooth: {kind: smooth-map, value: fe_h, along: [{of: x, range: [-14, -2]}, {of: y, range: [-6, 6]}], excess: {}}
              wandering: {kind: migration, value: fe_h, age: published_age, age-errors: {error: {of: 0.2 * published_age, unit: Gyr}, shape: normal, oldest: 13 Gyr}, radius: {of: r, unit: kpc}, scale-length: 3 kpc, scale-length-loss: 0.03 1/Gyr, enrichment: linear, reference-radius: 8 kpc}
              disc: {kind: density-profile, draws: 200, selection: {volume: {distance: 30 kpc}}}
              fields: {kind: density-profile, selection: {lines-of-sight: {file: fields.csv}}}
              surveyed: {kind: density-profile, draws: 200, selection: {catalogue: {tracer: {kind: fixed, colours: {fe_h: 0}, scatter: 0}, extinction: none, distance: 4 kpc}}}
              shape: {kind: distribution, value: fe_h, width: 0.1}
            vary:
              settings:
                count: {set: products/slopes/minimum-count, to: [31]}
            """.formatted(STARS, STARS);

    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(StudySchema.text());

    @TempDir
    Path folder;

    @Test
    void everyKeyThatCanBeLeftOutSaysWhatThatMeans() {
        var silent = new TreeSet<String>();
        optional(SCHEMA, "", (pointer, property) -> {
            String comment = property.path("$comment").asString("");
            if (property.has("default")
                    == (comment.startsWith("Without it: ") || comment.startsWith("Written out: "))) {
                silent.add(pointer);
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void allDefaultsAreWrittenOutAndItRunsToTheSameBytesAndResolvesToItself() throws IOException {
        MiniStudy mini = mini(200).study(STUDY);
        Map<String, String> first = results(mini, "first");
        String resolved = Files.readString(folder.resolve("first/study.resolved.yaml"));
        everyDefaultOfTheSchemaIsWrittenOut(
                YamlDocument.parse("resolved", resolved).root());
        mini.study(resolved);
        assertThat(unlike(first, results(mini, "second"))).isEmpty();
        assertThat(resolvedBody("second")).isEqualTo(resolvedBody("first"));
    }

    private static void everyDefaultOfTheSchemaIsWrittenOut(JsonNode resolved) {
        var seen = new TreeSet<String>();
        var missing = new TreeSet<String>();
        walk(SCHEMA, "", resolved, "", seen, missing);
        assertThat(missing).isEmpty();
        var all = new TreeSet<String>();
        optional(SCHEMA, "", (pointer, property) -> {
            if (writtenOut(property)) {
                all.add(pointer);
            }
        });
        assertThat(seen).isEqualTo(all).hasSizeGreaterThan(40);
        assertThat(resolved.at("/errors/sky").asString()).isEqualTo("exact");
        assertThat(resolved.at("/products/slopes/minimum-count").asInt()).isEqualTo(30);
        assertThat(resolved.at("/products/surveyed/selection/catalogue/nearest").asString())
                .isEqualTo("0 kpc");
    }

    /** The resolved study runs where it lies, with the folder of the study file opened to it. */
    @Test
    void whereItLiesItRunsWithTheFolderOfItsFiles() throws IOException {
        // All that names a file; of the products that take longest one, with few draws.
        MiniStudy mini = mini(200)
                .study(
                        STUDY.substring(0, STUDY.indexOf("  births:"))
                                + "  fields: {kind: density-profile, draws: 200, selection: {lines-of-sight: {file: fields.csv}}}\n");
        Map<String, String> first = results(mini, "first");
        Path resolved = folder.resolve("first/study.resolved.yaml");
        assertThat(Files.readString(resolved).lines().findFirst().orElseThrow())
                .startsWith("#")
                .contains("cellarius run RESULT-FOLDER/study.resolved.yaml --data FOLDER");
        Path again = folder.resolve("again");
        new StudyRun(
                        new RunOptions(
                                resolved,
                                DataFolders.of(List.of(folder.toString())),
                                again,
                                folder.resolve("cache2"),
                                Overwrite.REFUSE,
                                2,
                                512),
                        Progress.SILENT)
                .run();
        assertThat(Files.readString(again.resolve("tables/slopes.csv")))
                .isEqualTo(Files.readString(folder.resolve("first/tables/slopes.csv")));
        assertThat(first).isNotEmpty();
        assertThatThrownBy(() -> new StudyRun(
                                new RunOptions(
                                        resolved,
                                        DataFolders.NONE,
                                        folder.resolve("third"),
                                        folder.resolve("cache2"),
                                        Overwrite.REFUSE,
                                        2,
                                        512),
                                Progress.SILENT)
                        .run())
                .hasMessageContaining("there is no file");
    }

    /** Each with its fewest words. */
    @Test
    void everyLineIsWrittenWithItsSettings() throws IOException {
        var products = new StringBuilder("products:\n");
        for (String word : LineChoice.METHODS) {
            String method = switch (word) {
                case "binned-median" -> "{name: binned-median, bin-width: 0.5}";
                case "running-median" -> "{name: running-median, window: 20, overlap: 0.5}";
                case "outliers", "scatter-structural", "broken-line" -> "{name: " + word + ", steps: 500}";
                case "age-mixture" -> "{name: age-mixture, age-bin: [4, 8], age-edges: [0, 4, 8, 13], steps: 50}";
                case "quantile" -> "{name: quantile, resample: \"bootstrap:20\"}";
                default -> word;
            };
            boolean weighted = !Set.of("ols", "theil-sen", "quantile", "binned-median", "running-median")
                    .contains(word);
            products.append("  %s: {kind: gradient, x: r, y: fe_h, method: %s%s%s}\n"
                    .formatted(
                            word,
                            method,
                            weighted ? ", y-error: fe_h_error" : "",
                            word.equals("age-mixture") ? ", age: published_age, age-error: published_age_error" : ""));
        }
        MiniStudy mini = mini(60).study(
                        STUDY.substring(0, STUDY.indexOf("errors:")).replace("positions-and-velocities", "positions")
                                + products);
        results(mini, "first");
        String resolved = Files.readString(folder.resolve("first/study.resolved.yaml"));
        JsonNode written = YamlDocument.parse("resolved", resolved).root();
        assertThat(written.at("/products/wls/method/errors").asString()).isEqualTo("larger");
        assertThat(written.at("/products/student-t/method/degrees-of-freedom").asDouble())
                .isEqualTo(4);
        assertThat(written.at("/products/outliers/method/prior/outlier_fraction")
                        .asString())
                .isEqualTo("uniform(0,0.5)");
        assertThat(written.at("/products/quantile/method/seed").asInt()).isEqualTo(1);
        var before = StudyReader.read(YamlDocument.read(folder.resolve("study.yaml")));
        var after =
                StudyReader.read(YamlDocument.parse(folder.resolve("study.yaml").toString(), resolved));
        for (int k = 0; k < before.products().size(); k++) {
            var a = (Gradient) before.products().get(k);
            var b = (Gradient) after.products().get(k);
            assertThat(b.line().estimator()).isEqualTo(a.line().estimator());
        }
        String report = Files.readString(folder.resolve("first/report.html"));
        for (String word : LineChoice.METHODS) {
            assertThat(report).contains("Line " + word + " (");
        }
        assertThat(report).contains("L = Π [(1 − f) N(y | m x + b, S)").contains("slope uniform(-2,2)");
    }

    private MiniStudy mini(int stars) {
        var random = new Random(17);
        var one = new StringBuilder("id,ra,dec,d,de,pmra,pmdec,rv,feh,fe,age,ae\n");
        var two = new StringBuilder("id,ra,dec,snr,g\n");
        for (int k = 0; k < stars; k++) {
            double ra = 360 * random.nextDouble();
            double dec = 120 * random.nextDouble() - 60;
            double d = 0.2 + 3 * random.nextDouble();
            one.append("%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s%n"
                    .formatted(
                            k,
                            ra,
                            dec,
                            d,
                            0.1 * d,
                            random.nextGaussian(),
                            random.nextGaussian(),
                            20 * random.nextGaussian(),
                            0.1 - 0.05 * d + 0.1 * random.nextGaussian(),
                            0.05 + 0.02 * random.nextDouble(),
                            0.2 + 11 * random.nextDouble(),
                            0.8));
            two.append("%d,%s,%s,%s,%s%n".formatted(k, ra, dec, 50 + k, 12 + random.nextDouble()));
        }
        return new MiniStudy(folder)
                .file("stars.csv", one.toString())
                .file("more.csv", two.toString())
                .file("counts.csv", "#{'fe_h': [-5, 5, 10]}\nfe_h_,n,k\n0,10,5\n")
                .file("fields.csv", "l,b,area,from,to,fraction\n0,60,7,0.1,2,0.5\n90,40,7,0.1,2,0.4\n")
                .file(
                        "iso.csv",
                        "age,feh,mass,eep,m,n\n1,0,0.8,1,0,4\n1,0,1,2,2,3\n1,0,1.2,3,4,2\n9,0,0.8,1,1,2\n9,0,0.9,2,3,1\n9,0,1,3,4,0\n")
                .file("arms.csv", "radius,azimuth,pitch,from,to\n8,0,12,-20,60\n")
                .file("grid.csv", "x,y,value\n0,0,0\n0,1,0\n0,2,0\n1,0,0\n1,1,1\n1,2,0\n2,0,0\n2,1,0\n2,2,0\n");
    }

    private Map<String, String> results(MiniStudy mini, String out) {
        mini.prepared(folder.resolve(out), mini.cache(), Overwrite.REFUSE, 2).run();
        var contents = new TreeMap<>(ResultFolderTest.contents(folder.resolve(out)));
        // These hold the study file itself, or say when the run was made.
        Set.of("provenance.json", "report.html", "study.yaml", "study.resolved.yaml")
                .forEach(contents::remove);
        return contents;
    }

    /** Names of files that differ. */
    private static Set<String> unlike(Map<String, String> first, Map<String, String> second) {
        var names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        names.removeIf(name -> first.getOrDefault(name, "").equals(second.getOrDefault(name, "?")));
        return names;
    }

    private JsonNode resolvedBody(String out) {
        return YamlDocument.read(folder.resolve(out).resolve("study.resolved.yaml"))
                .root();
    }

    private interface Visitor {
        void visit(String pointer, JsonNode property);
    }

    private static boolean writtenOut(JsonNode property) {
        return property.has("default") || property.path("$comment").asString("").startsWith("Written out: ");
    }

    private static void optional(JsonNode node, String pointer, Visitor visitor) {
        if (node.path("properties").isObject()) {
            Set<String> required = new TreeSet<>();
            node.path("required").forEach(r -> required.add(r.asString()));
            node.path("properties").properties().forEach(p -> {
                if (!required.contains(p.getKey())) {
                    visitor.visit(pointer + "/properties/" + p.getKey(), p.getValue());
                }
            });
        }
        node.properties().forEach(p -> optional(p.getValue(), pointer + "/" + p.getKey(), visitor));
        for (int k = 0; node.isArray() && k < node.size(); k++) {
            optional(node.get(k), pointer + "/" + k, visitor);
        }
    }

    /** Goes through a document along its schema; notes which defaults were seen, and which are not there. */
    private static void walk(
            JsonNode schema, String pointer, JsonNode instance, String at, Set<String> seen, Set<String> missing) {
        String ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            walk(SCHEMA.at(ref.substring(1)), ref.substring(1), instance, at, seen, missing);
        }
        for (String branch : new String[] {"then", "else"}) {
            if (schema.has(branch) && schema.path(branch).has("$ref") == !instance.isArray()) {
                walk(schema.path(branch), pointer + "/" + branch, instance, at, seen, missing);
            }
        }
        if (schema.has("allOf")) {
            schema.path("allOf").forEach(one -> {
                JsonNode kind = one.at("/if/properties/kind/const");
                if (kind.asString("").equals(instance.path("kind").asString())) {
                    walk(one.path("then"), pointer, instance, at, seen, missing);
                }
            });
        }
        if (instance.isArray() && schema.has("items")) {
            instance.forEach(one -> walk(schema.path("items"), pointer + "/items", one, at, seen, missing));
        }
        if (!instance.isObject()) {
            return;
        }
        for (int k = 0; k < schema.path("anyOf").size(); k++) {
            walk(schema.path("anyOf").get(k), pointer + "/anyOf/" + k, instance, at, seen, missing);
        }
        schema.path("properties").properties().forEach(p -> {
            String place = at + "/" + p.getKey();
            if (writtenOut(p.getValue())) {
                seen.add(pointer + "/properties/" + p.getKey());
                if (!instance.has(p.getKey())) {
                    missing.add(place);
                }
            }
            if (instance.has(p.getKey())) {
                walk(
                        p.getValue(),
                        pointer + "/properties/" + p.getKey(),
                        instance.path(p.getKey()),
                        place,
                        seen,
                        missing);
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            instance.properties()
                    .forEach(p -> walk(
                            schema.path("additionalProperties"),
                            pointer + "/additionalProperties",
                            p.getValue(),
                            at + "/" + p.getKey(),
                            seen,
                            missing));
        }
    }
}
