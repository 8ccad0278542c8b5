package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.batik.svggen.CachedImageHandlerBase64Encoder;

/** Embeds images as PNG, in base64, encoded by the Java platform: Batik's own encoder would be one more library. */
final class SvgImages extends CachedImageHandlerBase64Encoder {

    /** The sixth of the nine levels: the ninth looks through flat areas for several times as long, and saves next to nothing. */
    private static final float WELL_PACKED = 1 / 3f;

    private final Detail detail;

    SvgImages(Detail detail) {
        this.detail = detail;
    }

    @Override
    public void encodeImage(BufferedImage image, OutputStream stream) {
        BufferedImage small = detail.sharp() ? FewColours.rounded(image) : FewColours.of(image);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (OutputStream base64 = Base64.getEncoder().wrap(stream);
                ImageOutputStream out = ImageIO.createImageOutputStream(base64)) {
            ImageWriteParam tight = writer.getDefaultWriteParam();
            tight.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            tight.setCompressionQuality(WELL_PACKED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, null), tight);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot embed an image in a figure", e);
        } finally {
            writer.dispose();
        }
    }
}
