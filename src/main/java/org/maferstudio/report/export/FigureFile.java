package org.maferstudio.report.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.SVGUtils;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.texts.Texts;

/** Writes figures as png, svg or pdf, and their data as csv or tex, depending on the extension. */
public final class FigureFile {
    /** Default resolution of a PNG in dots per inch, as most conferences require. */
    public static final int DPI = 300;

    /** Minimum dots per inch of a PNG. */
    public static final int LEAST_DPI = 36;

    /** Maximum dots per inch of a PNG. */
    public static final int MOST_DPI = 1200;
    /** Maximum number of pixels, which bounds the memory. */
    private static final double MOST_PIXELS = 100e6;

    private FigureFile() {}

    /**
     * Writes a figure at its own {@link Figure#size size}. An existing file is replaced only after the new one is
     * complete.
     *
     * @throws Problem if the file type is unknown, the figure has no table, or the file cannot be written
     */
    public static void write(Path file, Figure figure, FigureStyle style) {
        write(file, figure, style, DPI);
    }

    /**
     * Writes a figure like {@link #write(Path, Figure, FigureStyle)}, with a resolution for PNG.
     *
     * @param dpi dots per inch of a PNG; ignored for other file types
     * @throws Problem likewise, or if the resolution is too low or gives too many pixels
     */
    public static void write(Path file, Figure figure, FigureStyle style, int dpi) {
        byte[] bytes = bytes(file, figure, style, dpi);
        SafeFile.write(file, beside -> Files.write(beside, bytes));
    }

    private static byte[] bytes(Path file, Figure figure, FigureStyle style, int dpi) {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return switch (kind) {
            case "png" -> png(figure, style, checked(figure, dpi));
            case "svg" -> svg(figure, style).getBytes(StandardCharsets.UTF_8);
            case "csv", "tex" -> text(figure, kind).getBytes(StandardCharsets.UTF_8);
            case "pdf" -> PdfFile.bytes(figure, style);
            default -> throw Problem.input(Texts.of("report.figureFile.error.extension", file));
        };
    }

    /**
     * The data of a figure as text.
     *
     * @param kind {@code csv}, or {@code tex} for a booktabs table
     * @throws Problem if the figure has no table
     */
    public static String text(Figure figure, String kind) {
        boolean csv = kind.equals("csv");
        Table table = (csv ? figure.data() : figure.table())
                .orElseThrow(() -> Problem.input(Texts.of("report.figureFile.error.noTable", kind)));
        return csv ? TableText.csv(table) : TableText.tex(table);
    }

    private static int checked(Figure figure, int dpi) {
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw Problem.input(Texts.of("report.figureFile.error.dpi", LEAST_DPI, MOST_DPI, dpi));
        }
        double scale = dpi / 72.0;
        if (figure.size().width() * scale * figure.size().height() * scale > MOST_PIXELS) {
            throw Problem.input(Texts.of("report.figureFile.error.pixels", dpi));
        }
        return dpi;
    }

    /** Paints a figure as an image of a given size, for the screen. */
    public static BufferedImage image(Figure figure, FigureStyle style, int width, int height) {
        return image(figure, style, width, height, 1);
    }

    /**
     * Paints a figure as an image for a scaled screen.
     *
     * @param width in points; the image has {@code scale} times as many pixels
     * @param height likewise
     * @param scale pixels per point
     */
    public static BufferedImage image(Figure figure, FigureStyle style, double width, double height, double scale) {
        int pixelsWide = (int) Math.max(1, Math.round(width * scale));
        int pixelsHigh = (int) Math.max(1, Math.round(height * scale));
        BufferedImage image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(scale, scale);
            figure.paint(g, width, height, style);
        } finally {
            g.dispose();
        }
        return image;
    }

    /** Encodes a figure as PNG with its resolution. */
    public static byte[] png(Figure figure, FigureStyle style, int dpi) {
        BufferedImage painted =
                image(figure, style, figure.size().width(), figure.size().height(), dpi / 72.0);
        BufferedImage opaque = new BufferedImage(painted.getWidth(), painted.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = opaque.createGraphics();
        // The last row of pixels may be partially covered.
        g.setColor(style.colours().background());
        g.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
        g.drawImage(painted, 0, 0, null);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        ImageWriter writer = writers.next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(opaque), writer.getDefaultWriteParam());
            metadata.mergeTree("javax_imageio_png_1.0", resolution(dpi));
            writer.write(new IIOImage(opaque, null, metadata));
        } catch (IOException e) {
            throw Problem.failure(Texts.of("report.figureFile.error.encode", e.getMessage()), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode resolution(int dpi) {
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        String perMetre = Integer.toString((int) Math.round(dpi / 0.0254));
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(physical);
        return root;
    }

    /** Encodes a figure as an SVG document with real text. */
    public static String svg(Figure figure, FigureStyle style) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svgElement(figure, style, "figure") + "\n";
    }

    /**
     * Encodes a figure as an SVG element for a page.
     *
     * @param id prefix of the names of its parts, unique on the page; letters and digits
     */
    public static String svgElement(Figure figure, FigureStyle style, String id) {
        double width = figure.size().width();
        double height = figure.size().height();
        SVGGraphics2D g = new SVGGraphics2D(width, height, SVGUnits.PT);
        g.setDefsKeyPrefix(id);
        g.setFontFunction(SvgFonts::families);
        // A hundredth of a point is finer than any printer can print.
        g.setGeomDoubleConverter(SVGUtils.createDoubleConverter(2));
        figure.paint(g, width, height, style);
        String element = g.getSVGElement(
                id,
                true,
                new org.jfree.svg.ViewBox(0, 0, (int) Math.round(width), (int) Math.round(height)),
                null,
                null);
        int start = element.indexOf('>') + 1;
        return element.substring(0, start) + "<title>" + TableText.xml(figure.description()) + "</title>"
                + element.substring(start);
    }
}
