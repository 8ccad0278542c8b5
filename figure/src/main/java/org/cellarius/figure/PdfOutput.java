package org.cellarius.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Figures as PDF: one page of their size, text that can be searched, nothing that depends on the time or the machine. */
final class PdfOutput {

    /** Stands where writers put the time: the file's id is then made of its contents alone. */
    private static final long FIXED_ID = 0;

    private PdfOutput() {}

    static byte[] bytes(Figure figure, FigureLayout layout, Rasters rasters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            float width = (float) layout.widthPt();
            float height = (float) layout.heightPt();
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            graphics.setImageEncoder(new PdfImages());
            PdfLettering lettering = new PdfLettering(document);
            graphics.setFontTextDrawer(lettering);
            FigurePainter.paint(new Canvas(graphics, lettering, rasters), layout);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            document.getDocumentInformation().setTitle(figure.altText());
            document.getDocumentInformation().setCreator("Cellarius");
            document.setDocumentId(FIXED_ID);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a figure as PDF", e);
        }
        return bytes.toByteArray();
    }
}
