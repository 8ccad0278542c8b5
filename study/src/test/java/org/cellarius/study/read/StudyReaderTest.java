package org.cellarius.study.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.measure.gradient.Gradient;
import org.cellarius.measure.plane.CellWidth;
import org.cellarius.measure.plane.Plane;
import org.cellarius.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in a study file is told with its place, what is allowed there, and the nearest right word. */
class StudyReaderTest {

    private static final String STUDY = """
            study: mini
            catalogues:
              survey:
                file: stars.csv
                columns:
                  ra: {from: ra, unit: deg}
                  dec: {from: dec, unit: deg}
                  distance: {from: distance, unit: kpc}
                  fe_h: {from: fe_h, unit: dex}
            sun: hawkins2023
            phase-space: positions
            deduplicate:
              radius: 1 arcsec
              keep: {highest: fe_h}
            cuts:
              - {name: near, keep: distance < 3}
            populations:
              thin: abs(z) < 0.5
            products:
              line:
                kind: gradient
                population: thin
                x: r
                y: {of: fe_h, range: [-1, 1]}
                method: ols
                slices: {of: abs(z), edges: [0, 0.5, 1]}
              plane:
                kind: plane
                statistic: median
                plane: x-y
                value: fe_h
                cell: 0.5 kpc
            """;

    @Test
    void aStudyWithoutMistakesIsReadWithItsDefaults() {
        Study study = StudyReader.read(YamlDocument.parse("study.yaml", STUDY));
        assertThat(study.title()).isEqualTo("mini");
        assertThat(study.populations()).containsEntry("thin", "abs(z) < 0.5");
        assertThat(study.repeats().orElseThrow().radiusArcsec()).isEqualTo(1);
        assertThat(study.products()).hasSize(2);
        assertThat(study.products().getFirst())
                .isInstanceOfSatisfying(
                        Gradient.class, g -> assertThat(g.minimumCount()).isEqualTo(30));
        assertThat(study.products().getLast())
                .isInstanceOfSatisfying(
                        Plane.class, p -> assertThat(p.cells().x()).isEqualTo(new CellWidth(0.5, Optional.of("kpc"))));
    }

    @Test
    void aMisspeltKeyIsNamedWithTheNearestOne() {
        assertMistake("method: ols", "metod: ols", "metod: ols")
                .contains("unknown key 'metod' in 'products.line'; did you mean 'method'?")
                .contains("Allowed here: kind, title, population, populations, where, weight, x, x-error, y, y-error,");
    }

    @Test
    void aMisspeltKeyOfTheStudyItselfIsNamedWithTheNearestOne() {
        assertMistake("cuts:", "cut:", "cut:")
                .contains("unknown key 'cut' in the study; did you mean 'cuts'?")
                .contains("Allowed here: study, title,");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertMistake("    cell: 0.5 kpc\n", "", "kind: plane")
                .contains("the key 'cell' is missing in 'products.plane'");
    }

    @Test
    void aMisspeltChoiceIsNamedWithWhatIsAllowed() {
        assertMistake("phase-space: positions", "phase-space: position", "position\n")
                .contains("'position' is not possible for 'phase-space'; did you mean 'positions'?")
                .contains("Allowed: positions, positions-and-velocities, none");
        assertMistake("kind: gradient", "kind: gradiant", "gradiant")
                .contains("'gradiant' is not possible for 'products.line.kind'; did you mean 'gradient'?")
                .contains(
                        "Allowed: gradient, running-median, binned-median, plane, azimuth, distribution, birth-radii, smooth-map, migration, density-profile");
    }

    @Test
    void aWordThatIsGoneSaysWhatToWrite() {
        assertMistake("kind: plane", "kind: map", "map")
                .contains("'map' is not possible for 'products.plane.kind'")
                .contains("write  kind: plane  and  statistic: median");
    }

    @Test
    void aMisspeltSunIsNamedWithAllSuns() {
        assertMistake("sun: hawkins2023", "sun: hawkins2032", "hawkins2032")
                .contains("there is no Sun named 'hawkins2032'; did you mean 'hawkins2023'?")
                .contains("Named Suns: hawkins2023, vickers2021, imig2023, long2025, astropy-v4.0, schoenrich2010");
    }

