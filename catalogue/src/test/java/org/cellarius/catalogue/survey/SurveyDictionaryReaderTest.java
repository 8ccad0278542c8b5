package org.cellarius.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.survey.SurveyColumn.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dictionary is read whole, or refused with file, line and what to do. */
class SurveyDictionaryReaderTest {

    private static final String HEAD = """
            survey: mine
            title: My survey
            citation: "Me 2026"
            sources: [memory]
            recognised-by: [id, feh]
            """;
    private static final String COLUMNS = "columns:\n  fe_h: {from: feh, unit: dex}\n";

    private static SurveyDictionary read(String text) {
        return SurveyDictionaryReader.read("mine.yaml", text);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String text) {
        return assertThatThrownBy(() -> read(text)).isInstanceOf(InputError.class);
    }

    @Test
    void aDictionaryIsReadWithItsDefaults() {
        SurveyDictionary d = read(HEAD + """
                epoch: 2015.5
                fillers: [-9999]
                columns:
                  source_id: id
                  fe_h: {from: [feh, FEH], unit: dex, known-from: file}
                  age: {expression: "pow(10, lg - 9)", needs: [lg], unit: Gyr, fillers: []}
                flags:
                  quality: {from: flag, bits: {BAD: 0, WORSE: 63}}
                """);
        assertThat(d.epochYear()).hasValue(2015.5);
        assertThat(d.columns().get(0).fillers()).containsExactly("-9999");
        assertThat(d.columns().get(0).evidence()).isEqualTo(Evidence.DOCUMENTATION);
        assertThat(d.columns().get(1).origin()).isEqualTo(new Origin.Spelled(List.of("feh", "FEH")));
        assertThat(d.columns().get(1).evidence()).isEqualTo(Evidence.FILE);
        assertThat(d.columns().get(2).fillers()).isEmpty();
        assertThat(d.flags().getFirst().names().places()).isEqualTo(Map.of("BAD", 0, "WORSE", 63));
        assertThat(d.flags().getFirst().fillers())
                .as("fillers of measurements are none of bits")
                .isEmpty();
        assertThat(d.starColumns()).containsExactly("source_id", "fe_h", "age", "quality_flags");
    }

