package org.maferstudio.ui.analysis;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maferstudio.image.RasterImage;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/**
 * Plays an analysed film: which frame is shown, which part is selected, and what the timeline shows of it.
 *
 * <p>The place is the index of an analysed frame, so that readings and image always belong together. Images arrive from
 * the background, the one asked for last wins.
 */
final class FilmPlayer {
    /**
     * An image of the film.
     *
     * @param index of its analysed frame
     */
    record Shown(int index, RasterImage image) {}

    private final Jobs jobs;
    private final LatestJob decoding;
    private final FilmReadings readings;
    private final Optional<FilmFrames> frames;
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final BooleanProperty looping = new SimpleBooleanProperty(this, "looping");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final IntegerProperty face = new SimpleIntegerProperty(this, "face");
    private final ObjectProperty<FrameRange> part = new SimpleObjectProperty<>(this, "part");
    private final ReadOnlyObjectWrapper<TimeSpan> span = new ReadOnlyObjectWrapper<>(this, "span");
    private final TimeSpan whole;
    private boolean decodingNow;
    private double clock;

    /**
     * At the beginning of a film.
     *
     * @param film the video file; empty if it is no longer there
     */
    FilmPlayer(Jobs jobs, FilmReadings readings, Optional<Path> film) {
        this.jobs = jobs;
        this.decoding = new LatestJob(jobs);
        this.readings = readings;
        this.frames = film.map(FilmFrames::new);
        this.whole = new TimeSpan(readings.begin(), Math.max(readings.end(), readings.begin() + 0.001));
        span.set(whole);
        face.set(readings.faces().size() == 1 ? readings.faces().get(0) : FilmReadings.LARGEST);
        playing.addListener((property, old, now) -> {
            if (now && readings.size() > 0) {
                startPlaying();
            }
        });
        if (readings.size() > 0) {
            decode(0);
        }
    }

    // Properties

    FilmReadings readings() {
        return readings;
    }

    /** The shown frame, among the analysed ones. */
    ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The latest decoded image; null if there is none. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why there is no image; empty if there is one. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    BooleanProperty playingProperty() {
        return playing;
    }

    /** Whether it begins again at the end of the selected part, or of the film. */
    BooleanProperty loopingProperty() {
        return looping;
    }

    /** Seconds of the film per second. */
    DoubleProperty speedProperty() {
        return speed;
    }

    /** The id of the face whose readings are shown; {@link FilmReadings#LARGEST} for the largest of each frame. */
    IntegerProperty faceProperty() {
        return face;
    }

    /** The selected part; null for none. */
    ReadOnlyObjectProperty<FrameRange> partProperty() {
        return part;
    }

    /** What the timeline shows. */
    ReadOnlyObjectProperty<TimeSpan> spanProperty() {
        return span.getReadOnlyProperty();
    }

    /** The selected part, or the whole film. */
    FrameRange partOrWhole() {
        return part.get() == null ? new FrameRange(0, Math.max(0, readings.size() - 1)) : part.get();
    }

    /** The time of the shown frame, in seconds. */
    double seconds() {
        return readings.size() == 0 ? 0 : readings.seconds(index.get());
    }

    // Commands

    /** Shows an analysed frame; the first or the last if there is none of this index. */
    void seek(int wanted) {
        if (readings.size() == 0) {
            return;
        }
        int next = Math.max(0, Math.min(readings.size() - 1, wanted));
        clock = readings.seconds(next);
        show(next);
    }

    /** Shows the frame of a time, in seconds. */
    void seekTime(double seconds) {
        seek(readings.indexAt(seconds));
    }

    /** Goes on, or back, by a number of frames; stops playing. */
    void step(int by) {
        playing.set(false);
        seek(index.get() + by);
    }

    /** Goes on, or back, by a time in seconds. */
    void skip(double by) {
        seekTime(seconds() + by);
    }

    /**
     * Plays on after a time has passed, in seconds.
     *
     * <p>The next image is only asked for once the last one is there, so that a film that is slow to decode is shown with
     * fewer frames but at its speed.
     */
    void advance(double passed) {
        if (!playing.get() || readings.size() == 0) {
            return;
        }
        clock += passed * speed.get();
        FrameRange played = partOrWhole();
        double end = readings.seconds(played.to()) + readings.duration(played.to());
        if (clock >= end) {
            if (!looping.get()) {
                playing.set(false);
                show(played.to());
                return;
            }
            clock = readings.seconds(played.from());
        }
        int next = readings.indexAt(clock);
        if (next != index.get() && !decodingNow) {
            show(next);
        }
    }

    /** Plays the part again if it is at its end, or outside. */
    private void startPlaying() {
        FrameRange played = partOrWhole();
        boolean outside = !played.contains(index.get()) || index.get() == played.to();
        seek(outside ? played.from() : index.get());
    }

    private void show(int next) {
        if (next != index.get() || shown.get() == null) {
            index.set(next);
            decode(next);
        }
    }

    private void decode(int wanted) {
        if (frames.isEmpty() || !problem.get().isEmpty()) {
            return;
        }
        double seconds = readings.seconds(wanted);
        decodingNow = true;
        decoding.start(JobPlan.<Optional<RasterImage>>of(
                        Texts.of("analysis.job.frame"), progress -> frames.get().at(seconds, progress::stopRequested))
                .onDone(image -> {
                    decodingNow = false;
                    image.ifPresentOrElse(
                            one -> shown.set(new Shown(wanted, one)),
                            () -> fail(Texts.of("analysis.film.error.changed")));
                })
                .onProblem(failed -> fail(failed.getMessage()))
                .weighing(JobPlan.Weight.QUIET));
    }

    /** Shows no image from now on, and why. */
    void fail(String sentence) {
        decodingNow = false;
        shown.set(null);
        problem.set(sentence);
    }

    /** Selects the part between two analysed frames, in any order. */
    void select(int one, int other) {
        int last = readings.size() - 1;
        if (last < 0) {
            return;
        }
        part.set(FrameRange.between(Math.max(0, Math.min(last, one)), Math.max(0, Math.min(last, other))));
    }

    /** Lets the selected part begin at the shown frame. */
    void selectFromHere() {
        int to = part.get() == null ? readings.size() - 1 : part.get().to();
        select(index.get(), Math.max(index.get(), to));
    }

    /** Lets the selected part end at the shown frame. */
    void selectToHere() {
        int from = part.get() == null ? 0 : part.get().from();
        select(Math.min(from, index.get()), index.get());
    }

    /** Selects nothing. */
    void clearPart() {
        part.set(null);
    }

    /** Zooms the timeline to the selected part, or about the shown frame. */
    void zoomIn() {
        if (part.get() == null) {
            zoom(0.5, seconds());
        } else {
            double from = readings.seconds(part.get().from());
            double to = readings.seconds(part.get().to())
                    + readings.duration(part.get().to());
            span.set(new TimeSpan(from, Math.max(to, from + 0.001)));
        }
    }

    /** Zooms the timeline by a factor about a time; below 1 to see more details. */
    void zoom(double factor, double about) {
        span.set(span.get().zoomed(factor, about, whole));
    }

    /** Shows the whole film on the timeline. */
    void zoomOut() {
        span.set(whole);
    }

    /** Frees the film. */
    void close() {
        playing.set(false);
        decoding.drop();
        frames.ifPresent(open -> jobs.quiet(
                Texts.of("analysis.job.close"),
                progress -> {
                    open.close();
                    return "";
                },
                done -> {}));
    }
}
