package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FaceDetector;
import org.maferstudio.faces.FaceTracker;
import org.maferstudio.fixture.MadeUpSource;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.RecordingFiles;
import org.maferstudio.video.SourceLostException;
import org.maferstudio.video.SourceName;
import org.maferstudio.video.VideoFrame;

/** Sources that misbehave, each with one that does just that. */
@Timeout(60)
class LiveSessionTest {
    private static final FaceBounds FACE = new FaceBounds(10, 10, 20, 20);
    private static final long SHORT = 150;
    private static final long LONG = 60_000;

    private final Heard heard = new Heard();

    /** On a busy computer, even a source that opens at once takes a while. */
    private LiveSession session(boolean mayComeBack, Supplier<FrameSource> source) {
        return session(mayComeBack, source, new LiveSession.Patience(SHORT, LONG));
    }

    private LiveSession session(boolean mayComeBack, Supplier<FrameSource> source, LiveSession.Patience patience) {
        FaceDetector nobody = new FaceDetector() {
            @Override
            public List<DetectedFace> detect(RasterImage image) {
                return List.of();
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
        return new LiveSession(source, mayComeBack, () -> new FaceReader(nobody, List.of()), heard, patience);
    }

    private LiveSession started(FrameSource source) {
        LiveSession session = session(false, () -> source);
        session.start();
        return session;
    }

    @Test
    void aFilmIsReadToItsEndAndItsSourceClosed() throws InterruptedException {
        MadeUpSource source = new MadeUpSource(
                FrameSource.Pace.EVERY_FRAME, MadeUpSource.frame(64, 48, FACE), MadeUpSource.frame(64, 48, FACE));
        LiveSession session = started(source);
        heard.awaitKind(LiveState.Kind.ENDED);
        source.closed.await();
        session.stop();
        assertTrue(session.awaitEnd(10_000));
        assertEquals(2, heard.readings().size());
        assertEquals(1, heard.readings().get(1).faces().get(0).face().id());
        assertEquals(0, session.dropped());
    }

    @Test
    void aFrameMayChangeItsSizeAndBeOf4kOrBlackOrWithoutAFace() throws InterruptedException {
        MadeUpSource source = new MadeUpSource(
                FrameSource.Pace.EVERY_FRAME,
                MadeUpSource.frame(64, 48, FACE),
                MadeUpSource.frame(3840, 2160, new FaceBounds(1000, 500, 700, 700)),
                MadeUpSource.unknown(() -> new RasterImage(1, 1, 3, new byte[3])),
                MadeUpSource.frame(640, 480));
        started(source);
        heard.awaitKind(LiveState.Kind.ENDED);
        assertEquals(4, heard.readings().size());
    }

    @Test
    void aHundredFacesAreFollowedAndNotMore() throws InterruptedException {
        FaceBounds[] crowd = IntStream.range(0, 130)
                .mapToObj(i -> new FaceBounds(40 * (i % 16), 40 * (i / 16), 30, 30))
                .toArray(FaceBounds[]::new);
        started(new MadeUpSource(FrameSource.Pace.EVERY_FRAME, MadeUpSource.frame(640, 480, crowd)));
        heard.awaitKind(LiveState.Kind.ENDED);
        assertEquals(FaceTracker.MOST, heard.readings().get(0).faces().size());
    }

    @Test
    void aStalledSourceIsReportedAsWaitingAndStops() throws InterruptedException {
        MadeUpSource source =
                new MadeUpSource(FrameSource.Pace.OWN, MadeUpSource.frame(64, 48, FACE), MadeUpSource.stall());
        LiveSession session = started(source);
        LiveState waiting = heard.awaitKind(LiveState.Kind.WAITING);
        assertTrue(waiting.sentence().startsWith("No new frame for"), waiting.sentence());
        session.stop();
        assertTrue(session.awaitEnd(10_000));
        source.closed.await();
        assertEquals(LiveState.Kind.STOPPED, session.state().kind());
    }

    @Test
    void aCameraThatVanishesIsOpenedAgainWhenItComesBack() throws InterruptedException {
        MadeUpSource first = new MadeUpSource(
                FrameSource.Pace.OWN,
                MadeUpSource.frame(64, 48, FACE),
                MadeUpSource.failure(new SourceLostException("Camera 0 went away.")));
        MadeUpSource second = new MadeUpSource(FrameSource.Pace.EVERY_FRAME, MadeUpSource.frame(64, 48, FACE));
        Iterator<MadeUpSource> sources = List.of(first, second).iterator();
        List<Integer> refused = new ArrayList<>();
        session(true, () -> {
                    if (first.closed.getCount() == 0 && refused.isEmpty()) {
                        refused.add(1);
                        throw Problem.input("Camera 0 cannot be opened.");
                    }
                    return sources.next();
                })
                .start();
        heard.await(state -> state.sentence().equals("Camera 0 went away."));
        heard.awaitKind(LiveState.Kind.ENDED);
        first.closed.await();
        second.closed.await();
        assertEquals(1, refused.size());
    }

    @Test
    void aSourceThatCannotBeOpenedIsReportedWithItsOwnMessage() throws InterruptedException {
        LiveSession session = session(false, () -> {
            throw Problem.input("This is no video. Choose another.");
        });
        session.start();
        LiveState failed = heard.awaitKind(LiveState.Kind.FAILED);
        assertEquals("This is no video. Choose another.", failed.sentence());
        assertTrue(session.awaitEnd(10_000));
        assertFalse(heard.kinds().contains(LiveState.Kind.ENDED), "it failed, and did not come to its end");
    }

    @Test
    void aSourceThatNeverOpensIsGivenUpAndClosedWhenItDoes() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        MadeUpSource late = new MadeUpSource(FrameSource.Pace.OWN, MadeUpSource.frame(64, 48, FACE));
        LiveSession session = session(
                false,
                () -> {
                    boolean open = false;
                    while (!open) {
                        try {
                            answers.await();
                            open = true;
                        } catch (InterruptedException e) {
                            // A driver does not hear interrupts either.
                        }
                    }
                    return late;
                },
                new LiveSession.Patience(SHORT, SHORT));
        session.start();
        LiveState failed = heard.awaitKind(LiveState.Kind.FAILED);
        assertTrue(failed.sentence().contains("did not open"), failed.sentence());
        assertTrue(session.awaitEnd(10_000));
        answers.countDown();
        late.closed.await();
        assertEquals(List.of(), heard.readings());
    }

    @Test
    void aSecondSessionStartsWhileTheFirstStillOpens() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        MadeUpSource slow = new MadeUpSource(FrameSource.Pace.OWN);
        LiveSession first = session(false, () -> {
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return slow;
        });
        first.start();
        asked.await();
        first.stop();
        MadeUpSource source = new MadeUpSource(FrameSource.Pace.EVERY_FRAME, MadeUpSource.frame(64, 48, FACE));
        started(source);
        heard.awaitKind(LiveState.Kind.ENDED);
        source.closed.await();
        answers.countDown();
        slow.closed.await();
        assertTrue(first.awaitEnd(10_000));
    }