    @Test
    void whatATableHasOfItIsTold() {
        SurveyDictionary d =
                read(HEAD + "needs: [id]\n" + COLUMNS + "  age: {expression: lg + 1, needs: [lg], unit: Gyr}\n");
        SurveyMatch match = d.match(List.of("ID", "feh"));
        assertThat(match.recognised()).isTrue();
        assertThat(match.columns()).extracting(SurveyColumn::name).containsExactly("fe_h");
        assertThat(match.found()).isEqualTo(1);
        assertThat(match.all()).isEqualTo(2);
        assertThat(d.match(List.of("id")).recognised()).isFalse();
        assertThat(d.match(List.of("id")).missing()).isEmpty();
        assertThat(d.match(List.of("feh")).missing()).containsExactly("id");
        assertThat(SurveyMatch.spelled(List.of("feh", "FEH"), List.of("FEH"))).hasValue("FEH");
        assertThat(SurveyMatch.spelled(List.of("A", "b"), List.of("B", "a"))).hasValue("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fe_h: {from: feh, unit: kpcc}          | 'kpcc'                                     | mine.yaml:7:9",
                "distance: {from: d, unit: km/s}        | the unit 'km/s' of the column 'distance' cannot be converted to kpc | mine.yaml:7:13",
                "distance: d                            | the column 'distance' needs the unit of the file's values | mine.yaml:7:13",
                "fe_h: {from: feh, unit: dex, fillrs: [1]} | unknown key 'fillrs'; did you mean 'fillers'? | mine.yaml:7:40",
                "fe_h: {from: feh, expression: feh, unit: dex} | needs either 'from' or 'expression'   | mine.yaml:7:9",
                "age: {expression: lg, unit: Gyr}       | the key 'needs' is missing                 | mine.yaml:7:8",
                "Fe_H: {from: feh, unit: dex}           | the column 'Fe_H' needs a name of small letters | mine.yaml:7:9",
                "catalogue: c                           | the column name 'catalogue' is taken       | mine.yaml:7:14",
                "x_b: {from: x, unit: pc, to: Gyr}      | needs a unit that can be converted to 'Gyr' | mine.yaml:7:8",
                "fe_h: {from: feh, unit: dex, known-from: hearsay} | there is no kind of evidence named 'hearsay' | mine.yaml:7:44",
            })
    void mistakesInColumnsAreToldWithTheirLine(String column, String what, String where) {
        assertRefused(HEAD + "columns:\n  " + column + "\n")
                .hasMessageContaining(what)
                .hasMessageContaining(where);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "q: {from: f, bits: {A: 64}}            | 'A' of the flag 'q' is bit 64; it must lie between 0 and 63",
                "q: {from: f, bits: {A: -1}}            | 'A' of the flag 'q' is bit -1",
                "q: {from: f, bits: {A: 3, B: 3}}       | 'B' and 'A' of the flag 'q' are the same bit",
                "q: {from: f, bits: {A: 3, a: 4}}       | the flag 'q' has 'a' twice",
                "q: {from: f, bits: {A: x}}             | 'x' is no whole number",
                "q: {from: f, bits: {}}                 | the flag 'q' names nothing",
                "q: {from: f, bits: {a b: 1}}           | 'a b' of the flag 'q' is no name",
                "q: {from: f}                           | the flag 'q' needs either 'bits' or 'characters'",
                "q: {bits: {A: 1}}                      | the key 'from' is missing",
            })
    void mistakesInFlagsAreTold(String flag, String what) {
        assertRefused(HEAD + COLUMNS + "flags:\n  " + flag + "\n")
                .hasMessageContaining(what)
                .hasMessageContaining("mine.yaml:9:");
    }

    @Test
    void nothingIsNamedTwice() {
        assertRefused(HEAD + COLUMNS + "  fe_h: {from: other, unit: dex}\n")
                .hasMessageContaining("'fe_h' stands here a second time")
                .hasMessageContaining("mine.yaml:8:3");
        assertRefused(HEAD + COLUMNS + "  q_flags: q\nflags: {q: {from: f, bits: {A: 1}}}\n")
                .hasMessageContaining("the column 'q_flags' stands twice");
        assertRefused("survey: other\n" + HEAD + COLUMNS).hasMessageContaining("'survey' stands here a second time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "title", "citation", "sources", "recognised-by"})
    void whatADictionaryMustSayIsAskedFor(String key) {
        String without =
                (HEAD + COLUMNS).lines().filter(l -> !l.startsWith(key)).reduce("", (a, b) -> a + b + "\n");
        assertRefused(without).hasMessageContaining("the key '" + key + "' is missing");
    }

    @Test
    void yamlFromAStrangerIsReadAsATreeWithinBounds() {
        assertRefused("a: [1, 2\nb")
                .hasMessageContaining("the YAML cannot be read")
                .hasMessageContaining("mine.yaml:2:");
        assertRefused("").hasMessageContaining("empty");
        assertRefused(HEAD + "columns: {ra: !!java.net.URL [x]}").hasMessageContaining("mine.yaml:");
        assertRefused(HEAD + "columns: {ra: {from: !mine x, unit: deg}}")
                .hasMessageContaining("tag !mine is not allowed");
        String laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        assertRefused(laughs + HEAD + COLUMNS).hasMessageContaining("the YAML cannot be read");
        assertRefused("a: ".repeat(1) + "[".repeat(3000) + "]".repeat(3000)).hasMessageContaining("mine.yaml");
        assertRefused(HEAD + "columns: {ra: }").hasMessageContaining("a value is missing");
        assertRefused(HEAD + "columns: [a]").hasMessageContaining("a section with keys should stand here");
    }

    @Test
    void flagNamesSurviveBeingWrittenAsALine() {
        var names = new FlagNames("q", FlagReading.BIT, Map.of("A", 0, "B", 63));
        assertThat(FlagNames.parse(names.text())).hasValue(names);
        assertThat(FlagNames.mask(63)).isEqualTo(Long.MIN_VALUE);
        for (String broken :
                List.of("", "q", "q BIT", "q BYTE A=1", "q BIT A", "q BIT A=64", "q BIT A=1 A=2", "Q BIT A=1")) {
            assertThat(FlagNames.parse(broken)).as(broken).isEmpty();
        }
    }

    @Test
    void twoTablesFlagsGoTogetherUnlessTheyDisagree() {
        var one = new FlagNames("q", FlagReading.BIT, Map.of("A", 0));
        assertThat(one.with(new FlagNames("q", FlagReading.BIT, Map.of("B", 1))).names())
                .containsExactly("A", "B");
        assertThat(one.with(one)).isEqualTo(one);
        assertThatThrownBy(() -> one.with(new FlagNames("q", FlagReading.BIT, Map.of("A", 2))))
                .hasMessageContaining("'A' of the flag 'q' is 0 in one and 2 in another");
        assertThatThrownBy(() -> one.with(new FlagNames("q", FlagReading.BIT, Map.of("B", 0))))
                .hasMessageContaining("the same bit");
        assertThatThrownBy(() -> one.with(new FlagNames("q", FlagReading.DIGIT, Map.of("A", 0))))
                .hasMessageContaining("a number of bits in one and a text in another");
    }
}
