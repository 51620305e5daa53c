package org.maferstudio.ui.controls;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** Renders figures in the background, in the style of the window, and saves them. */
public final class FigureRenderer {
    /** Pixels per point of a copied figure, so that it is sharp on a slide. */
    private static final double COPY_SCALE = 3;

    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final ObservableValue<FigureStyle> style;

    /** Figures of one window. */
    public FigureRenderer(Jobs jobs, FileDialogs dialogs, ObservableValue<FigureStyle> style) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.style = style;
    }

    /** The current colours and font of the window. */
    ObservableValue<FigureStyle> style() {
        return style;
    }

    /** Work of which only the latest request counts. */
    public LatestJob newest() {
        return new LatestJob(jobs);
    }

    /** Asks where to, and saves it for print at a suitable size; the ending of the name determines the format. */
    public void save(Figure figure, String name) {
        Optional<Path> target =
                dialogs.chooseTarget(Texts.of("common.figure.save.title"), name + ".svg", endings(figure));
        target.ifPresent(file -> jobs.write(
                file,
                progress -> {
                    FigureFile.write(file, figure, FigureStyle.paper());
                    return file;
                },
                () -> {}));
    }

    /** Copies a figure to the clipboard as an image, as it would be saved. */
    public void copy(Figure figure) {
        jobs.quiet(
                Texts.of("common.figure.job", figure.description()),
                progress -> FigureFile.image(
                        figure,
                        FigureStyle.paper(),
                        figure.size().width(),
                        figure.size().height(),
                        COPY_SCALE),
                (BufferedImage image) -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(toImage(image));
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    private static List<String> endings(Figure figure) {
        return figure.table().isPresent() ? List.of("svg", "pdf", "png", "csv", "tex") : List.of("svg", "pdf", "png");
    }

    /** The pixels of a premultiplied ARGB image as a JavaFX image, without a copy. */
    public static Image toImage(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new WritableImage(new PixelBuffer<>(
                image.getWidth(), image.getHeight(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }
}
