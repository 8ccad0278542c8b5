package org.cellarius.catalogue.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of archives, good and bad. */
class AnswersTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static QueryStatus status(String document) throws IOException {
        return QueryStatus.of(new ByteArrayInputStream(bytes(document)));
    }

    @Test
    void theStateBehindTheTableCounts() throws IOException {
        String whole =
                "<VOTABLE><RESOURCE><INFO name='QUERY_STATUS' value='OK'/><TABLE/><INFO name='query_status' value='overflow'/></RESOURCE></VOTABLE>";
        assertThat(status(whole)).isEqualTo(new QueryStatus(true, null, true, null));
        assertThat(status(whole.replace("overflow", "OK")).overflow()).isFalse();
        assertThat(status(whole.substring(0, whole.length() - 20)).broken()).isNotNull();
        assertThat(status("<RESOURCE/>").votable()).isFalse();
    }

    @Test
    void anErrorHasItsMessageOrSaysThatItHasNone() throws IOException {
        assertThat(status("<VOTABLE><INFO name='QUERY_STATUS' value='ERROR'>line 1:\n  no such  table</INFO></VOTABLE>")
                        .error())
                .isEqualTo("line 1: no such table");
        assertThat(status("<VOTABLE><INFO name='QUERY_STATUS' value='ERROR'/></VOTABLE>")
                        .error())
                .isEqualTo("it gives no reason");
    }

    /** Ten entities of ten of ten ... would be 10^9 letters. */
    @Test
    void entitiesDoNotGrowInMemory() throws IOException {
        var bomb = new StringBuilder("<!DOCTYPE VOTABLE [<!ENTITY a0 'aaaaaaaaaa'>");
        for (int k = 1; k < 9; k++) {
            bomb.append("<!ENTITY a")
                    .append(k)
                    .append(" '")
                    .append(("&a" + (k - 1) + ";").repeat(10))
                    .append("'>");
        }
        bomb.append("]><VOTABLE>&a8;</VOTABLE>");
        assertThat(status(bomb.toString()).broken()).isNotNull();
        assertThatThrownBy(() -> JobDocument.of(bytes(bomb.toString()), "here")).isInstanceOf(ServiceFailure.class);
    }

    @Test
    void aJobIsReadByItsOwnWordsOnly() {
        String job = """
                <job xmlns="http://www.ivoa.net/xml/UWS/v1.0" xmlns:x="http://www.w3.org/1999/xlink" version="1.1">
                  <phase> EXECUTING </phase>
                  <results><result id="other" x:href="a"/><result id="result" x:href="b"/></results>
                  <errorSummary><message>too  long</message></errorSummary>
                  <jobInfo><phase>ERROR</phase><message>not this</message></jobInfo>
                </job>""";
        assertThat(JobDocument.of(bytes(job), "here"))
                .isEqualTo(new JobDocument(JobPhase.EXECUTING, true, "too long", "b"));
        assertThat(JobDocument.of(bytes("<job><phase>DREAMING</phase></job>"), "here"))
                .isEqualTo(new JobDocument(JobPhase.UNKNOWN, false, "", ""));
        assertThatThrownBy(() -> JobDocument.of(bytes("<html><title>Log in</title></html>"), "here"))
                .isInstanceOf(ServiceFailure.class)
                .hasMessageContaining("'Log in'");
    }

    @Test
    void firstWordsAreQuotedOnOneLine() {
        assertThat(FirstWords.of(bytes("\uFEFF <!DOCTYPE HTML><p>x</p><TITLE>Down\n today</TITLE>"))
                        .shown())
                .isEqualTo("Down today");
        assertThat(FirstWords.of(new byte[] {0, 1, 'P', 'K', 27}).shown()).isEqualTo("PK");
        assertThat(FirstWords.of(bytes("a".repeat(5000))).shown()).hasSizeLessThan(250);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaya",
                "https://me:pw@host/tap",
                "ftp://host/tap",
                "https:///tap",
                "https://host/tap?x=1",
                "http://ho st/",
                "http://host:99999/tap"
            })
    void wrongServicesAreExplained(String word) {
        assertThatThrownBy(() -> TapService.of(word)).isInstanceOf(InputError.class);
    }

    @Test
    void addressesLoseWhatFollowsTheBase() {
        assertThat(TapService.of("https://host/tap/sync").at("/async")).hasToString("https://host/tap/async");
        assertThat(TapService.of("Gaia").address()).hasToString("https://gea.esac.esa.int/tap-server/tap");
    }
}
