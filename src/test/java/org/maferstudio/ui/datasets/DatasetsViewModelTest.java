package org.maferstudio.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.Expression;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;

class DatasetsViewModelTest {
    @TempDir
    Path folder;

    private final HeldJobs jobs = new HeldJobs();
    private Workspace workspace;
    private Workbench workbench;
    private Preferences preferences;
    private DatasetsViewModel model;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
        preferences = new Preferences(new SettingsStore(folder.resolve("settings.json")), Settings.defaults(), jobs);
        model = new DatasetsViewModel(workbench, preferences, jobs, FileDialogs.CANCEL);
        picture("faces/train/happy/a.png", 1);
        picture("faces/train/sad/b.png", 2);
        picture("faces/test/happy/copy.png", 1);
        picture("other/train/happy/c.png", 3);
        picture("numbers/train/1/a.png", 4);
        picture("numbers/train/2/b.png", 5);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void picture(String name, int seed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] values = new byte[48 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) ((i / 48 / 6 * 8 + i % 48 / 6) * 37 * seed);
        }
        Files.write(file, ImageFile.png(new RasterImage(48, 48, 1, values)));
    }

    private List<String> shown() {
        return model.shown().stream().map(Sample::id).toList();
    }

    @Test
    void aRefreshReadsTheOpenDatasetAgain() throws IOException {
        workbench.rereadDataset();
        assertEquals(0, jobs.size(), "there is none");
        model.open(List.of(folder.resolve("faces")));
        jobs.releaseAll();
        assertEquals(3, shown().size());
        picture("faces/train/sad/new.png", 6);
        workbench.rereadDataset();
        jobs.releaseAll();
        assertEquals(4, shown().size());
        assertEquals(4, workbench.datasetProperty().get().samples().size());
    }

    @Test
    void aDatasetThatIsGoneStaysOpenWithAReasonAfterARefresh() throws IOException {
        model.open(List.of(folder.resolve("faces")));
        jobs.releaseAll();
        Files.move(folder.resolve("faces"), folder.resolve("moved"));
        workbench.rereadDataset();
        jobs.releaseAll();
        assertFalse(model.problemProperty().get().isEmpty());
        assertEquals(3, shown().size());
    }

    @Test
    void votesAreReadByAnotherRuleWhenAsked() throws IOException {
        picture("votes/fer0000000.png", 1);
        Files.writeString(
                folder.resolve("votes/fer2013new.csv"),
                """
                Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF
                Training,fer0000000.png,6,0,0,4,0,0,0,0,0,0
                """);
        model.open(List.of(folder.resolve("votes")));
        jobs.releaseAll();
        assertEquals(
                List.of("ferplus", "ferplus-argmax", "ferplus-soft"),
                Datasets.alternatives(model.datasetProperty().get().format()));
        assertEquals(List.of("fer2013-csv"), Datasets.alternatives("fer2013-csv"));
        model.readAs("ferplus-soft");
        jobs.releaseAll();
        assertEquals("ferplus-soft", workbench.datasetSourceProperty().get().format());
        assertEquals(0.4, model.shown().get(0).votes().get(3));
    }

    @Test
    void whatWasOpenedIsShownExaminedAndRemembered() {
        model.open(List.of(folder.resolve("faces")));
        assertEquals("Reading faces…", model.busyProperty().get());
        jobs.releaseAll();
        assertEquals("", model.busyProperty().get());
        assertEquals(List.of("test/happy/copy.png", "train/happy/a.png", "train/sad/b.png"), shown());
        assertNotNull(model.diagnosisProperty().get());
        assertEquals("Duplicates across splits", model.topics().get(0).title());
        assertEquals(List.of(folder.resolve("faces").toString(), "drawn"), List.copyOf(model.recent()));
        assertEquals(
                List.of("8 px", "12 px", "16 px", "24 px", "32 px"),
                model.downsampled().stream()
                        .skip(1)
                        .map(DownsampledImage::title)
                        .toList(),
                "few pixels first, as everywhere");
    }

    @Test
    void aTopicShowsItsImagesNextToEachOther() {
        model.open(List.of(folder.resolve("faces")));
        jobs.releaseAll();
        model.show(model.topics().get(0));
        assertEquals(List.of("test/happy/copy.png", "train/happy/a.png"), shown());
        assertEquals("test/happy/copy.png", model.selectedProperty().get().id());
        model.filterProperty().set(SampleFilter.ALL.withSplit("train").withLabel(1));
        assertEquals(List.of("train/sad/b.png"), shown());
        assertEquals("train/sad/b.png", model.selectedProperty().get().id());
    }

    @Test
    void anotherPaneCanAskForADatasetAndTheNewestWins() {
        workbench
                .datasetSourceProperty()
                .set(DatasetSource.of(folder.resolve("faces").toString()));
        workbench
                .datasetSourceProperty()
                .set(DatasetSource.of(folder.resolve("other").toString()));
        jobs.releaseAll();
        assertEquals(List.of("train/happy/c.png"), shown());
    }

    @Test
    void whatCannotBeOpenedLeavesWhatIsOpen() {
        model.open(List.of(folder.resolve("faces")));
        jobs.releaseAll();
        model.open(List.of(folder.resolve("nothing")));
        jobs.releaseAll();
        assertTrue(model.problemProperty().get().startsWith("There is nothing at"));
        assertEquals(3, model.shown().size());
        assertEquals(
                DatasetSource.of(folder.resolve("faces").toString()),
                workbench.datasetSourceProperty().get());
        model.open(List.of(folder.resolve("other")));
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void numbersAreRequestedAndNothingIsFilledInUnasked() {
        model.open(List.of(folder.resolve("numbers")));
        jobs.releaseAll();
        ClassMappingModel question = model.questionProperty().get();
        assertNull(workbench.datasetProperty().get());
        assertEquals(2, question.lines().size());
        assertNull(question.lines().get(0).answer().get());
        assertFalse(question.answeredProperty().get());
        question.lines().get(0).answer().set(Expression.FEAR);
        question.lines().get(1).answer().set(Expression.FEAR);
        assertFalse(question.answeredProperty().get(), "each expression once");
        question.lines().get(1).answer().set(Expression.ANGER);
        assertTrue(question.answeredProperty().get());
        model.answer();
        jobs.releaseAll();
        assertNull(model.questionProperty().get());
        assertEquals(
                List.of("fear", "anger"),
                workbench.datasetProperty().get().labels().names());
    }

    @Test
    void unknownWordsAreMappedAndTheMappingIsRemembered() throws IOException {
        picture("german/wut/a.png", 1);
        picture("german/freude/b.png", 2);
        picture("german/katzen/c.png", 3);
        model.open(List.of(folder.resolve("german")));
        jobs.releaseAll();
        ClassMappingModel question = model.questionProperty().get();
        assertEquals(
                List.of("freude", "katzen", "wut"),
                question.lines().stream().map(ClassMappingModel.Line::word).toList());
        assertEquals(List.of(), question.orders());
        question.lines().get(0).answer().set(Expression.HAPPINESS);
        question.lines().get(1).leftOut().set(true);
        assertFalse(question.answeredProperty().get());
        question.lines().get(2).answer().set(Expression.ANGER);
        assertTrue(question.answeredProperty().get());
        model.answer();
        jobs.releaseAll();
        assertEquals(List.of("freude/b.png", "wut/a.png"), shown());
        model.open(List.of(folder.resolve("faces")));
        jobs.releaseAll();
        model.openRecent(folder.resolve("german").toString());
        jobs.releaseAll();
        assertNull(model.questionProperty().get(), "what was said once is remembered");
        assertEquals(
                List.of("anger", "happiness"),
                workbench.datasetProperty().get().labels().names());
        model.open(List.of(folder.resolve("german")));
        jobs.releaseAll();
        assertNull(model.questionProperty().get());
    }

    @Test
    void aDatasetHasOneNameInEveryPaneAndKeepsItAfterARestart() {
        model.open(List.of(folder.resolve("faces")));
        jobs.releaseAll();
        String line = model.openLine();
        assertEquals(workbench.datasetNameProperty().get(), model.recentTitle(line));
        model.edits().rename(line, "  Lab faces ");
        assertEquals("Lab faces", model.recentTitle(line));
        assertEquals("Lab faces", workbench.datasetNameProperty().get());
        jobs.releaseAll();

        Workbench later = new Workbench(workspace);
        SettingsStore store = new SettingsStore(folder.resolve("settings.json"));
        DatasetsViewModel again =
                new DatasetsViewModel(later, new Preferences(store, store.load(), jobs), jobs, FileDialogs.CANCEL);
        assertEquals("Lab faces", again.recentTitle(line));
        again.openRecent(line);
        jobs.releaseAll();
        assertEquals("Lab faces", later.datasetNameProperty().get());

        model.edits().undo().undo();
        assertEquals("faces", workbench.datasetNameProperty().get());
        assertEquals("", model.edits().undo().titleProperty().get());
    }

    @Test
    void aDatasetIsRemovedFromTheListAndComesBackAtItsPlace() {
        for (String name : List.of("faces", "other")) {
            model.open(List.of(folder.resolve(name)));
            jobs.releaseAll();
        }
        String faces = folder.resolve("faces").toString();
        model.edits().rename(faces, "Lab faces");
        List<String> before = preferences.get().recentDatasets();
        model.edits().remove(faces);
        assertFalse(model.recent().contains(faces));
        assertEquals("other", workbench.datasetNameProperty().get(), "another one stays open");
        model.edits().undo().undo();
        assertEquals(before, preferences.get().recentDatasets());
        assertEquals("Lab faces", model.recentTitle(faces));
        assertTrue(Files.exists(Path.of(faces)), "files are never touched");
    }

    @Test
    void theOpenDatasetIsClosedWhenItIsRemovedAndOpenedAgainWhenThatIsTakenBack() {
        model.open(List.of(folder.resolve("faces")));
        jobs.releaseAll();
        String line = model.openLine();
        model.edits().remove(line);
        assertNull(workbench.datasetProperty().get());
        assertEquals("", workbench.datasetNameProperty().get());
        assertTrue(model.shown().isEmpty());
        model.edits().undo().undo();
        jobs.releaseAll();
        assertEquals("faces", workbench.datasetNameProperty().get());
        model.edits().remove(RecentDatasetLines.DRAWN);
        assertTrue(model.recent().contains(RecentDatasetLines.DRAWN), "the drawn faces belong to the program");
    }

    @Test
    void croppedFacesOpenAsADatasetBesideTheirFolder() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos/happy"));
        Files.copy(Path.of("src/test/resources/faces/hopper.jpg"), photos.resolve("hopper.jpg"));
        model.open(List.of(folder.resolve("photos")));
        jobs.releaseAll();
        model.crops().show();
        assertEquals(
                folder.resolve("photos-faces"), model.crops().targetProperty().get());
        model.crops().alignmentProperty().set(Alignment.EYES);
        model.crops().start();
        jobs.releaseAll();
        assertEquals(
                "face-crops-eyes/class-folders", model.datasetProperty().get().format());
        assertEquals(1, shown().size());

        model.crops().show();
        model.crops().targetProperty().set(folder.resolve("photos"));
        model.crops().start();
        jobs.releaseAll();
        assertTrue(model.crops().openProperty().get(), "the dialog says why it failed");
        assertTrue(model.crops().problemProperty().get().contains("photos"));
    }
}
