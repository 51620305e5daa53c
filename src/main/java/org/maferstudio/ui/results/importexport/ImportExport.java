package org.maferstudio.ui.results.importexport;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.network.export.NetworkFormat;
import org.maferstudio.report.html.HtmlReport;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.networkimport.NetworkImportViewModel;
import org.maferstudio.ui.networkimport.NetworkImporter;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.SelectionViewModel;
import org.maferstudio.ui.workbench.Workbench;

/** Import and export of results. */
public final class ImportExport {
    /** The endings of files that other programs write results into. */
    static final List<String> ENDINGS =
            List.of("csv", "json", "jsonl", "tsv", "txt", "xlsx", "npy", "npz", "gz", "tex", "md");

    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final SelectionViewModel shown;
    private final FigureExport figures;
    private final BundleExport bundle;
    private final ImportForm imports;
    private final NetworkImportViewModel networkImport;
    private final BooleanExpression network;
    private final BooleanExpression imported;

    /** Creates the view model. */
    public ImportExport(
            Workbench workbench, Jobs jobs, FileDialogs dialogs, SelectionViewModel shown, NetworkImporter importer) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.shown = shown;
        figures = new FigureExport(jobs, dialogs);
        bundle = new BundleExport(jobs, dialogs);
        imports = new ImportForm(workbench, jobs);
        networkImport = new NetworkImportViewModel(workbench, jobs, dialogs, importer, workbench::showExperiment);
        network = Bindings.createBooleanBinding(this::hasNetwork, shown.figuresProperty());
        imported = Bindings.createBooleanBinding(() -> shows(Experiment::hasOnnx), shown.figuresProperty());
    }

    // Properties

    /** A figure on its way into a file. */
    FigureExport figures() {
        return figures;
    }

    /** An experiment on its way into a bundle. */
    BundleExport bundle() {
        return bundle;
    }

    /** Results of another program on their way in. */
    ImportForm imports() {
        return imports;
    }

    /** A network of another program on its way in. */
    public NetworkImportViewModel networkImport() {
        return networkImport;
    }

    /** Whether the shown experiment has a network of this program, which can be exported. */
    BooleanExpression networkProperty() {
        return network;
    }

    /** Whether the network of the shown experiment was imported, so that it is a file for other programs already. */
    BooleanExpression importedProperty() {
        return imported;
    }

    // Commands

    /** Prepares a figure of the shown experiments. */
    public void exportFigure() {
        subject().ifPresent(figures::open);
    }

    /** Prepares a bundle of the experiment that is shown. */
    public void exportBundle() {
        subject().ifPresent(subject -> bundle.open(subject.folders().get(0)));
    }

    /** Puts away whatever was being prepared. */
    public void close() {
        figures.openProperty().set(false);
        bundle.openProperty().set(false);
        imports.openProperty().set(false);
        networkImport.openProperty().set(false);
    }

    /** Asks for a file, and writes a report on the shown experiments. */
    public void exportReport() {
        List<Path> folders = folders();
        if (folders.isEmpty()) {
            return;
        }
        String title = String.join(
                ", ", shown.results().stream().map(ExperimentResults::name).toList());
        dialogs.chooseTarget(Texts.of("results.importExport.export.reportTitle"), "report.html", List.of("html"))
                .ifPresent(file -> jobs.write(
                        file,
                        progress -> {
                            HtmlReport.write(
                                    file,
                                    title,
                                    folders.stream().map(Experiment::open).toList());
                            return file;
                        },
                        () -> {}));
    }

    /** Asks for a file, and writes the network of the shown experiment in the format of its extension. */
    public void exportNetwork() {
        if (!hasNetwork()) {
            return;
        }
        Path folder = folders().get(0);
        List<String> endings = Arrays.stream(NetworkFormat.values())
                .map(format -> format.ending().substring(1))
                .toList();
        dialogs.chooseTarget(
                        Texts.of("results.importExport.export.networkTitle"),
                        folder.getFileName() + NetworkFormat.ONNX.ending(),
                        endings)
                .ifPresent(file -> jobs.write(
                        file,
                        progress -> {
                            NetworkFormat.of(file).write(Experiment.open(folder).network(), file);
                            return file;
                        },
                        () -> {}));
    }

    private boolean hasNetwork() {
        return shows(experiment -> experiment.hasNetwork() && !experiment.hasOnnx());
    }

    private boolean shows(Predicate<Experiment> condition) {
        return folders().stream()
                .limit(1)
                .anyMatch(folder -> Experiment.isExperiment(folder) && condition.test(Experiment.open(folder)));
    }

    /** Asks for bundles, and opens them. */
    public void openBundle() {
        dialogs.chooseFiles(Texts.of("results.importExport.open.bundleTitle"), List.of(Bundle.ENDING.substring(1)))
                .forEach(workbench.toOpenProperty()::set);
    }

    /** Asks for results of another program, and prepares their import. */
    public void importResults() {
        dialogs.chooseFiles(Texts.of("results.importForm.chooseFile"), ENDINGS).stream()
                .findFirst()
                .ifPresent(imports::open);
    }

    /** Whether a file may hold results or a network of another program, by its ending. */
    static boolean canImport(Path file) {
        return endsWith(file, ENDINGS) || endsWith(file, NetworkImportViewModel.ENDINGS);
    }

    private static boolean endsWith(Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /** Prepares the import of a file that was dropped. */
    void importFile(Path file) {
        close();
        if (endsWith(file, NetworkImportViewModel.ENDINGS)) {
            networkImport.open(file);
        } else {
            imports.open(file);
        }
    }

    private Optional<ExportSubject> subject() {
        List<ExperimentResults> results = shown.results();
        if (results.isEmpty()) {
            return Optional.empty();
        }
        ExperimentResults first = results.get(0);
        return Optional.of(new ExportSubject(
                folders(),
                first.split(),
                first.predictions().stream().map(Predictions::resolution).toList(),
                shown.resolutionProperty().get(),
                shown.normalisationProperty().get()));
    }

    private List<Path> folders() {
        return shown.results().stream().map(ExperimentResults::folder).toList();
    }
}
