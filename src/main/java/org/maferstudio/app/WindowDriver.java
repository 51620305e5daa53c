package org.maferstudio.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.maferstudio.job.Problem;

/** Uses an open window from another thread, and waits for what that causes. */
final class WindowDriver {
    private static final int IDLE_PULSES = 8;
    private static final long PATIENCE_S = 120;

    private final Wiring wiring;

    WindowDriver(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Moves the pointer to a corner, because it would highlight what is below it. */
    void hidePointer() throws IOException, InterruptedException {
        run(() -> {
            Stage stage = wiring.window().stage();
            new Robot().mouseMove(stage.getX() + stage.getWidth() - 2, stage.getY() + stage.getHeight() - 2);
        });
    }

    /** Shows a pane and waits until it has loaded what it shows. */
    void show(String pane) throws IOException, InterruptedException {
        run(() -> wiring.workbench().show(pane));
        awaitIdle();
    }

    /** Saves a screenshot of the window and its popups as a PNG file. */
    void save(Path file) throws IOException, InterruptedException {
        Screenshot.save(ask(() -> Screenshot.of(wiring.window().stage())), file);
    }

    /** Runs an action on the JavaFX thread. */
    void run(Runnable action) throws IOException, InterruptedException {
        ask(() -> {
            action.run();
            return true;
        });
    }

    /** Computes a value on the JavaFX thread. */
    <T> T ask(Callable<T> question) throws IOException, InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    /** Waits until all background work is done. */
    void awaitIdle() throws IOException, InterruptedException {
        await(() -> !wiring.busy());
    }

    /** Waits until a condition has held for some pulses, so that what it caused has been laid out and painted, too. */
    void await(BooleanSupplier holds) throws IOException, InterruptedException {
        await(holds, IDLE_PULSES);
    }

    /** Waits until a condition has held for a number of consecutive pulses. */
    void await(BooleanSupplier holds, int pulses) throws IOException, InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int count;

            @Override
            public void handle(long now) {
                count = holds.getAsBoolean() ? count + 1 : 0;
                if (count >= pulses) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        await(done);
    }

    /** Waits for a value that the JavaFX thread gives. */
    static <T> T await(CompletableFuture<T> value) throws IOException, InterruptedException {
        try {
            return value.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Problem.failure("The window did not respond within two minutes.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException file) {
                throw file;
            }
            throw Problem.failure("The window failed: " + e.getCause() + ".", e.getCause());
        }
    }
}
