package org.maferstudio.app;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.ui.workbench.LogBuffer;

/**
 * Goes through every pane of an open window, saves a screenshot of it and of its {@link Pose scenes}, and clicks its
 * primary action.
 *
 * <p>At each JavaFX pulse it checks whether all background work is done, and continues once that has held for some
 * pulses. It fails if that does not happen in time, if the log has a warning, or if a text is truncated or has low
 * contrast.
 */
final class Walk extends AnimationTimer {
    private static final int CALM_PULSES = 8;
    private static final int PULSES_AFTER_CLICK = 30;

    /** Long enough for a training on drawn faces to have begun. */
    private static final int PULSES_OF_TRAINING = 780;

    private static final long PATIENCE_NS = 60_000_000_000L;

    private enum Step {
        OPEN,
        PICTURE,
        POSE,
        CLICK,
        TIDY
    }

    private final Wiring wiring;
    private final Path out;
    private final String suffix;
    private final CompletableFuture<Integer> pictures;
    private final Iterator<String> panes;
    private final Set<String> unreadable = new LinkedHashSet<>();
    private Iterator<Pose> poses;
    private Step next = Step.OPEN;
    private String pane;
    private String pose;
    private int count;
    private int calm;
    private long since;

    /** Through the panes of a window; the future completes with the number of screenshots, or the failure. */
    Walk(Wiring wiring, Path out, String suffix, CompletableFuture<Integer> pictures) {
        this.wiring = wiring;
        this.out = out;
        this.suffix = suffix;
        this.pictures = pictures;
        this.panes = wiring.window().shell().paneIds().iterator();
    }

    @Override
    public void start() {
        Stage stage = wiring.window().stage();
        // The pointer would light up whatever it happens to lie on.
        new Robot().mouseMove(stage.getX() + stage.getWidth() - 2, stage.getY() + stage.getHeight() - 2);
        wiring.desk().datasetSourceProperty().set(DatasetSource.of("drawn"));
        super.start();
    }

    @Override
    public void handle(long now) {
        since = since == 0 ? now : since;
        boolean working = wiring.busy() && next != Step.TIDY;
        calm = working ? 0 : calm + 1;
        try {
            if (now - since > PATIENCE_NS) {
                throw Problem.failure("The pane " + pane + " did not come to rest within a minute.");
            }
            if (calm >= pulses()) {
                calm = 0;
                since = now;
                failOnWarnings();
                take(next);
            }
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private int pulses() {
        if (next != Step.TIDY) {
            return CALM_PULSES;
        }
        return pane.equals("training") ? PULSES_OF_TRAINING : PULSES_AFTER_CLICK;
    }

    private void take(Step step) throws IOException {
        switch (step) {
            case OPEN -> {
                if (panes.hasNext()) {
                    pane = panes.next();
                    wiring.desk().show(pane);
                    next = Step.PICTURE;
                } else {
                    end(null);
                }
            }
            case PICTURE -> {
                save(pane);
                poses = wiring.poses(pane).iterator();
                pose();
            }
            case POSE -> {
                save(pane + "-" + pose);
                pose();
            }
            case CLICK -> {
                wiring.window().shell().firePrimaryAction();
                next = Step.TIDY;
            }
            case TIDY -> {
                if (Window.getWindows().size() > 1) {
                    save(pane + "-popup");
                } else if (pane.equals("training")) {
                    save(pane + "-running");
                }
                wiring.jobs().listed().forEach(job -> job.requestStop());
                List.copyOf(Window.getWindows()).stream()
                        .filter(window -> window != wiring.window().stage())
                        .forEach(Window::hide);
                next = Step.OPEN;
            }
        }
    }

    /** Shows the next scene of the pane, if there is one more. */
    private void pose() {
        next = Step.CLICK;
        if (poses.hasNext()) {
            Pose taken = poses.next();
            pose = taken.name();
            taken.take().run();
            next = Step.POSE;
        }
    }

    private void failOnWarnings() {
        for (LogBuffer.Line line : wiring.log().lines()) {
            if (line.isWarning()) {
                throw Problem.failure(
                        "The log has a warning from " + line.source() + ": " + line.text() + " " + line.trace());
            }
        }
    }

    /** The window, and what popped up above it. */
    private void save(String name) throws IOException {
        Scene scene = wiring.window().stage().getScene();
        BufferedImage below = picture(scene);
        BufferedImage all = new BufferedImage(below.getWidth(), below.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = all.createGraphics();
        g.drawImage(below, 0, 0, null);
        Point2D corner = corner(scene);
        for (Window window : Window.getWindows()) {
            if (window.getScene() != scene) {
                Point2D at = corner(window.getScene()).subtract(corner);
                g.drawImage(picture(window.getScene()), (int) at.getX(), (int) at.getY(), null);
            }
        }
        g.dispose();
        for (Window window : Window.getWindows()) {
            Parent content = window.getScene().getRoot();
            CutTexts.in(content).forEach(text -> unreadable.add(name + ": " + text));
            FaintTexts.in(content).forEach(text -> unreadable.add(name + ": " + text));
        }
        ImageIO.write(all, "png", out.resolve(name + "-" + suffix + ".png").toFile());
        count++;
    }

    /** The upper left corner of a window's content, on the screen. */
    private static Point2D corner(Scene scene) {
        return new Point2D(
                scene.getWindow().getX() + scene.getX(), scene.getWindow().getY() + scene.getY());
    }

    private static BufferedImage picture(Scene scene) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage shot =
                scene.getRoot().snapshot(clear, new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private void end(Exception failed) {
        stop();
        if (failed == null && !unreadable.isEmpty()) {
            pictures.completeExceptionally(
                    Problem.failure("some texts cannot be read:\n  " + String.join("\n  ", unreadable) + "\n"));
        } else if (failed == null) {
            pictures.complete(count);
        } else {
            pictures.completeExceptionally(failed);
        }
        wiring.window().stage().hide();
    }
}
