package org.maferstudio.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * Finds texts with too little contrast to their background.
 *
 * <p>The contrast is that of the Web Content Accessibility Guidelines 2.1, success criterion 1.4.3: 4.5 at least, except
 * for what is disabled. Figures are painted and have their own tests.
 */
final class LowContrastTexts {
    /** The least contrast. */
    static final double LEAST = 4.5;

    private LowContrastTexts() {}

    /** All of them, each with its contrast and the style classes around it. */
    static List<String> in(Parent root) {
        // A style set since the last pulse has put the colour back to the default, until CSS is applied.
        root.applyCss();
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Parent parent, List<String> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color colour) {
                double contrast = contrast(seen(colour, text), behind(text));
                if (contrast < LEAST) {
                    found.add(String.format(
                            Locale.ROOT,
                            "low contrast, %.1f: \"%s\" in %s",
                            contrast,
                            text.getText(),
                            TruncatedTexts.place(text.getParent())));
                }
            }
            if (node instanceof Parent inner) {
                collect(inner, found);
            }
        }
    }

    /** A colour as it is left by the opacity of the text and all around it. */
    private static Color seen(Color colour, Node text) {
        double opacity = 1;
        for (Node at = text; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return colour.deriveColor(0, 1, 1, opacity);
    }

    /** The background of a text: the fills of all regions around it, up to the first opaque one. */
    private static Color behind(Node node) {
        List<Color> layers = new ArrayList<>();
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    if (fills.get(i).getFill() instanceof Color colour) {
                        layers.add(colour);
                        if (colour.isOpaque()) {
                            return flat(layers);
                        }
                    }
                }
            }
        }
        layers.add(Color.WHITE);
        return flat(layers);
    }

    /** Colours above each other, the lowest last. */
    private static Color flat(List<Color> layers) {
        Color below = layers.get(layers.size() - 1);
        for (int i = layers.size() - 2; i >= 0; i--) {
            below = over(layers.get(i), below);
        }
        return below;
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    /** The ratio of the luminances of a text and what is behind it, 1 to 21. */
    static double contrast(Color text, Color behind) {
        double one = luminance(over(text, behind));
        double other = luminance(behind);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
