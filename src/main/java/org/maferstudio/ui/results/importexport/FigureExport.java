package org.maferstudio.ui.results.importexport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.FigureFactory;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.PrintColours;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** A figure on its way into a file: what it shows, in which colours and which form. */
final class FigureExport {
    private static final double POINTS_A_CENTIMETRE = 72 / 2.54;

    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final LatestJob making;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObjectProperty<FigureKind> content =
            new SimpleObjectProperty<>(this, "content", FigureKind.CONFUSION);
    private final ObservableList<Resolution> resolutions = FXCollections.observableArrayList();
    private final ObjectProperty<Resolution> resolution =
            new SimpleObjectProperty<>(this, "resolution", Resolution.NATIVE);
    private final ObjectProperty<Normalisation> cells = new SimpleObjectProperty<>(this, "cells", Normalisation.ROWS);
    private final ObjectProperty<PrintColours> colours = new SimpleObjectProperty<>(this, "colours", PrintColours.BLUE);
    private final ObjectProperty<FigureFormat> format = new SimpleObjectProperty<>(this, "format", FigureFormat.PDF);
    private final NumberInput dpi = NumberInput.whole(FigureFile.LEAST_DPI, FigureFile.MOST_DPI, FigureFile.DPI);
    private final NumberInput letters =
            NumberInput.real(6, 16, FigureStyle.paper().fontSize());
    private final ReadOnlyObjectWrapper<Figure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final StringProperty without = new SimpleStringProperty(this, "without", "");
    private final ObjectBinding<FigureStyle> style;
    private ExportSubject subject;

    /** Of nothing yet. */
    FigureExport(Jobs jobs, FileDialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        making = new LatestJob(jobs);
        style = Bindings.createObjectBinding(this::style, colours, letters.valueProperty());
        content.addListener((property, old, now) -> make());
        resolution.addListener((property, old, now) -> make());
        cells.addListener((property, old, now) -> make());
    }

    // Properties

    /** Whether the dialog is open. */
    BooleanProperty openProperty() {
        return open;
    }

    /** What the figure shows. */
    ObjectProperty<FigureKind> contentProperty() {
        return content;
    }

    /** At which resolutions there are predictions. */
    ObservableList<Resolution> resolutions() {
        return resolutions;
    }

    /** The resolution that is shown, where one is. */
    ObjectProperty<Resolution> resolutionProperty() {
        return resolution;
    }

    /** Normalisation of the matrix. */
    ObjectProperty<Normalisation> cellsProperty() {
        return cells;
    }

    /** The colours. */
    ObjectProperty<PrintColours> coloursProperty() {
        return colours;
    }

    /** The form of the file. */
    ObjectProperty<FigureFormat> formatProperty() {
        return format;
    }

    /** Dots per inch of a PNG. */
    NumberInput dpi() {
        return dpi;
    }

    /** The size of the letters, in points. */
    NumberInput fontSize() {
        return letters;
    }

    /** What will be in the file; null if it cannot be made. */
    ReadOnlyObjectProperty<Figure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** How it will be painted. */
    ObjectBinding<FigureStyle> styleBinding() {
        return style;
    }

    /** Why there is no figure; empty for nothing. */
    ObservableStringValue problemProperty() {
        return problem;
    }

    /** Which experiments are not in the figure and why, a line each; empty if all are. */
    ObservableStringValue withoutProperty() {
        return without;
    }

    /** How large it will be, such as {@code 16.1 x 12.3 cm, 1,900 x 1,450 pixels}; empty for a table. */
    String size() {
        Figure now = figure.get();
        if (now == null || format.get().isTable()) {
            return "";
        }
        double width = now.size().width();
        double height = now.size().height();
        double widthInCm = width / POINTS_A_CENTIMETRE;
        double heightInCm = height / POINTS_A_CENTIMETRE;
        if (format.get() != FigureFormat.PNG || !dpi.isValid()) {
            return Texts.of("results.figureDialog.size.cm", widthInCm, heightInCm);
        }
        double scale = dpi.get() / 72;
        return Texts.of("results.figureDialog.size.pixels", widthInCm, heightInCm, width * scale, height * scale);
    }