    @Test
    void aMisspeltPopulationIsNamedWithAllPopulations() {
        assertMistake("population: thin", "population: thick", "thick\n")
                .contains("'thick' is not a population; did you mean 'thin'?")
                .contains("Choose one of thin");
    }

    @Test
    void aMisspeltCatalogueIsNamedWithAllCatalogues() {
        assertMistake("keep: distance < 3}", "keep: distance < 3, catalogue: survei}", "survei")
                .contains("'survei' is not a catalogue; did you mean 'survey'?")
                .contains("Choose one of survey");
    }

    @Test
    void aNumberThatNeedsAUnitMustHaveOne() {
        assertMistake("sun: hawkins2023", "sun: {R0: 8.27, z: 29 pc}", "8.27")
                .contains("'sun.R0' needs a number with its unit")
                .contains("For example 8.27 kpc");
        assertMistake("cell: 0.5 kpc", "cell: 0.5kpc", "0.5kpc")
                .contains("'0.5kpc' is not the width of a cell")
                .contains("Write for example  0.1  or  0.5 kpc");
    }

    @Test
    void aUnitOfAnotherKindIsRefusedAndBothUnitsAreNamed() {
        assertMistake("sun: hawkins2023", "sun: {R0: 8 km/s, z: 29 pc}", "8 km/s")
                .contains("'8 km/s' is not possible for 'R0'")
                .contains("km/s")
                .contains("kpc");
    }

    @Test
    void anUnknownUnitIsNamed() {
        assertMistake("radius: 1 arcsec", "radius: 1 arcsek", "1 arcsek").contains("arcsek");
    }

    @Test
    void unitsOfTheSameKindAreConverted() {
        Study study = StudyReader.read(
                YamlDocument.parse("study.yaml", STUDY.replace("hawkins2023", "{R0: 8270 pc, z: 29 pc}")));
        assertThat(study.sun().orElseThrow().r0Kpc()).isEqualTo(8.27);
        assertThat(study.sun().orElseThrow().zKpc()).isEqualTo(0.029);
    }

    @Test
    void anImpossibleSunIsRefusedWithItsPlace() {
        assertMistake("sun: hawkins2023", "sun: {R0: -8 kpc, z: 29 pc}", "{R0: -8")
                .contains("R0 = -8.0 kpc: the Sun's distance to the centre must lie in (0, 100) kpc");
        assertMistake("sun: hawkins2023", "sun: {R0: 8 kpc, z: 29 pc, U: 12 km/s}", "{R0: 8 kpc")
                .contains("the Sun's velocity lacks V")
                .contains("Give U, V and W, or none of them");
    }

    @Test
    void velocitiesNeedASunThatMoves() {
        assertMistake(
                        "sun: hawkins2023\nphase-space: positions",
                        "sun: imig2023\nphase-space: positions-and-velocities",
                        "imig2023")
                .contains("the Sun 'imig2023' has no published velocity")
                .contains("Use  phase-space: positions, or another Sun: hawkins2023");
    }

    @Test
    void orbitsNeedVelocities() {
        assertMistake(
                        "phase-space: positions\n",
                        "phase-space: positions\norbits: {potential: McMillan17}\n",
                        "{potential: McMillan17}")
                .contains("orbits need velocities")
                .contains("phase-space: positions-and-velocities");
    }

