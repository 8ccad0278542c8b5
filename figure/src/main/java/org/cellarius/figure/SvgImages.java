package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.CachedImageHandlerBase64Encoder;

/** Embeds images as PNG, in base64, encoded by the Java platform: Batik's own encoder would be one more library. */
final class SvgImages extends CachedImageHandlerBase64Encoder {

    @Override
    public void encodeImage(BufferedImage image, OutputStream stream) {
        try (OutputStream base64 = Base64.getEncoder().wrap(stream)) {
            ImageIO.write(FewColours.of(image), "png", base64);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot embed an image in a figure", e);
        }
    }
}
