package org.maferstudio.ui.results.importexport;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FigureRenderer;

/** The entries of menus and the sheets through which results go out and come in. */
public final class ImportExportView {
    private final ImportExport exchange;
    private final List<Node> dialogPanes;

    /** Creates the view. */
    public ImportExportView(ImportExport exchange, FigureRenderer figures) {
        this.exchange = exchange;
        dialogPanes = List.of(
                new FigureDialog(exchange.figures(), figures).node(),
                new BundleDialog(exchange.bundle()).node(),
                new ImportDialog(exchange.imports(), figures).node());
    }

    /** They lie above the pane, one at a time. */
    public List<Node> dialogs() {
        return dialogPanes;
    }

    /** Whether none of the sheets is open, so that the pane below can be used. */
    public BooleanBinding closed() {
        return exchange.figures()
                .openProperty()
                .or(exchange.bundle().openProperty())
                .or(exchange.imports().openProperty())
                .not();
    }

    /** What can be taken along. */
    public List<MenuItem> exportItems() {
        MenuItem network = item(Texts.of("results.importExport.export.network"), exchange::exportNetwork);
        network.disableProperty().bind(exchange.networkProperty().not());
        return List.of(
                item(Texts.of("results.importExport.export.figure"), exchange::exportFigure),
                item(Texts.of("results.importExport.export.report"), exchange::exportReport),
                item(Texts.of("results.importExport.export.bundle"), exchange::exportBundle),
                network);
    }

    /** What can be brought. */
    public List<MenuItem> importItems() {
        return List.of(
                item(Texts.of("results.importExport.open.bundle"), exchange::openBundle),
                item(Texts.of("results.importExport.open.results"), exchange::importResults));
    }

    /** Takes tables and matrices that are dropped on the pane. */
    public void dropsOn(Node pane) {
        pane.setOnDragOver(event -> {
            if (!tables(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        pane.setOnDragDropped(event -> {
            List<Path> files = tables(event);
            if (!files.isEmpty()) {
                exchange.importFile(files.get(0));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static List<Path> tables(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(file -> file.toString()
                        .toLowerCase(Locale.ROOT)
                        .matches(".*\\.(" + String.join("|", ImportExport.ENDINGS) + ")"))
                .toList();
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }
}
