package org.maferstudio.report.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.texts.Texts;

/**
 * Writes a figure as a one-page PDF of the figure's size. Text stays text, in an embedded font that is also used for
 * measuring, so positions are the same on every system.
 */
final class PdfFile {
    /** Included in PDFBox; has the widths of Arial. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** The outline width of bold text, as a share of the font size. */
    private static final float BOLD = 0.035f;

    private PdfFile() {}

    /** Creates the document; the embedded font replaces the style's font. */
    static byte[] bytes(Figure figure, FigureStyle style) {
        float width = (float) figure.size().width();
        float height = (float) figure.size().height();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            document.setDocumentInformation(about(figure));
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            try (InputStream font = font()) {
                g.setFontTextDrawer(new Letters(PDType0Font.load(document, font, true)));
                figure.paint(
                        g,
                        width,
                        height,
                        new FigureStyle(style.colours(), family(), style.fontSize(), FigureStyle.Boldness.OUTLINE));
            } finally {
                g.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException | FontFormatException e) {
            throw Problem.failure(Texts.of("report.figureFile.error.pdf", e.getMessage()), e);
        }
    }

    private static PDDocumentInformation about(Figure figure) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(figure.description());
        about.setCreator("MAFER Studio");
        return about;
    }

    private static InputStream font() throws IOException {
        InputStream font = PdfFile.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IOException("the font " + FONT + " is missing in the program");
        }
        return font;
    }

    /** Registers the embedded font for measuring, even if the system does not have it. */
    private static String family() throws IOException, FontFormatException {
        try (InputStream in = font()) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font.getFamily();
        }
    }

    /** Writes all text in one font; bold text gets an outline. */
    private static final class Letters extends PdfBoxGraphics2DFontTextDrawer {
        private final PDFont font;

        Letters(PDFont font) {
            this.font = font;
        }

        @Override
        public boolean canDrawText(AttributedCharacterIterator iterator, IFontTextDrawerEnv env) {
            return true;
        }

        @Override
        protected PDFont mapFont(Font asked, IFontTextDrawerEnv env) {
            return font;
        }

        @Override
        public void drawText(AttributedCharacterIterator iterator, IFontTextDrawerEnv env)
                throws IOException, FontFormatException {
            PDPageContentStream content = env.getContentStream();
            boolean bold = isBold(env.getFont());
            if (bold && env.getPaint() instanceof Color colour) {
                content.setStrokingColor(colour);
                content.setLineWidth(BOLD * env.getFont().getSize2D());
                content.setRenderingMode(RenderingMode.FILL_STROKE);
            }
            super.drawText(iterator, env);
            if (bold) {
                content.setRenderingMode(RenderingMode.FILL);
            }
        }

        private static boolean isBold(Font asked) {
            Object weight = asked.getAttributes().get(TextAttribute.WEIGHT);
            return asked.isBold() || (weight instanceof Float heavy && heavy >= TextAttribute.WEIGHT_MEDIUM);
        }
    }
}