    private static MadeUpSource film(FrameSource.Pace pace, int frames) {
        return new MadeUpSource(
                pace,
                IntStream.range(0, frames)
                        .mapToObj(i -> MadeUpSource.frame(64, 48, FACE, new FaceBounds(35, 10, 10, 10)))
                        .toArray(MadeUpSource.Step[]::new));
    }

    @ParameterizedTest
    @EnumSource(FrameSource.Pace.class)
    void afterTheEndTheLastFrameIsReadAtEveryResolutionThatIsRequested(FrameSource.Pace pace) throws Exception {
        LiveSession session = started(film(pace, 2));
        heard.awaitKind(LiveState.Kind.ENDED);
        LiveReading last = heard.readings().get(heard.readings().size() - 1);
        session.setResolution(OptionalInt.of(8));
        LiveReading low = heard.awaitReading(reading -> reading.resolution().equals(OptionalInt.of(8)));
        assertTrue(low.isSameFrame(last));
        assertEquals(
                last.faces().stream().map(FaceReading::face).toList(),
                low.faces().stream().map(FaceReading::face).toList());
        session.setResolution(OptionalInt.of(16));
        heard.awaitReading(reading -> reading.resolution().equals(OptionalInt.of(16)));
        session.stop();
        assertTrue(session.awaitEnd(10_000));
    }

    /** More than once, as the source may end before or after the session says that it was stopped. */
    @RepeatedTest(20)
    void afterASourceWasStoppedItsLastFrameIsReadAtOtherResolutions() throws InterruptedException {
        MadeUpSource source =
                new MadeUpSource(FrameSource.Pace.OWN, MadeUpSource.frame(64, 48, FACE), MadeUpSource.stall());
        LiveSession session = started(source);
        heard.awaitReading(reading -> true);
        session.stopSource();
        source.closed.await();
        heard.awaitKind(LiveState.Kind.STOPPED);
        session.setResolution(OptionalInt.of(8));
        heard.awaitReading(reading -> reading.resolution().equals(OptionalInt.of(8)));
        session.stop();
        assertTrue(session.awaitEnd(10_000));
    }

    @Test
    void afterAFailureTheLastFrameIsReadAtOtherResolutions() throws InterruptedException {
        LiveSession session = started(new MadeUpSource(
                FrameSource.Pace.EVERY_FRAME,
                MadeUpSource.frame(64, 48, FACE),
                MadeUpSource.failure(Problem.input("It is damaged."))));
        heard.awaitKind(LiveState.Kind.FAILED);
        session.setResolution(OptionalInt.of(8));
        heard.awaitReading(reading -> reading.resolution().equals(OptionalInt.of(8)));
        session.stop();
    }

