package org.maferstudio.ui.results.importexport;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.networkimport.NetworkImportDialog;

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
                new ImportDialog(exchange.imports(), figures).node(),
                new NetworkImportDialog(exchange.networkImport()).node());
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
                .or(exchange.networkImport().openProperty())
                .not();
    }

    /** What can be taken along. */
    public List<MenuItem> exportItems() {
        MenuItem network = item(Texts.of("results.importExport.export.network"), exchange::exportNetwork);
        network.disableProperty().bind(exchange.networkProperty().not());
        network.textProperty()
                .bind(Bindings.when(exchange.importedProperty())
                        .then(Texts.of("results.importExport.export.imported"))
                        .otherwise(Texts.of("results.importExport.export.network")));
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
                item(Texts.of("results.importExport.open.results"), exchange::importResults),
                item(Texts.of("networkimport.menu"), exchange.networkImport()::choose));
    }

    /** Takes tables, matrices and networks that are dropped on the pane. */
    public void dropsOn(Node pane) {
        pane.setOnDragOver(event -> {
            if (!files(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        pane.setOnDragDropped(event -> {
            List<Path> files = files(event);
            if (!files.isEmpty()) {
                exchange.importFile(files.get(0));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(ImportExport::canImport)
                .toList();
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }
}
