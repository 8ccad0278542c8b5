package org.cellarius.measure.smooth;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.smooth.HeldOut;
import org.cellarius.galaxy.smooth.MapGrid;
import org.cellarius.galaxy.smooth.SplineBasis;
import org.cellarius.galaxy.spiral.ArmModel;
import org.cellarius.galaxy.spiral.Bar;
import org.cellarius.measure.plane.Overlay;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductHead;

/** Reads the section of a smooth map. */
public final class SmoothFieldReader {

    private SmoothFieldReader() {}

    private enum Draw {
        COORDINATES,
        FACE_ON
    }

    public static SmoothField read(ProductHead head, Section s) {
        List<SmoothCoordinate> along = SmoothCoordinate.all(s);
        s.place("along")
                .checked(() -> new SplineBasis(
                        along.stream().map(SmoothCoordinate::axis).toList()));
        boolean faceOn =
                s.choiceOr("draw", "way to draw", Arrays.asList(Draw.values()), Draw.COORDINATES) == Draw.FACE_ON;
        var field = new SmoothField(
                head,
                AxisSource.read(s.section("value")),
                s.optionalSection("value-error").map(AxisSource::read),
                along,
                panels(s, along),
                faceOn,
                s.integerOr("minimum-count", 5),
                s.has("largest-error") ? OptionalDouble.of(s.number("largest-error")) : OptionalDouble.empty(),
                s.place("hold-out").checked(() -> new HeldOut(s.numberOr("hold-out", 0.1), s.integerOr("seed", 1))),
                s.optionalSection("excess").map(Rings::read),
                s.texts("overlays").stream().map(SmoothFieldReader::overlay).toList());
        needsTwo(s, field, "draw", faceOn, "Give radius and azimuth, or leave out  draw: face-on");
        needsTwo(s, field, "excess", field.excess().isPresent(), "Give radius and azimuth, or leave out 'excess'");
        if (!field.overlays().isEmpty() && !SmoothFrame.inPlane(field)) {
            throw new InputError(
                    "arms and the bar are drawn on X and Y",
                    s.place("overlays").toString(),
                    "Remove them, or map along x and y, or along radius and azimuth with  draw: face-on");
        }
        return field;
    }

    private static void needsTwo(Section s, SmoothField field, String key, boolean wanted, String remedy) {
        if (wanted && field.along().size() < 2) {
            throw new InputError(
                    "'" + key + "' is of radius and azimuth, the first two coordinates; there is one",
                    s.place(key).toString(),
                    remedy);
        }
    }

    private static List<Double> panels(Section s, List<SmoothCoordinate> along) {
        List<Double> given = s.numbers("panels");
        if (along.size() < 3) {
            if (!given.isEmpty()) {
                throw new InputError(
                        "'panels' are of the third coordinate; there is none",
                        s.place("panels").toString(),
                        "Remove them, or give a third coordinate");
            }
            return List.of();
        }
        if (given.isEmpty()) {
            return List.of(along.get(2).axis().from(), along.get(2).axis().to());
        }
        s.place("panels")
                .checked(() -> MapGrid.of(
                        List.of(along.get(2).axis()),
                        List.of(SmoothCoordinate.edges(given).orElseThrow())));
        return given;
    }

    private static Overlay overlay(String word) {
        return word.equals("bar")
                ? new Overlay.BarEllipse(Bar.IMIG2023)
                : new Overlay.Arms(Arrays.stream(ArmModel.values())
                        .filter(m -> m.word().equals(word))
                        .findFirst()
                        .orElseThrow());
    }
}