    @Test
    void aSourceWithoutFramesEndsTheSession() throws InterruptedException {
        LiveSession session = started(film(FrameSource.Pace.EVERY_FRAME, 0));
        heard.awaitKind(LiveState.Kind.ENDED);
        assertTrue(session.awaitEnd(10_000));
    }

    @ParameterizedTest
    @EnumSource(
            value = FrameSource.Pace.class,
            names = {"TIMED", "EVERY_FRAME", "STILLS"})
    void freezeHoldsAFilmWhichGoesOnWithItsNextFrame(FrameSource.Pace pace) throws InterruptedException {
        MadeUpSource film = film(pace, 40);
        LiveSession session = session(false, () -> film);
        session.setStillTime(20);
        session.start();
        heard.awaitReading(reading -> reading.frame().number() >= 3);
        session.setFrozen(true);
        session.setResolution(OptionalInt.of(8));
        LiveReading held = heard.awaitReading(reading -> reading.resolution().equals(OptionalInt.of(8)));
        Thread.sleep(600);
        assertTrue(
                film.taken() <= held.frame().number() + 3, film.taken() + " frames were read of a film that is held");
        session.setFrozen(false);
        heard.awaitKind(LiveState.Kind.ENDED);
        List<Long> numbers = heard.readings().stream()
                .map(reading -> reading.frame().number())
                .distinct()
                .toList();
        assertEquals(39, numbers.get(numbers.size() - 1));
        assertEquals(40 - session.dropped(), numbers.size());
        assertTrue(
                numbers.contains(held.frame().number() + 1) || session.dropped() > 0,
                "the frame after the frozen one is left out: " + numbers);
        session.stop();
    }

