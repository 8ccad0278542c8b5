package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform's reader finds every pixel as it was. */
class PngBytesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, " + BufferedImage.TYPE_INT_RGB,
        "300, 7, " + BufferedImage.TYPE_INT_RGB,
        "7, 300, " + BufferedImage.TYPE_3BYTE_BGR,
        "257, 129, " + BufferedImage.TYPE_INT_ARGB,
        "1, 900, " + BufferedImage.TYPE_4BYTE_ABGR,
        "640, 480, " + BufferedImage.TYPE_INT_ARGB
    })
    void everyPixelComesBack(int width, int height, int type) throws IOException {
        var image = new BufferedImage(width, height, type);
        var random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // Noise, flat areas and full transparency side by side.
                image.setRGB(x, y, x % 3 == 0 ? random.nextInt() : y / 10 * 0x1203);
            }
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngBytes.of(image, OptionalInt.of(300))));
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        assertThat(read.getColorModel().hasAlpha())
                .isEqualTo(image.getColorModel().hasAlpha());
        assertThat(read.getRGB(0, 0, width, height, null, 0, width))
                .isEqualTo(image.getRGB(0, 0, width, height, null, 0, width));
    }
}