    /** The file's text, where it is a table; empty if it is an image, or there is none. */
    String text() {
        Figure now = figure.get();
        return now == null || !format.get().isTable() || now.table().isEmpty()
                ? ""
                : FigureFile.text(now, format.get().ending());
    }

    /** Whether there is anything to save in this form. */
    boolean savable() {
        Figure now = figure.get();
        return now != null
                && letters.isValid()
                && (format.get() != FigureFormat.PNG || dpi.isValid())
                && (!format.get().isTable() || now.table().isPresent());
    }

    // Commands

    /** Starts with what is shown. */
    void open(ExportSubject lookedAt) {
        subject = lookedAt;
        resolutions.setAll(lookedAt.resolutions());
        resolution.set(lookedAt.resolution());
        cells.set(lookedAt.cells());
        open.set(true);
        make();
    }

    /** Asks where to, and writes the file. */
    void save() {
        Figure now = figure.get();
        FigureFormat form = format.get();
        String name = Workspace.fileName(
                        content.get().id() + " " + subject.folders().get(0).getFileName())
                + (content.get().atOneResolution() ? "-" + resolution.get().id() : "");
        Optional<Path> target = dialogs.chooseTarget(
                Texts.of("results.figureDialog.saveTitle"), name + "." + form.ending(), List.of(form.ending()));
        FigureStyle painted = style.get();
        int dots = dpi.isValid() ? dpi.getInt() : FigureFile.DPI;
        target.ifPresent(file -> jobs.write(
                file,
                progress -> {
                    FigureFile.write(file, now, painted, dots);
                    return file;
                },
                () -> open.set(false)));
    }

    private FigureStyle style() {
        FigureStyle paper = letters.isValid() ? FigureStyle.paper().withFontSize(letters.get()) : FigureStyle.paper();
        return colours.get().on(paper);
    }

    private void make() {
        if (!open.get() || subject == null) {
            return;
        }
        ExportSubject of = subject;
        FigureKind what = content.get();
        Resolution at = resolution.get();
        Normalisation counted = cells.get();
        making.start(JobPlan.<Made>of(
                        Texts.of("results.figureDialog.job.figure"), progress -> Made.of(of, what, at, counted))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(made -> {
                    problem.set("");
                    figure.set(made.figure());
                    without.set(String.join("\n", made.without()));
                })
                .onProblem(why -> {
                    figure.set(null);
                    problem.set(why.getMessage());
                    without.set("");
                }));
    }

    /**
     * A figure, and why experiments are not in it.
     *
     * @param without a sentence each; empty if all are in it
     */
    private record Made(Figure figure, List<String> without) {
        /** Of all experiments; where that cannot be, of those that fit with the first. */
        static Made of(ExportSubject subject, FigureKind what, Resolution resolution, Normalisation cells) {
            try {
                return new Made(make(subject, what, resolution, cells), List.of());
            } catch (Problem together) {
                if (subject.folders().size() == 1) {
                    throw together;
                }
                return fitting(subject, what, resolution, cells);
            }
        }

        private static Made fitting(
                ExportSubject subject, FigureKind what, Resolution resolution, Normalisation cells) {
            List<Path> kept = new ArrayList<>();
            List<String> without = new ArrayList<>();
            Figure figure = null;
            for (Path folder : subject.folders()) {
                kept.add(folder);
                try {
                    figure = make(subject.of(kept), what, resolution, cells);
                } catch (Problem why) {
                    if (figure == null) {
                        throw why;
                    }
                    kept.remove(folder);
                    without.add(Texts.of(
                            "results.figureDialog.without",
                            Experiment.open(folder).manifest().recipe().name(),
                            why.getMessage()));
                }
            }
            return new Made(figure, without);
        }
    }

    /** As the command does, from what lies on disk. */
    private static Figure make(ExportSubject subject, FigureKind what, Resolution resolution, Normalisation cells) {
        List<Experiment> experiments =
                subject.folders().stream().map(Experiment::open).toList();
        EvaluatedExperiments evaluated =
                new EvaluatedExperiments(experiments, EvaluatedExperiments.names(experiments), subject.split());
        return FigureFactory.of(evaluated)
                .headed(what, Objects.requireNonNullElse(resolution, Resolution.NATIVE), cells);
    }
}
