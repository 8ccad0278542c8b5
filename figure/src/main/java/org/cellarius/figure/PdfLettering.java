package org.cellarius.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Letters as text of the bundled fonts, of which the used glyphs are embedded. The {@link Font} that travels through
 * {@link Graphics2D} is only a name: it is never looked up on the machine.
 */
final class PdfLettering extends PdfBoxGraphics2DFontTextDrawer implements Lettering {

    private final PDDocument document;
    private final Map<Typeface, PDFont> embedded = new EnumMap<>(Typeface.class);

    PdfLettering(PDDocument document) {
        this.document = document;
    }

    @Override
    public void write(Graphics2D graphics, RichText.Run run, AffineTransform place) {
        AffineTransform before = graphics.getTransform();
        graphics.transform(place);
        graphics.setFont(new Font(run.face().name(), Font.PLAIN, 1).deriveFont((float) run.sizePt()));
        graphics.drawString(run.text(), 0f, 0f);
        graphics.setTransform(before);
    }

    @Override
    protected boolean hasDynamicFontMapping() {
        return true;
    }

    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv environment) throws IOException {
        Typeface face = Typeface.valueOf(font.getName());
        PDFont known = embedded.get(face);
        if (known == null) {
            try (InputStream file = face.open()) {
                known = PDType0Font.load(document, file, true);
            }
            embedded.put(face, known);
        }
        return known;
    }
}
