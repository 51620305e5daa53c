package org.maferstudio.ui.controls;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.maferstudio.job.Problem;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.ChartFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.FigureRegion;
import org.maferstudio.report.figures.HeadedFigure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.LatestJob;

/**
 * Shows a figure at its own size: one with axes as a chart that can be zoomed and panned, any other painted in the
 * background at the screen's scale; the latest figure, size and theme win.
 *
 * <p>{@link #overlay()} lies above the figure in the same coordinates, for what hovers or is selected.
 */
public final class FigurePane extends Region {
    private final FigureRenderer figures;
    private final LatestJob newest;
    private final String name;
    private Supplier<String> fileName;
    private Supplier<String> header = () -> "";
    private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(this, "figure");
    private final ImageView view = new ImageView();
    private final ChartPane chart = new ChartPane();
    private final Pane overlay = new Pane();
    private final ReadOnlyObjectWrapper<List<FigureRegion>> spots =
            new ReadOnlyObjectWrapper<>(this, "spots", List.of());
    private Request painted;

    /**
     * Empty until it gets a figure.
     *
     * @param name of the file that "Save figure" suggests, such as {@code confusion}
     */
    public FigurePane(FigureRenderer figures, String name) {
        this.figures = figures;
        this.newest = figures.newest();
        this.name = name;
        this.fileName = () -> name;
        getStyleClass().add("figure");
        setAccessibleText(name);
        overlay.setPickOnBounds(false);
        view.setManaged(false);
        view.setMouseTransparent(true);
        overlay.getChildren().addAll(chart.crosshair());
        getChildren().addAll(view, chart, overlay);
        chart.onRepainted(regions -> spots.set(regions));
        figure.addListener((property, old, now) -> {
            setAccessibleText(now == null ? name : now.description());
            requestLayout();
        });
        figures.style().addListener((property, old, now) -> requestLayout());
        setMinSize(0, 0);
        setPrefSize(480, 320);
        setOnContextMenuRequested(event -> {
            if (figure.get() != null) {
                menu().show(this, event.getScreenX(), event.getScreenY());
            }
        });
    }

    /** The content; null for none. */
    public ObjectProperty<Figure> figureProperty() {
        return figure;
    }

    public Figure getFigure() {
        return figure.get();
    }

    public void setFigure(Figure newFigure) {
        figure.set(newFigure);
    }

    /** The colours and font it is painted with now. */
    public FigureStyle style() {
        return figures.style().getValue();
    }

    /** Suggests a name for files, such as one that names the experiment, and what stands above the figure in them. */
    public void suggest(Supplier<String> newFileName, Supplier<String> newHeader) {
        fileName = newFileName;
        header = newHeader;
    }

    /** Asks for a file, and saves the figure, if there is one. */
    public void save() {
        if (figure.get() != null) {
            String text = header.get();
            figures.save(text.isEmpty() ? figure.get() : new HeadedFigure(text, figure.get()), fileName.get());
        }
    }

    /** The regions of the figure that represent samples; empty if there are none. */
    public ReadOnlyObjectProperty<List<FigureRegion>> spotsProperty() {
        return spots.getReadOnlyProperty();
    }

    /** The overlay, which has the size of the figure. */
    public Pane overlay() {
        return overlay;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = getWidth() - x - snappedRightInset();
        double height = getHeight() - y - snappedBottomInset();
        view.relocate(x, y);
        view.setFitWidth(width);
        view.setFitHeight(height);
        overlay.resizeRelocate(x, y, width, height);
        chart.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
        if (width < 1 || height < 1 || figure.get() == null) {
            view.setImage(null);
            chart.clear();
            spots.set(List.of());
            painted = null;
            return;
        }
        if (figure.get() instanceof ChartFigure interactive) {
            view.setImage(null);
            painted = null;
            chart.show(interactive, figures.style().getValue());
            return;
        }
        chart.clear();
        repaint(new Request(
                figure.get(),
                new Dimension2D(width, height),
                scale(),
                figures.style().getValue()));
    }

    /** Zooms or pans a chart by a key; the pane that has the focus passes on what it does not need. */
    public void zoom(KeyEvent event) {
        chart.zoom(event);
    }

    private void repaint(Request request) {
        if (request.equals(painted)) {
            return;
        }
        painted = request;
        newest.start(JobPlan.<Painted>of(Texts.of("common.figure.job", name), progress -> request.paint())
                .weighing(JobPlan.Weight.QUIET)
                .onDone(now -> {
                    view.setImage(FigureRenderer.toImage(now.image()));
                    spots.set(now.spots());
                }));
    }

    private double scale() {
        return Optional.ofNullable(getScene())
                .map(scene -> scene.getWindow())
                .map(Window::getRenderScaleX)
                .orElseGet(() -> Screen.getPrimary().getOutputScaleX());
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem(Texts.of("common.figure.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(chart.isVisible() ? chart.snapshot(null, null) : view.getImage());
            Clipboard.getSystemClipboard().setContent(content);
        });
        copy.setDisable(view.getImage() == null && !chart.isVisible());
        MenuItem save = new MenuItem(Texts.of("common.figure.save"));
        save.setOnAction(event -> save());
        ContextMenu menu = new ContextMenu(copy, save);
        if (chart.isVisible()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(chart.menuItems());
        }
        menu.setAutoHide(true);
        return menu;
    }

    private record Painted(BufferedImage image, List<FigureRegion> spots) {}

    private record Request(Figure figure, Dimension2D size, double scale, FigureStyle style) {
        Painted paint() {
            try {
                BufferedImage image = FigureFile.image(figure, style, size.getWidth(), size.getHeight(), scale);
                return new Painted(image, figure.spots(new Figure.Size(size.getWidth(), size.getHeight()), style));
            } catch (Problem e) {
                throw e;
            } catch (RuntimeException e) {
                throw Problem.failure(Texts.of("common.figure.error"), e);
            }
        }
    }
}
