package org.maferstudio.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.maferstudio.job.Problem;

/**
 * Goes through every pane of an open window, clicks its primary action, and keeps a picture of each.
 *
 * <p>It looks at each pulse of the toolkit whether all background work is done, and goes on when it stayed so for some
 * pulses; where that does not happen in time it fails.
 */
final class Walk extends AnimationTimer {
    private static final int QUIET_PULSES = 6;
    private static final long PATIENCE_NS = 60_000_000_000L;

    private final Wiring wiring;
    private final Path out;
    private final String suffix;
    private final CompletableFuture<Integer> pictures;
    private final Iterator<String> panes;
    private String pane;
    private int count;
    private int quiet;
    private long since;

    /** Through the panes of a window; the future hears how many pictures were made, or why not. */
    Walk(Wiring wiring, Path out, String suffix, CompletableFuture<Integer> pictures) {
        this.wiring = wiring;
        this.out = out;
        this.suffix = suffix;
        this.pictures = pictures;
        this.panes = wiring.window().shell().paneIds().iterator();
    }

    @Override
    public void handle(long now) {
        if (since == 0) {
            since = now;
        }
        if (now - since > PATIENCE_NS) {
            end(Problem.failure("The pane " + pane + " did not come to rest within a minute."));
        }
        quiet = wiring.jobs().busyProperty().get() == 0 ? quiet + 1 : 0;
        if (quiet >= QUIET_PULSES) {
            quiet = 0;
            since = now;
            try {
                step();
            } catch (IOException | RuntimeException e) {
                end(e);
            }
        }
    }

    private void step() throws IOException {
        if (pane != null) {
            save(wiring.window().stage().getScene());
            wiring.window().shell().primaryAction().ifPresent(button -> button.fire());
        }
        if (panes.hasNext()) {
            pane = panes.next();
            wiring.desk().show(pane);
        } else {
            end(null);
        }
    }

    private void save(Scene scene) throws IOException {
        WritableImage shot = scene.snapshot(null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(image, "png", out.resolve(pane + "-" + suffix + ".png").toFile());
        count++;
    }

    private void end(Exception failed) {
        stop();
        if (failed == null) {
            pictures.complete(count);
        } else {
            pictures.completeExceptionally(failed);
        }
        var stage = wiring.window().stage();
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