    @Test
    void aMotionRelativeToTheLsrNeedsThePeculiarMotionOfTheSun() {
        String six = STUDY.replace("phase-space: positions", "phase-space: positions-and-velocities");
        String asked = six.replace("deduplicate:", "membership: {set: robin2003}\ndeduplicate:");
        assertThat(mistakeIn(asked).getMessage())
                .contains("'hawkins2023' states none")
                .contains(
                        "Take another Sun (vickers2021, schoenrich2010, bland-hawthorn-gerhard2016, gravity2021), or give your own")
                .contains(placeOf(asked, "{set: robin2003}"));
        String own =
                asked.replace("sun: hawkins2023", "sun: {R0: 8.2 kpc, z: 0 pc, U: 11 km/s, V: 248 km/s, W: 7 km/s}");
        assertThat(mistakeIn(own).getMessage())
                .contains("Add  peculiar-motion: {U: … km/s, V: … km/s, W: … km/s}  to the section 'sun'");
        String swapped = own.replace("W: 7 km/s}", "W: 7 km/s, peculiar-motion: {U: 11 km/s, V: 12 km/s, W: 7 km/s}}");
        assertThat(StudyReader.read(YamlDocument.parse("study.yaml", swapped)).membership())
                .isPresent();
        assertThat(mistakeIn(swapped.replace("V: 248", "V: 5")).getMessage()).contains("contains the rotation");
        String lsr = six.replace("deduplicate:", "velocities-relative-to: [lsr]\ndeduplicate:");
        assertThat(mistakeIn(lsr).getMessage()).contains("peculiar motion").contains(placeOf(lsr, "[lsr]"));
        String both = asked.replace("deduplicate:", "velocities-relative-to: [lsr]\ndeduplicate:");
        assertThat(both).contains("[lsr]").contains("set: robin2003");
        assertThat(mistakeIn(both).getMessage()).containsOnlyOnce("peculiar motion, and");
    }

    @Test
    void epochsAreStatedAndNeverMixed() {
        assertMistake("deduplicate:", "epoch: {to: 2000, radial-motion: neglected}\ndeduplicate:", "stars.csv")
                .contains("the catalogue 'survey' is carried to another epoch, and its own is not stated")
                .contains("Add  epoch: YEAR");
        assertMistake("deduplicate:", "epoch: {to: 2000}\ndeduplicate:", "{to: 2000}")
                .contains("the key 'radial-motion' is missing");
        String two = STUDY.replace(
                "sun: hawkins2023",
                "  old: {file: b.csv, epoch: 1991.25, columns: {ra: {from: ra, unit: deg}}}\nsun: hawkins2023");
        String dated = two.replace("    file: stars.csv", "    file: stars.csv\n    epoch: 2016.0");
        assertThat(mistakeIn(dated).getMessage())
                .contains("the catalogues are of different epochs: survey 2016.0, old 1991.25")
                .contains("epoch: {to: YEAR");
        assertThat(mistakeIn(dated.replace("deduplicate:", "epoch: {to: 2016, radial-motion: required}\ndeduplicate:"))
                        .getMessage())
                .contains("the catalogue 'old' has neither parallax nor distance");
    }

