package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images inside of figures: readers of others find every pixel as it was. */
class EmbeddedImageTest {

    private static BufferedImage image(int colours, boolean transparent) {
        var random = new Random(colours);
        int[] palette = random.ints(colours)
                .map(c -> transparent ? c : c | 0xFF000000)
                .distinct()
                .toArray();
        var image = new BufferedImage(97, 61, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 61; y++) {
            for (int x = 0; x < 97; x++) {
                // Flat areas and noise side by side; every colour comes.
                image.setRGB(x, y, palette[x < 40 ? y / 10 % palette.length : (y * 97 + x) % palette.length]);
            }
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 17, 255, 256})
    void aPaletteHoldsEveryPixel(int colours) {
        BufferedImage image = image(colours, true);
        BufferedImage indexed = FewColours.of(image);
        assertThat(indexed.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(pixels(indexed)).isEqualTo(pixels(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 3000})
    void moreColoursHaveNone(int colours) {
        BufferedImage image = image(colours, true);
        int[] before = pixels(image);
        assertThat(FewColours.of(image)).isSameAs(image);
        assertThat(pixels(image)).isEqualTo(before);
        int[] rounded = pixels(FewColours.rounded(image));
        for (int i = 0; i < before.length; i++) {
            for (int shift = 0; shift < 32 && before[i] >>> 24 != 0; shift += 8) {
                assertThat(rounded[i] >>> shift & 0xFF)
                        .isBetween((before[i] >>> shift & 0xFF) - 18, (before[i] >>> shift & 0xFF) + 18);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPdfHoldsEveryPixel(boolean transparent) throws IOException {
        BufferedImage image = image(3000, transparent);
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            PDImageXObject embedded = PdfImages.embedded(document, image);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(embedded, 0, 0);
            }
            document.save(bytes);
        }
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            var resources = document.getPage(0).getResources();
            var read = (PDImageXObject)
                    resources.getXObject(resources.getXObjectNames().iterator().next());
            int[] found = pixels(read.getImage());
            if (transparent) {
                // The colour of what is fully transparent says nothing.
                assertThat(Arrays.stream(found).map(c -> c >>> 24 == 0 ? 0 : c).toArray())
                        .isEqualTo(Arrays.stream(pixels(image))
                                .map(c -> c >>> 24 == 0 ? 0 : c)
                                .toArray());
            } else {
                assertThat(read.getSoftMask()).isNull();
                assertThat(Arrays.stream(found).map(c -> c | 0xFF000000).toArray())
                        .isEqualTo(pixels(image));
            }
        }
    }
}
