package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.ui.controls.AccessibleRegions;
import org.maferstudio.ui.controls.ArrowNavigation;

/** The canvas of a panel's dots, with zoom, pan and picking. */
final class DotCanvas extends Region {
    /** How near the mouse has to be to a dot, in px. */
    private static final double NEAR = 9;

    private final Dots dots;
    private final ImageView view = new ImageView();
    private final DotOverlay overlay;
    private final ObjectProperty<Panel.Cloud> cloud = new SimpleObjectProperty<>(this, "cloud");
    private final ObjectProperty<Panel.Cloud> placed = new SimpleObjectProperty<>(this, "placed");
    private final ObjectProperty<Set<String>> selected = new SimpleObjectProperty<>(this, "selected", Set.of());
    private final ObjectProperty<HoveredDot> hovered = new SimpleObjectProperty<>(this, "hovered");
    private final ObjectProperty<HoveredDot> linked = new SimpleObjectProperty<>(this, "linked");
    private final AccessibleRegions spoken =
            new AccessibleRegions(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
    private Viewport plane;
    private boolean fitted = true;
    private final DotLayer layer = new DotLayer();
    private DotBuffer buffer;

    /**
     * Empty until it gets a cloud.
     *
     * @param faces draws faces instead of dots, where they are large enough
     * @param chooses hears which samples someone has chosen; none to clear
     */
    DotCanvas(Dots dots, FaceImages faces, Consumer<Set<String>> chooses) {
        this.dots = dots;
        getStyleClass().add("embedding-plane");
        setFocusTraversable(true);
        overlay = new DotOverlay(this, faces);
        getChildren().addAll(view, overlay);
        getChildren().addAll(spoken.nodes());
        hovered.addListener((property, old, now) -> speak(now));
        focusedProperty().addListener((property, old, now) -> hovered.set(now ? hovered.get() : null));
        view.setManaged(false);
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
        setMinSize(0, 0);
        new DotMouse(this, overlay, chooses);
        cloud.addListener((property, old, now) -> {
            boolean others = old == null || now == null || old.rows() != now.rows();
            // While it is computed it grows, so all of it is shown, until the user zooms.
            if (others || fitted) {
                fit();
            }
            if (now != null && layer.show(now)) {
                layer.colour(dots);
                layer.select(selected.get());
            }
            requestLayout();
        });
        placed.addListener((property, old, now) -> {
            layer.place(now, dots);
            requestLayout();
        });
        selected.addListener((property, old, now) -> {
            layer.select(now);
            requestLayout();
        });
        dots.hiddenProperty().addListener((property, old, now) -> recolour());
        dots.legendProperty().addListener((property, old, now) -> recolour());
        hovered.addListener((property, old, now) -> overlay.paint());
        linked.addListener((property, old, now) -> overlay.paint());
    }

    private void recolour() {
        layer.colour(dots);
        requestLayout();
    }

    ObjectProperty<Panel.Cloud> cloudProperty() {
        return cloud;
    }

    /** Faces that were placed into the embedding, drawn as diamonds; null for none. */
    ObjectProperty<Panel.Cloud> placedProperty() {
        return placed;
    }

    /** The ids of the highlighted samples. */
    ObjectProperty<Set<String>> selectedProperty() {
        return selected;
    }

    /** The dot under the mouse; null for none. */
    ObjectProperty<HoveredDot> hoveredProperty() {
        return hovered;
    }

    /** The dot under the mouse in another canvas; dots of the same sample are marked here too. Null for none. */
    ObjectProperty<HoveredDot> linkedProperty() {
        return linked;
    }

    /** Reloads the faces, which may have changed. */
    void forgetFaces() {
        overlay.forget();
    }

    /** What is seen. */
    Viewport plane() {
        return plane;
    }

    /** Shows another part. */
    void setViewport(Viewport now) {
        plane = now;
        fitted = false;
        requestLayout();
    }

    /** Shows all. */
    void fit() {
        plane = null;
        fitted = true;
        requestLayout();
    }

    /** Whether a dot is shown. */
    boolean shows(EmbeddingRow row) {
        return dots.shows(row);
    }

    /** The colour of a dot, red, green and blue. */
    int colour(EmbeddingRow row) {
        return dots.legendProperty().get().colour(row).getRGB() & 0xffffff;
    }

    /** The radius of dots, in px. */
    double radius() {
        int n = cloud.get() == null ? 1 : cloud.get().rows().size();
        double share = Math.sqrt(getWidth() * getHeight() / Math.max(1, n));
        return Math.max(1.6, Math.min(4.2, share / 5));
    }

    /** The dot that is shown nearest to a place, at most {@link #NEAR} px away; null for none. Diamonds cover dots. */
    HoveredDot under(double x, double y) {
        if (cloud.get() == null || plane == null) {
            return null;
        }
        int diamond = layer.nearestPlaced(mapping(1), x, y, radius() + DotLayer.DIAMOND);
        if (diamond >= 0) {
            return dot(diamond, HoveredDot.Source.PLACED);
        }
        int place = layer.nearest(mapping(1), x, y, NEAR);
        return place < 0 ? null : dot(place, HoveredDot.Source.EMBEDDED);
    }

    private HoveredDot dot(int place, HoveredDot.Source source) {
        return new HoveredDot(cloud(source).rows().get(place), place, source);
    }

    /** The cloud of a dot; null if it is gone. */
    Panel.Cloud cloud(HoveredDot.Source source) {
        return source == HoveredDot.Source.PLACED ? placed.get() : cloud.get();
    }

    /** Where a dot is now, {@code (2)}; empty if it is gone. */
    Optional<float[]> at(HoveredDot dot) {
        return Optional.ofNullable(dot)
                .map(known -> cloud(known.source()))
                .filter(all -> dot.place() < all.rows().size()
                        && all.rows().get(dot.place()).equals(dot.row()))
                .map(all -> all.positions().rows()[dot.place()]);
    }

    /** From the dot that is pointed at to the next in a direction; at first to the one nearest to the middle. */
    void step(int right, int down) {
        Panel.Cloud now = cloud.get();
        if (now == null || plane == null) {
            return;
        }
        List<HoveredDot> shown = new ArrayList<>();
        for (HoveredDot.Source source : HoveredDot.Source.values()) {
            Panel.Cloud of = cloud(source);
            for (int i = 0; of != null && i < of.rows().size(); i++) {
                float[] at = of.positions().rows()[i];
                if (dots.shows(of.rows().get(i)) && contains(plane.px(at, getWidth()), plane.py(at, getHeight()))) {
                    shown.add(dot(i, source));
                }
            }
        }
        ArrowNavigation<HoveredDot> steering = new ArrowNavigation<>(this::px, this::py);
        Optional<HoveredDot> next = at(hovered.get()).isPresent()
                ? steering.next(hovered.get(), shown.stream(), right, down)
                : shown.stream().min(Comparator.comparingDouble(this::fromMiddle));
        next.ifPresent(hovered::set);
    }

    private double px(HoveredDot dot) {
        return plane.px(at(dot).orElseThrow(), getWidth());
    }

    private double py(HoveredDot dot) {
        return plane.py(at(dot).orElseThrow(), getHeight());
    }

    private double fromMiddle(HoveredDot dot) {
        return Math.hypot(px(dot) - getWidth() / 2, py(dot) - getHeight() / 2);
    }

    private void speak(HoveredDot dot) {
        if (plane == null || at(dot).isEmpty()) {
            spoken.silence();
            return;
        }
        double r = radius();
        spoken.describe(DotText.of(cloud(dot.source()).labels(), dot), px(dot) - r, py(dot) - r, 2 * r, 2 * r);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.FOCUS_ITEM && spoken.node() != null
                ? spoken.node()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        overlay.setWidth(width);
        overlay.setHeight(height);
        view.setFitWidth(width);
        view.setFitHeight(height);
        if (width < 1 || height < 1 || cloud.get() == null) {
            view.setImage(null);
            buffer = null;
            overlay.paint();
            return;
        }
        if (plane == null) {
            plane = Viewport.of(cloud.get().positions(), width, height);
        }
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        paint((int) Math.ceil(width * scale), (int) Math.ceil(height * scale), scale);
        overlay.paint();
    }

    private PixelMapping mapping(double scale) {
        return PixelMapping.of(plane, getWidth(), getHeight(), scale);
    }

    private void paint(int wide, int high, double scale) {
        if (buffer == null || buffer.width() != wide || buffer.height() != high) {
            buffer = DotBuffer.of(wide, high);
            view.setImage(new WritableImage(buffer.image()));
        }
        layer.paint(buffer, mapping(scale), radius());
        buffer.image().updateBuffer(all -> null);
    }
}
