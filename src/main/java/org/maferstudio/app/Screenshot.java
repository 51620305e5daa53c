package org.maferstudio.app;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Takes screenshots of the window together with the popups and dialogs above it. */
final class Screenshot {
    private Screenshot() {}

    /** The content of a window with what is open above it, on the JavaFX thread. */
    static BufferedImage of(Stage stage) {
        Scene scene = stage.getScene();
        BufferedImage below = content(scene);
        BufferedImage all = new BufferedImage(below.getWidth(), below.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = all.createGraphics();
        g.drawImage(below, 0, 0, null);
        Point2D corner = corner(scene);
        for (Window window : Window.getWindows()) {
            if (window.getScene() != scene) {
                Point2D at = corner(window.getScene()).subtract(corner);
                g.drawImage(content(window.getScene()), (int) at.getX(), (int) at.getY(), null);
            }
        }
        g.dispose();
        return all;
    }

    /** Writes a PNG file. */
    static void save(BufferedImage image, Path file) throws IOException {
        ImageIO.write(image, "png", file.toFile());
    }

    /** The upper left corner of a window's content, on the screen. */
    private static Point2D corner(Scene scene) {
        return new Point2D(
                scene.getWindow().getX() + scene.getX(), scene.getWindow().getY() + scene.getY());
    }

    private static BufferedImage content(Scene scene) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage size = new WritableImage((int) scene.getWidth(), (int) scene.getHeight());
        return SwingFXUtils.fromFXImage(scene.getRoot().snapshot(clear, size), null);
    }
}
