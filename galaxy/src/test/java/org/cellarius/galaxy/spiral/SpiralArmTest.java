package org.cellarius.galaxy.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpiralArmTest {

    @Test
    void anArmPassesItsKinkAndWindsWithItsPitch() {
        SpiralArm arm = new SpiralArm("test", 8, 20, 10, 15, 0.3, -30, 90);
        assertThat(arm.radiusKpc(20)).isEqualTo(8);
        // tan(pitch) = -d ln R / d beta.
        assertThat(-Math.log(arm.radiusKpc(-10) / arm.radiusKpc(-11)) / Math.toRadians(1))
                .isCloseTo(Math.tan(Math.toRadians(10)), within(1e-12));
        assertThat(-Math.log(arm.radiusKpc(60) / arm.radiusKpc(59)) / Math.toRadians(1))
                .isCloseTo(Math.tan(Math.toRadians(15)), within(1e-12));
    }

    @Test
    void towardsTheSunAnArmLiesAtNegativeX() {
        SpiralArm arm = new SpiralArm("test", 8, 0, 12, 12, 0.3, 0, 90);
        SpiralArm.Curve curve = arm.curve(0);
        assertThat(curve.xKpc()[0]).isCloseTo(-8, within(1e-12));
        assertThat(curve.yKpc()[0]).isCloseTo(0, within(1e-12));
        // A quarter of a turn along rotation: towards positive y, and further in (trailing).
        int last = curve.xKpc().length - 1;
        assertThat(curve.xKpc()[last]).isCloseTo(0, within(1e-12));
        assertThat(curve.yKpc()[last]).isBetween(1.0, 7.0);
        assertThat(arm.curve(1).xKpc()[0]).isCloseTo(-8.3, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void publishedArmsTrailOnTheWhole(ArmModel model) {
        assertThat(model.arms()).allSatisfy(arm -> {
            double out = arm.radiusKpc(arm.fromDeg());
            double in = arm.radiusKpc(arm.toDeg());
            // But for the 3-kpc arm, which opens with rotation over three degrees.
            assertThat(arm.name().equals("3-kpc") || in < out).as(arm.name()).isTrue();
        });
    }

    @Test
    void theLocalArmPassesTheSun() {
        // Both sets put the Local arm 0.1 to 0.5 kpc outside of the Sun.
        assertThat(ArmModel.REID2019.arms().get(4).radiusKpc(0) - ArmModel.REID2019.r0Kpc())
                .isBetween(0.1, 0.5);
        assertThat(ArmModel.REID2014.arms().get(2).radiusKpc(0) - ArmModel.REID2014.r0Kpc())
                .isBetween(0.1, 0.5);
    }

    @Test
    void theBarPointsToPositiveLongitude() {
        SpiralArm.Curve outline = Bar.IMIG2023.outline();
        double farthest = 0;
        int at = 0;
        for (int k = 0; k < outline.xKpc().length; k++) {
            double r = Math.hypot(outline.xKpc()[k], outline.yKpc()[k]);
            assertThat(r).isBetween(2.0 - 1e-9, 5.0 + 1e-9);
            if (r > farthest + 1e-9 && outline.xKpc()[k] < 0) {
                farthest = r;
                at = k;
            }
        }
        // Its end on the side of the Sun: longitude of (x, y) seen from the Sun at (-8.2, 0) is atan2(y, x + 8.2).
        assertThat(Math.toDegrees(Math.atan2(outline.yKpc()[at], outline.xKpc()[at] + 8.2)))
                .isPositive();
        assertThat(Math.toDegrees(Math.atan2(outline.yKpc()[at], -outline.xKpc()[at])))
                .isCloseTo(25, within(1e-9));
    }

    @Test
    void impossibleArmsAreRefused() {
        assertThatThrownBy(() -> new SpiralArm("x", -1, 0, 10, 10, 0, 0, 1)).hasMessageContaining("radius");
        assertThatThrownBy(() -> new SpiralArm("x", 8, 0, 90, 10, 0, 0, 1)).hasMessageContaining("pitch");
        assertThatThrownBy(() -> new SpiralArm("x", 8, 0, 10, 10, 0, 1, 1)).hasMessageContaining("from 1.0 to 1.0");
    }
}
