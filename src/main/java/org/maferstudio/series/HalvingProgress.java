package org.maferstudio.series;

import java.time.Duration;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Reports the progress of the rounds of {@link Halving} as that of the whole, in epochs. */
final class HalvingProgress implements Progress {
    private final Halving.Shape shape;
    private final Progress progress;
    private int round;

    HalvingProgress(Halving.Shape shape, Progress progress) {
        this.shape = shape;
        this.progress = progress;
    }

    /** A round begins, from 0. */
    void begin(int next) {
        round = next;
    }

    @Override
    public void report(double fraction, String message) {
        report(fraction, message, null);
    }

    @Override
    public void report(double fraction, String message, Duration left) {
        double now = shape.epochsIn(round) * fraction;
        double before = 0;
        for (int i = 0; i < round; i++) {
            before += shape.epochsIn(i);
        }
        double rest = shape.epochsIn(round) - now;
        double all = shape.epochs();
        boolean known = left != null && rest > 0;
        progress.report(
                (before + now) / all,
                Texts.of(
                        "series.halving.progress",
                        round + 1,
                        shape.rounds().size(),
                        shape.rounds().get(round),
                        message),
                known ? Duration.ofMillis((long) (left.toMillis() * (all - before - now) / rest)) : null);
    }

    @Override
    public boolean stopRequested() {
        return progress.stopRequested();
    }
}
