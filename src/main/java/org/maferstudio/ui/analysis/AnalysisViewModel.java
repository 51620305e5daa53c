package org.maferstudio.ui.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.analysis.AnalysisRequest;
import org.maferstudio.analysis.FilmFiles;
import org.maferstudio.analysis.TablePart;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.NetworkChoice;
import org.maferstudio.ui.workbench.NetworkChoices;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.video.Film;
import org.maferstudio.video.SampleFilm;

/** The view model of the pane of videos: the form of a new analysis, the queue, and the results that are there and shown. */
public final class AnalysisViewModel {
    /** The folder in the workspace that results go to. */
    static final String FOLDER = "videos";

    private static final String SAMPLE = "sample-video.webm";
    private static final List<String> TABLES = List.of("csv", "json");

    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final AnalysisServices services;
    private final LatestJob opening;
    private final LatestJob listing;
    private final AnalysisForm form;
    private final AnalysisQueue queue;
    private final ObservableList<AnalysedFilm> results = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<OpenFilm> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObjectProperty<Path> openingTable = new SimpleObjectProperty<>(this, "openingTable");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    /** Where the films of this session's results are, by table. */
    private final Map<Path, Path> places = new HashMap<>();

    private boolean networksListed;

    /** Nothing is analysed or shown yet. */
    public AnalysisViewModel(Workbench workbench, Jobs jobs, FileDialogs dialogs, AnalysisServices services) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.services = services;
        this.opening = new LatestJob(jobs);
        this.listing = new LatestJob(jobs);
        this.form = new AnalysisForm(workbench.workspace().folder().resolve(FOLDER));
        this.queue = new AnalysisQueue(jobs, services.analyser(), this::finish);
        form.folderProperty().addListener(property -> listResults());
        workbench.experimentsChangedProperty().addListener((property, old, now) -> networksListed = false);
    }

    // Properties

    /** What is to be analysed next. */
    public AnalysisForm form() {
        return form;
    }

    /** The films that wait, run, were stopped or failed. */
    AnalysisQueue queue() {
        return queue;
    }

    /** The results in the folder of the form, the latest first. */
    ObservableList<AnalysedFilm> results() {
        return results;
    }

    /** The results that are shown; null while the form is. */
    ReadOnlyObjectProperty<OpenFilm> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The table that is being read; null for none. */
    ReadOnlyObjectProperty<Path> openingProperty() {
        return openingTable;
    }

    /** The error message, or empty. */
    StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Lists networks and results again, if that may have changed. */
    public void refresh() {
        listResults();
        if (!networksListed) {
            networksListed = true;
            jobs.quiet(
                    Texts.of("analysis.job.networks"),
                    progress ->
                            NetworkChoices.find(List.of(), services.shipped().get(), workbench.workspace()),
                    (List<NetworkChoice> found) -> form.networks().offer(found, found));
        }
    }

    private void listResults() {
        Path folder = form.folderProperty().get();
        listing.start(JobPlan.<List<AnalysedFilm>>of(Texts.of("analysis.job.list"), progress -> AnalysedFilm.in(folder))
                .onDone(results::setAll)
                .weighing(JobPlan.Weight.QUIET));
    }

    /** Asks for video files and adds them to the form. */
    void chooseFilms() {
        add(dialogs.chooseFiles(Texts.of("analysis.form.films.dialog"), Film.ENDINGS));
    }

    /** Adds the sample video that is included with the program. */
    public void addSample() {
        Path file = workbench.workspace().folder().resolve(FOLDER).resolve(SAMPLE);
        jobs.quiet(
                Texts.of("analysis.job.sample"),
                progress -> SampleFilm.copyTo(file),
                (Path film) -> add(List.of(film)));
    }

    /** Adds videos and those in folders to the form, and opens the last of the results among the files. */
    public void add(List<Path> files) {
        List<Path> films = new ArrayList<>();
        for (Path file : files) {
            if (isTable(file)) {
                open(AnalysedFilm.of(file));
            } else {
                films.add(file);
            }
        }
        List<Path> folders = films.stream().filter(Files::isDirectory).toList();
        films.removeAll(folders);
        if (!films.isEmpty()) {
            form.add(films);
            showForm();
        }
        folders.forEach(this::addFolder);
    }

    private void addFolder(Path folder) {
        problem.set("");
        jobs.start(JobPlan.<List<Path>>of(
                        Texts.of("analysis.job.films", folder), progress -> FilmFiles.in(folder, progress))
                .onDone(this::add)
                .onProblem(failed -> problem.set(failed.getMessage())));
    }

    private static boolean isTable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return TABLES.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /** Asks for the folder that results go to. */
    void chooseFolder() {
        dialogs.chooseFolder(Texts.of("analysis.form.folder.dialog")).ifPresent(form.folderProperty()::set);
    }

    /** Shows the form of a new analysis. */
    void showForm() {
        opening.drop();
        openingTable.set(null);
        close();
    }

    /** Queues the films of the form, which is then empty. */
    public void start() {
        if (!form.completeProperty().get()) {
            return;
        }
        problem.set("");
        List<Path> experiments = form.networks().folders();
        List<AnalysisRequest> requests =
                form.requests(queue.films().stream().map(QueuedFilm::request).toList());
        form.films().clear();
        for (AnalysisRequest request : requests) {
            places.put(request.table(), request.film());
            queue.add(new QueuedFilm(request, experiments));
        }
    }

    private void finish(QueuedFilm film) {
        listResults();
        // Whoever prepares the next analysis or looks at other results is not interrupted.
        if (shown.get() == null && openingTable.get() == null && form.films().isEmpty()) {
            open(AnalysedFilm.of(film.request().table()));
        }
    }

    /** Asks for a table of an earlier analysis, and shows it. */
    void chooseResults() {
        dialogs.chooseFiles(Texts.of("analysis.open.dialog"), TABLES).stream()
                .findFirst()
                .ifPresent(file -> open(AnalysedFilm.of(file)));
    }

    /** Shows results. */
    void open(AnalysedFilm film) {
        OpenFilm before = shown.get();
        if (before != null && before.results().table().equals(film.table())) {
            return;
        }
        open(film, Optional.ofNullable(places.get(film.table())).stream().toList());
    }

    private void open(AnalysedFilm film, List<Path> known) {
        problem.set("");
        openingTable.set(film.table());
        opening.start(JobPlan.<OpenFilm.Contents>of(
                        Texts.of("analysis.job.read", film.title()), progress -> OpenFilm.Contents.read(film, known))
                .onDone(contents -> {
                    openingTable.set(null);
                    close();
                    shown.set(new OpenFilm(jobs, contents));
                })
                .onProblem(failed -> {
                    openingTable.set(null);
                    problem.set(failed.getMessage());
                })
                .weighing(JobPlan.Weight.QUIET));
    }

    /** Asks for the film of the shown results, which is no longer where it was. */
    void locateFilm() {
        OpenFilm open = shown.get();
        dialogs.chooseFiles(Texts.of("analysis.film.locate.dialog", open.title()), Film.ENDINGS).stream()
                .findFirst()
                .ifPresent(film -> {
                    places.put(open.results().table(), film);
                    open(open.results(), List.of(film));
                });
    }

    /** Selects a part of the shown film, and shows the frame in its middle; nothing happens if none is shown. */
    public void select(double from, double to) {
        if (shown.get() != null) {
            FilmPlayer player = shown.get().player();
            player.select(player.readings().indexAt(from), player.readings().indexAt(to));
            player.seekTime((from + to) / 2);
        }
    }

    /** Asks for a file, and saves the rows of the selected part in it, or all if none is selected. */
    void exportPart() {
        OpenFilm open = shown.get();
        if (open.readings().size() == 0) {
            return;
        }
        FrameRange part = open.player().partOrWhole();
        long first = open.readings().frame(part.from()).number();
        long last = open.readings().frame(part.to()).number();
        String table = open.results().table().getFileName().toString();
        String name = table.replaceFirst("\\.csv$", "") + "-" + first + "-" + last + ".csv";
        dialogs.chooseTarget(Texts.of("analysis.means.export.dialog"), name, List.of("csv"))
                .ifPresent(target -> jobs.write(
                        target, progress -> TablePart.write(open.results().table(), first, last, target), () -> {}));
    }

    /** Frees what is shown. */
    public void close() {
        OpenFilm closing = shown.get();
        shown.set(null);
        if (closing != null) {
            closing.player().close();
        }
    }
}
