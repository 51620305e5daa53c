package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FaceDetector;
import org.maferstudio.faces.FaceTracker;
import org.maferstudio.fixture.MadeUpSource;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.SourceLostException;

/** Sources that misbehave, each with one that does just that. */
@Timeout(60)
class LiveSessionTest {
    private static final FaceBounds FACE = new FaceBounds(10, 10, 20, 20);
    private static final long SHORT = 150;

    private final Heard heard = new Heard();

    private LiveSession session(boolean mayComeBack, Supplier<FrameSource> source) {
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
        return new LiveSession(
                source,
                mayComeBack,
                () -> new FaceReader(nobody, List.of()),
                heard,
                new LiveSession.Patience(SHORT, SHORT));
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
        LiveSession session = session(false, () -> {
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
        });
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

    @Test
    void framesThatComeTooFastAreDroppedAndCounted() throws InterruptedException {
        LatestFrame frames = new LatestFrame();
        for (int i = 0; i < 5; i++) {
            frames.put(MadeUpSource.frame(8, 8).take(i).orElseThrow());
        }
        assertEquals(4, frames.dropped());
        assertEquals(4, frames.take(0).orElseThrow().number());
        frames.end();
        assertTrue(frames.exhausted());
    }
}
