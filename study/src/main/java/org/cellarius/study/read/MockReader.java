package org.cellarius.study.read;

import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.mock.DiscTruth;
import org.cellarius.galaxy.mock.SurveyDesign;
import org.cellarius.study.MockDisc;
import org.cellarius.study.MockOfSurvey;
import org.cellarius.study.MockOfSurvey.Pattern;
import org.cellarius.study.MockSurvey;

/** Reads the section {@code mock}: a survey of the mock Galaxy, or a small disc. */
final class MockReader {

    private MockReader() {}

    static MockSurvey mock(Section s) {
        return s.has("survey") ? ofSurvey(s) : disc(s);
    }

    private static MockOfSurvey ofSurvey(Section s) {
        for (String key : new String[] {"sun", "truth"}) {
            if (s.has(key)) {
                throw new InputError(
                        "a mock of the survey '" + s.text("survey") + "' has its own '" + key + "'",
                        s.place(key).toString(),
                        "Leave out '" + key + "', or leave out 'survey' for a small disc");
            }
        }
        String name = s.text("survey");
        s.place("survey").oneOf(name, SurveyDesign.names(), "a mock survey");
        return new MockOfSurvey(
                SurveyDesign.byName(name).orElseThrow(),
                s.integer("seed"),
                s.integer("stars"),
                s.value("axisymmetric").asBoolean(false) ? Pattern.NONE : Pattern.SPIRAL_AND_BAR);
    }

    private static MockDisc disc(Section s) {
        for (String key : new String[] {"sun", "truth"}) {
            if (!s.has(key)) {
                throw new InputError(
                        "a mock without 'survey' is a small disc, and needs '" + key + "'",
                        s.place().toString(),
                        "Add '" + key + "', or 'survey' with the name of a survey");
            }
        }
        if (s.has("axisymmetric")) {
            throw new InputError(
                    "a small disc has neither spiral nor bar",
                    s.place("axisymmetric").toString(),
                    "Leave out 'axisymmetric', or add 'survey'");
        }
        Section truth = s.section("truth");
        return s.place()
                .checked(() -> new MockDisc(
                        s.integer("seed"),
                        s.integer("stars"),
                        SunReader.sun(s.section("sun")),
                        new DiscTruth(
                                truth.quantity("radial-slope", "dex/kpc"),
                                truth.quantity("vertical-slope", "dex/kpc"),
                                truth.quantity("age-slope", "dex/Gyr"),
                                truth.quantity("fe-h-at-sun", "dex"),
                                truth.quantity("scatter", "dex"))));
    }
}