    @Test
    void freezeHoldsNoCameraWhoseFramesAreDropped() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        MadeUpSource camera = new MadeUpSource(
                FrameSource.Pace.OWN,
                MadeUpSource.frame(64, 48, FACE),
                number -> {
                    later.await();
                    return MadeUpSource.frame(64, 48, FACE).take(number);
                },
                MadeUpSource.frame(64, 48, FACE),
                MadeUpSource.frame(64, 48, FACE),
                MadeUpSource.stall());
        LiveSession session = started(camera);
        heard.awaitReading(reading -> true);
        session.setFrozen(true);
        session.setResolution(OptionalInt.of(8));
        heard.awaitReading(reading -> heard.isReadAgain(reading));
        later.countDown();
        camera.awaitTaken(5);
        assertEquals(2, session.dropped());
        session.setFrozen(false);
        heard.awaitReading(reading -> reading.frame().number() == 3);
        session.stop();
    }

    @Test
    void aFilmThatEndsWhileItIsFrozenSaysSo() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        LiveSession session =
                started(new MadeUpSource(FrameSource.Pace.EVERY_FRAME, MadeUpSource.frame(64, 48, FACE), number -> {
                    later.await();
                    return Optional.empty();
                }));
        heard.awaitReading(reading -> true);
        session.setFrozen(true);
        session.setResolution(OptionalInt.of(8));
        heard.awaitReading(heard::isReadAgain);
        later.countDown();
        heard.awaitKind(LiveState.Kind.ENDED);
        session.stop();
    }

    @Test
    void aFrameThatArrivesAfterFreezeIsNotRead() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        MadeUpSource camera = new MadeUpSource(
                FrameSource.Pace.OWN,
                MadeUpSource.frame(64, 48, FACE),
                number -> {
                    later.await();
                    return MadeUpSource.frame(64, 48, FACE).take(number);
                },
                MadeUpSource.stall());
        LiveSession session = started(camera);
        heard.awaitReading(reading -> true);
        // Long enough for the reader to wait for the next frame.
        Thread.sleep(50);
        session.setFrozen(true);
        later.countDown();
        camera.awaitTaken(3);
        Thread.sleep(300);
        assertEquals(1, heard.readings().size());
        session.setFrozen(false);
        heard.awaitReading(reading -> reading.frame().number() == 1);
        session.stop();
    }

    @Test
    void theSelectedFaceOfAFrozenFrameIsTheSweepsFace() throws InterruptedException {
        LiveSession session = started(film(FrameSource.Pace.EVERY_FRAME, 2));
        session.setSweeping(true);
        heard.awaitKind(LiveState.Kind.ENDED);
        heard.awaitReading(
                reading -> reading.sweep().isPresent() && reading.sweep().get().face() == 1);
        session.selectFace(2);
        heard.awaitReading(
                reading -> reading.sweep().isPresent() && reading.sweep().get().face() == 2);
        session.stop();
    }

    @Test
    void framesOfACameraThatCameBackGoOnInNumberAndTime() throws InterruptedException {
        Iterator<MadeUpSource> sources = List.of(
                        new MadeUpSource(
                                FrameSource.Pace.OWN,
                                MadeUpSource.frame(64, 48, FACE),
                                MadeUpSource.failure(new SourceLostException("Camera 0 went away."))),
                        new MadeUpSource(FrameSource.Pace.OWN, MadeUpSource.frame(64, 48, FACE), MadeUpSource.stall()))
                .iterator();
        LiveSession session = session(true, sources::next);
        session.start();
        VideoFrame second =
                heard.awaitReading(reading -> reading.frame().number() == 1).frame();
        assertTrue(second.milliseconds() >= 1000, second.milliseconds() + " ms, but it was away for a second");
        List<LiveState.Kind> kinds = heard.kinds();
        assertTrue(kinds.indexOf(LiveState.Kind.WAITING) < kinds.lastIndexOf(LiveState.Kind.RUNNING), kinds.toString());
        session.stop();
    }

    @Test
    void aRecordingHasNoFrameThatWasCapturedBeforeIt(@TempDir Path folder) throws Exception {
        CountDownLatch later = new CountDownLatch(1);
        CountDownLatch detecting = new CountDownLatch(1);
        MadeUpSource camera = new MadeUpSource(
                FrameSource.Pace.OWN,
                MadeUpSource.unknown(() -> new RasterImage(64, 48, 1, new byte[64 * 48])),
                MadeUpSource.frame(64, 48, FACE),
                number -> {
                    later.await();
                    return MadeUpSource.frame(64, 48, FACE).take(number);
                },
                MadeUpSource.stall());
        FaceDetector slow = new FaceDetector() {
            @Override
            public List<DetectedFace> detect(RasterImage image) {
                try {
                    detecting.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
        LiveSession session = new LiveSession(
                () -> camera,
                false,
                () -> new FaceReader(slow, List.of()),
                heard,
                new LiveSession.Patience(LONG, LONG));
        session.start();
        camera.awaitTaken(3);
        Recording recording = Recording.create(folder.resolve("a"), "camera", List.of());
        session.setRecording(recording);
        detecting.countDown();
        heard.awaitReading(reading -> reading.frame().number() == 1);
        assertEquals(0, recording.frames());
        later.countDown();
        heard.awaitReading(reading -> reading.frame().number() == 2);
        session.setRecording(null);
        recording.close();
        assertEquals(1, recording.frames());
        session.stop();
    }

    @Test
    void aReplayOfImagesOfEverySizeIsTheSameTable(@TempDir Path folder) throws Exception {
        Path images = Files.createDirectory(folder.resolve("images"));
        for (int i = 0; i < 4; i++) {
            ImageFile.write(
                    new RasterImage(100 + 20 * (i % 3), 90, 3, new byte[3 * (100 + 20 * (i % 3)) * 90]),
                    images.resolve(i + ".png"));
        }
        Path first = record(SourceName.of(images.toString()), folder.resolve("first"));
        Path second = record(SourceName.of(first.toString()), folder.resolve("second"));
        String table = Files.readString(first.resolve(RecordingFiles.TABLE));
        assertEquals(4, table.lines().filter(row -> row.contains(",1,5.00,")).count(), table);
        assertEquals(table, Files.readString(second.resolve(RecordingFiles.TABLE)));
    }

    /** Records a source, in each of whose frames a detector finds one face. */
    private static Path record(SourceName source, Path into) throws InterruptedException {
        Heard heard = new Heard();
        FaceDetector one = new FaceDetector() {
            @Override
            public List<DetectedFace> detect(RasterImage image) {
                double side = image.width() / 3.0;
                return List.of(new DetectedFace(new FaceBounds(5, 7, side, side), 0.8, Optional.empty()));
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
        LiveSession session = new LiveSession(
                source::open, false, () -> new FaceReader(one, List.of()), heard, LiveSession.Patience.USUAL);
        session.setStillTime(0);
        try (Recording recording = Recording.create(into, "made up", List.of())) {
            session.setRecording(recording);
            session.start();
            heard.awaitKind(LiveState.Kind.ENDED);
            session.stop();
            session.awaitEnd(10_000);
        }
        return into;
    }

    @Test
    void framesThatComeTooFastAreDroppedAndCounted() throws InterruptedException {
        LatestFrame frames = new LatestFrame();
        for (int i = 0; i < 5; i++) {
            frames.put(MadeUpSource.frame(8, 8).take(i).orElseThrow());
        }
        assertEquals(4, frames.dropped());
        assertEquals(4, frames.take().orElseThrow().number());
        frames.end();
        assertTrue(frames.exhausted());
    }
}
