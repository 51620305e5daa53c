package org.maferstudio.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Many thumbnails in rows that scroll; only those on the screen are made, so that it takes any number of items.
 *
 * <p>One item may be selected, by mouse or by the arrow keys.
 *
 * @param <T> what is shown, such as a sample
 */
public final class Gallery<T> extends StackPane {
    private static final double GAP = 4;

    private final Thumbnails<T> thumbnails;
    private final double side;
    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ObjectProperty<T> selected = new SimpleObjectProperty<>(this, "selected");
    private final ListView<Integer> rows = new ListView<>();
    private Function<? super T, String> caption = item -> "";
    private int columns = 1;

    /**
     * An empty gallery.
     *
     * @param side of each thumbnail's place, in px at letters of the usual size
     */
    public Gallery(Thumbnails<T> thumbnails, double side) {
        this.thumbnails = thumbnails;
        this.side = side;
        getStyleClass().add("gallery");
        rows.setCellFactory(view -> new RowCell());
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().add(rows);
        widthProperty().addListener((property, old, now) -> arrange());
        items.addListener((ListChangeListener<T>) change -> {
            arrange();
            if (!items.contains(selected.get())) {
                selected.set(null);
            }
        });
        arrange();
    }

    /** What is shown, in order. */
    public ObservableList<T> items() {
        return items;
    }

    /** The item that is selected; null for none. */
    public ObjectProperty<T> selectedProperty() {
        return selected;
    }

    /** What stands below a thumbnail and in its tooltip; nothing unless set. */
    public void setCaption(Function<? super T, String> newCaption) {
        caption = newCaption;
        rows.refresh();
    }

    /** What is shown while there are no items. */
    public void setPlaceholder(EmptyState placeholder) {
        rows.setPlaceholder(placeholder);
    }

    private void arrange() {
        // 20 px for the bar at the right.
        columns = (int) Math.max(1, (getWidth() - 20) / (side + 2 * GAP));
        int count = (items.size() + columns - 1) / columns;
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        if (numbers.size() == rows.getItems().size()) {
            rows.refresh();
        } else {
            rows.getItems().setAll(numbers);
        }
    }

    private void onKey(KeyEvent event) {
        int now = items.indexOf(selected.get());
        int next =
                switch (event.getCode()) {
                    case LEFT -> now - 1;
                    case RIGHT -> now + 1;
                    case UP -> now - columns;
                    case DOWN -> now + columns;
                    case HOME -> 0;
                    case END -> items.size() - 1;
                    default -> Integer.MIN_VALUE;
                };
        if (next == Integer.MIN_VALUE || items.isEmpty()) {
            return;
        }
        int within = now < 0 ? 0 : Math.max(0, Math.min(items.size() - 1, next));
        selected.set(items.get(within));
        rows.scrollTo(Math.max(0, within / columns - 1));
        event.consume();
    }

    private final class RowCell extends ListCell<Integer> {
        private final HBox line = new HBox(GAP);
        private final List<ThumbnailTile<T>> tiles = new ArrayList<>();

        RowCell() {
            getStyleClass().add("gallery-row");
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                tiles.forEach(ThumbnailTile::clear);
                setGraphic(null);
                return;
            }
            while (tiles.size() < columns) {
                tiles.add(new ThumbnailTile<>(thumbnails, selected, side));
            }
            line.getChildren().setAll(tiles.subList(0, columns));
            for (int i = 0; i < tiles.size(); i++) {
                int index = row * columns + i;
                if (i < columns && index < items.size()) {
                    tiles.get(i).show(items.get(index), caption);
                } else {
                    tiles.get(i).clear();
                }
            }
            setGraphic(line);
        }
    }
}
