package org.maferstudio.ui.results.importexport;

import java.awt.image.BufferedImage;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.LatestJob;

/** A preview of a figure as in the file, painted by the same painter and scaled to the available space. */
final class FigurePreview extends Region {
    private static final double LARGEST = 2.5;

    private final FigureExport export;
    private final LatestJob newest;
    private final ImageView view = new ImageView();
    private Request painted;

    FigurePreview(FigureExport export, FigureRenderer figures) {
        this.export = export;
        newest = figures.newest();
        getStyleClass().add("figure-preview");
        view.setManaged(false);
        getChildren().add(view);
        export.figureProperty().addListener((property, old, now) -> requestLayout());
        export.styleBinding().addListener((property, old, now) -> requestLayout());
    }

    private record Request(Figure figure, FigureStyle style, double scale) {}

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        Figure figure = export.figureProperty().get();
        if (figure == null || width < 1 || height < 1) {
            view.setImage(null);
            painted = null;
            return;
        }
        Figure.Size size = figure.size();
        double zoom = Math.min(LARGEST, Math.min(width / size.width(), height / size.height()));
        view.setFitWidth(size.width() * zoom);
        view.setFitHeight(size.height() * zoom);
        view.relocate(
                snappedLeftInset() + (width - view.getFitWidth()) / 2,
                snappedTopInset() + (height - view.getFitHeight()) / 2);
        paint(new Request(figure, export.styleBinding().get(), zoom * screenScale()));
    }

    private double screenScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    private void paint(Request request) {
        if (request.equals(painted)) {
            return;
        }
        painted = request;
        Figure.Size size = request.figure().size();
        newest.start(JobPlan.<BufferedImage>of(
                        Texts.of("results.figureDialog.job.preview"),
                        progress -> FigureFile.image(
                                request.figure(), request.style(), size.width(), size.height(), request.scale()))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(image -> view.setImage(FigureRenderer.toImage(image))));
    }
}
