package org.maferstudio.report.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.Made;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.results.Normalisation;
import org.xml.sax.SAXException;

class FigureFileTest {
    private static final Figure FIGURE = ConfusionFigure.of(Made.matrix(Made.SEVEN, 0.7), Normalisation.ROWS);

    @TempDir
    private Path folder;

    @Test
    void aPngHasAsManyPixelsAsItsDotsPerInchSay() throws IOException {
        Path file = folder.resolve("a.png");
        FigureFile.write(file, FIGURE, FigureStyle.paper());
        var image = ImageIO.read(file.toFile());
        assertEquals(Math.round(FIGURE.size().width() * 300 / 72), image.getWidth());
        assertEquals(Math.round(FIGURE.size().height() * 300 / 72), image.getHeight());
    }

    @Test
    void aPngHasTheRequestedResolutionAndStatesIt() throws IOException {
        Path file = folder.resolve("a.png");
        FigureFile.write(file, FIGURE, FigureStyle.paper(), 144);
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(
                Math.round(FIGURE.size().width() * 2),
                ImageIO.read(file.toFile()).getWidth());
        int physical = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertEquals(5669, ByteBuffer.wrap(bytes).getInt(physical + 4), "144 dots an inch of 0.0254 m");
    }

    @Test
    void dotsPerInchThatNoImageCanHaveAreRejected() {
        Path file = folder.resolve("a.png");
        FigureStyle style = FigureStyle.paper();
        assertThrows(Problem.class, () -> FigureFile.write(file, FIGURE, style, 35));
        assertThrows(Problem.class, () -> FigureFile.write(file, FIGURE, style, 1201));
        Figure poster = new Figure() {
            @Override
            public void paint(Graphics2D g, double width, double height, FigureStyle chosen) {
                throw new AssertionError("too large to be painted");
            }

            @Override
            public Size size() {
                return new Size(2000, 2000);
            }
        };
        assertThrows(Problem.class, () -> FigureFile.write(file, poster, style, 600));
        assertTrue(Files.notExists(file), "nothing is written");
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        assertArrayEquals(
                FigureFile.png(FIGURE, FigureStyle.dark(), 72), FigureFile.png(FIGURE, FigureStyle.dark(), 72));
        assertEquals(FigureFile.svg(FIGURE, FigureStyle.dark()), FigureFile.svg(FIGURE, FigureStyle.dark()));
    }

    @Test
    void svgIsWellFormedAndDescribesItsContent() throws IOException, SAXException, ParserConfigurationException {
        Path file = folder.resolve("a.SVG");
        FigureFile.write(file, FIGURE, FigureStyle.paper());
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertEquals("svg", document.getDocumentElement().getTagName());
        assertTrue(Files.readString(file).contains(">Happiness<"));
        assertTrue(Files.readString(file).contains("Rows are true classes"));
    }

    @Test
    void pdfIsOnePageOfTheFiguresSizeWithTextAsTextInAFontThatItCarries() throws IOException {
        Path file = folder.resolve("a.pdf");
        FigureFile.write(file, FIGURE, FigureStyle.paper());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(
                    FIGURE.size().width(), document.getPage(0).getMediaBox().getWidth(), 0.01);
            assertEquals(
                    FIGURE.size().height(), document.getPage(0).getMediaBox().getHeight(), 0.01);
            assertTrue(new PDFTextStripper().getText(document).contains("Happiness"));
            assertEquals(FIGURE.description(), document.getDocumentInformation().getTitle());
            PDResources page = document.getPage(0).getResources();
            for (COSName drawing : page.getXObjectNames()) {
                PDResources resources = ((PDFormXObject) page.getXObject(drawing)).getResources();
                for (COSName font : resources.getFontNames()) {
                    assertTrue(resources.getFont(font).isEmbedded());
                }
            }
        }
    }

    @Test
    void boldNumbersOfAPdfStandInTheMiddleOfTheirColumnAndAreAsLargeAsTheOthers() throws IOException {
        Path file = folder.resolve("a.pdf");
        FigureFile.write(file, FIGURE, FigureStyle.paper());
        List<List<TextPosition>> numbers = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    if (text.matches("0\\.\\d{3}")) {
                        numbers.add(List.copyOf(letters));
                    }
                }
            }.getText(document);
        }
        double size = numbers.get(0).get(0).getFontSizeInPt();
        double cell = middle(numbers.get(1)) - middle(numbers.get(0));
        for (List<TextPosition> number : numbers) {
            double columns = (middle(number) - middle(numbers.get(0))) / cell;
            assertEquals(Math.rint(columns), columns, 0.2 / cell, "a fifth of a point at most");
            assertEquals(size, number.get(0).getFontSizeInPt(), 1e-3);
        }
    }

    private static double middle(List<TextPosition> letters) {
        TextPosition last = letters.get(letters.size() - 1);
        return (letters.get(0).getXDirAdj() + last.getXDirAdj() + last.getWidthDirAdj()) / 2;
    }

    @Test
    void nothingButTheFileIsLeft() throws IOException {
        FigureFile.write(folder.resolve("deep/a.csv"), FIGURE, FigureStyle.paper());
        try (var files = Files.list(folder.resolve("deep"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFigureWithoutATableIsNoCsv() {
        Figure bare = new Figure() {
            @Override
            public void paint(Graphics2D g, double width, double height, FigureStyle style) {
                new FigurePainter(g).background(width, height, style.colours().background());
            }
        };
        assertEquals(Optional.empty(), bare.table());
        assertThrows(Problem.class, () -> FigureFile.write(folder.resolve("a.csv"), bare, FigureStyle.paper()));
    }

    @Test
    void tablesQuoteWhatCsvTexAndHtmlWouldMisread() {
        Table table =
                new Table(List.of("class", "n"), List.of(List.of("a,\"b\"", "1"), List.of("50 % of A_1 & <B>", "2")));
        assertEquals("class,n\n\"a,\"\"b\"\"\",1\n50 % of A_1 & <B>,2\n", TableText.csv(table));
        assertTrue(TableText.tex(table).contains("50 \\% of A\\_1 \\& <B> & 2 \\\\"));
        assertTrue(TableText.html(table).contains("<td>50 % of A_1 &amp; &lt;B&gt;</td>"));
    }
}