    @Test
    void membershipAndErrorsThatCannotBeAreRefused() {
        assertMembership("{set: robin2003, relative-to: circular-orbit}")
                .contains("circular orbits are those of a potential");
        assertMembership("{set: robin2003, potential: McMillan17}").contains("a potential serves circular orbits only");
        assertMembership("{set: robin2003, halo-cut: hawkin2023}").contains("did you mean 'hawkins2023'?");
        assertMembership("{set: robin2003, halo-cut: {speed: 210 kpc}}").contains("'210 kpc' is not possible");
        assertMembership("{set: robin2003, halo-cut: {probability: 3}}").contains("halo probability 3.0");
        assertMembership("{set: robin2003, halo-cut: {}}").contains("a halo cut is a probability or a speed");
        assertMembership("{set: robin2003, asymmetric-drifts: {thin: -1 km/s, thick: -2 km/s}}")
                .contains("'halo' is missing");
        String errors = STUDY.replace("deduplicate:", "errors: {distance: normal, ERRORS}\ndeduplicate:");
        assertThat(mistakeIn(errors.replace("ERRORS", "draws: 100")).getMessage())
                .contains("draws need motions");
        assertThat(mistakeIn(errors.replace("ERRORS", "summaries: [percentiles]"))
                        .getMessage())
                .contains("means and percentiles are those of draws");
        assertThat(mistakeIn(errors.replace("ERRORS", "summaries: [covariance]"))
                        .getMessage())
                .contains("covariances, correlations and errors on the sky need motions");
        assertThat(mistakeIn(errors.replace("ERRORS", "summaries: [medians]")).getMessage())
                .contains("Allowed: means, percentiles, covariance");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertMembership(String section) {
        String text = STUDY.replace("phase-space: positions\n", "")
                .replace("deduplicate:", "membership: " + section + "\ndeduplicate:");
        return assertThat(mistakeIn(text).getMessage());
    }

    @Test
    void phaseSpaceNeedsASun() {
        assertMistake("sun: hawkins2023\n", "", "positions\n")
                .contains("phase space is asked for, but no Sun is named")
                .contains("Add  sun: NAME  with one of hawkins2023");
    }

    @Test
    void weightedLeastSquaresNeedsErrorsAndOrdinaryTakesNone() {
        assertMistake("method: ols", "method: wls", "wls\n").contains("weighted least squares needs errors");
        assertMistake("method: ols", "method: ols\n    y-error: e", "e\n    slices")
                .contains("ordinary least squares does not use errors");
    }

    @Test
    void edgesAndRangesMustRise() {
        assertMistake("edges: [0, 0.5, 1]", "edges: [0, 1, 0.5]", "[0, 1, 0.5]").contains("0.5");
        assertMistake("range: [-1, 1]", "range: [1, -1]", "[1, -1]").contains("the range [1.0, -1.0] does not rise");
    }

    @Test
    void aColumnComesFromTheFileOrFromAnExpressionButNotBoth() {
        assertMistake("{from: fe_h, unit: dex}", "{from: fe_h, expression: fe_h, unit: dex}", "{from: fe_h, exp")
                .contains("the column 'fe_h' needs either 'from' or 'expression'");
    }

    @Test
    void aColumnCannotTakeANameThatCellariusFills() {
        assertMistake("      ra: {", "      catalogue: name\n      ra: {", "name\n")
                .contains("the column name 'catalogue' is taken")
                .contains("Choose another name");
    }

    @Test
    void twoMistakesAreToldAtOnceInTheOrderOfTheFile() {
        String text = STUDY.replace("method: ols", "metod: ols").replace("cuts:", "cut:");
        String message = String.valueOf(mistakeIn(text).getMessage());
        assertThat(message).startsWith("3 mistakes:");
        assertThat(message.lines().skip(1))
                .satisfiesExactly(
                        cut -> assertThat(cut).contains("unknown key 'cut'").contains(placeOf(text, "cut:")),
                        method -> assertThat(method).contains("the key 'method' is missing"),
                        metod -> assertThat(metod).contains("'metod'").contains(placeOf(text, "metod:")));
    }

    @Test
    void aMisspeltKindHidesNoFurtherMistakeOfItsProduct() {
        String text = STUDY.replace("kind: gradient", "kind: gradiant")
                .replace("edges: [0, 0.5, 1]", "edges: [0, 1, 0.5]")
                .replace("population: thin", "population: thick");
        assertThat(mistakeIn(text).getMessage())
                .startsWith("3 mistakes:")
                .contains("'gradiant' is not possible", "did you mean 'gradient'?", placeOf(text, "gradiant"))
                .contains(placeOf(text, "[0, 1, 0.5]"))
                .contains("'thick' is not a population", placeOf(text, "thick"));
    }

    @Test
    void mistakesThatNoSchemaFindsAreToldTogether() {
        String text = STUDY.replace("highest: fe_h}", "highest: fe_h}\n  catalogue: nobody")
                .replace("keep: distance < 3}", "keep: distance < 3, catalogue: other}")
                .replace("sun: hawkins2023", "sun: hawkins")
                .replace("cell: 0.5 kpc", "cell: -0.5 kpc");
        assertThat(mistakeIn(text).getMessage())
                .startsWith("4 mistakes:")
                .contains("no Sun named 'hawkins'", "'nobody' is not a catalogue", "'other' is not a catalogue")
                .contains("a cell of -0.5 kpc");
    }

    @Test
    void whatADraftLeavesOpenIsToldWithItsPlace() {
        assertMistake("value: fe_h", "value: FILL_IN", "FILL_IN")
                .contains("'products.plane.value' is still to be filled in");
        assertMistake("x: r", "x: FILL_IN", "FILL_IN").contains("'products.line.x' is still to be filled in");
    }

    @Test
    void whatYamlReadsOtherwiseIsToldWithItsQuotes() {
        assertMistake("fe_h: {from: fe_h, unit: dex}", "fe_h: [FeH]", "[FeH]")
                .contains("put the text in quotes: \"[FeH]\"");
        assertMistake("{from: fe_h, unit: dex}", "{from: [Fe/H], unit: dex}", "[Fe/H]")
                .contains("put the text in quotes: \"[Fe/H]\"");
        assertMistake("thin: abs(z) < 0.5", "thin: true", "true")
                .contains("should be a text")
                .contains("put the text in quotes: \"true\"");
        assertMistake("population: thin", "population: 1", "1\n    x").contains("put the text in quotes: \"1\"");
    }

    @Test
    void aTabIsASyntaxErrorWithItsPlace() {
        String text = STUDY.replace("  thin: abs(z) < 0.5", "\tthin: abs(z) < 0.5");
        assertThat(mistakeIn(text).getMessage())
                .contains("the YAML cannot be read")
                .contains(placeOf(text, "\tthin"))
                .contains("Check indentation, colons and quotes near that place");
    }

    @Test
    void anUnclosedBracketIsASyntaxErrorWithItsPlace() {
        String text = STUDY.replace("edges: [0, 0.5, 1]}", "edges: [0, 0.5, 1}");
        assertThat(mistakeIn(text).getMessage())
                .contains("the YAML cannot be read")
                .contains(placeOf(text, "}\n  plane"));
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertMistake("sun: hawkins2023", "sun: hawkins2023\nsun: imig2023", "sun: imig2023")
                .contains("the key 'sun' stands here a second time")
                .contains("Keep one of the two");
    }

    @Test
    void aValueThatIsMissingIsRefused() {
        assertMistake("file: stars.csv", "file:", "\n    columns").contains("a value is missing");
    }

    @Test
    void aliasesThatExplodeAreStoppedBeforeTheyFillTheMemory() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int k = 1; k < 30; k++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n"
                    .formatted(k, k - 1));
        }
        assertThat(mistakeIn(bomb.toString()).getMessage())
                .containsAnyOf("the study file is too large or too deep", "the YAML cannot be read")
                .contains("study.yaml");
    }

    @Test
    void anAliasOfItselfIsStopped() {
        assertThat(mistakeIn("a: &a [*a]\n").getMessage()).contains("study.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!java.net.URL [\"http://example.org\"]",
                "!!javax.script.ScriptEngineManager [x]",
                "!!binary aGFsbG8="
            })
    void tagsMakeNoObjects(String value) {
        assertThat(mistakeIn("study: " + value + "\n").getMessage()).contains("study.yaml:1:8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "just words\n", "- a\n- b\n", "? [a]\n: b\n", "study: .nan\n"})
    void whatIsNoStudyIsRefusedWithTheFile(String text) {
        assertThat(mistakeIn(text).getMessage()).contains("study.yaml");
    }

    /** The study with one change is refused; the message names the place where {@code at} stands. */
    private static org.assertj.core.api.AbstractStringAssert<?> assertMistake(String from, String to, String at) {
        assertThat(STUDY).contains(from);
        String text = STUDY.replace(from, to);
        InputError mistake = mistakeIn(text);
        String place = placeOf(text, at);
        return assertThat(mistake.getMessage()).contains("(" + place + ")");
    }

    private static InputError mistakeIn(String text) {
        InputError mistake =
                catchThrowableOfType(InputError.class, () -> StudyReader.read(YamlDocument.parse("study.yaml", text)));
        assertThat(mistake).isNotNull();
        return mistake;
    }

    /** file:line:column of the only place, or the first, where some text stands. */
    private static String placeOf(String text, String needle) {
        int at = text.indexOf(needle);
        assertThat(at).as(needle).isNotNegative();
        String before = text.substring(0, at);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        return "study.yaml:" + line + ":" + column;
    }

    @Test
    void yamlNestedTooDeeplyIsRefused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> org.cellarius.catalogue.yaml.YamlDocument.parse("deep.yaml", "a: " + "[".repeat(100_000)))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("nested too deeply");
    }
}
