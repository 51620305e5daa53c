package org.maferstudio.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Many thumbnails in rows that scroll; only visible ones are created, so that it holds any number of items.
 *
 * <p>One item may be selected, by mouse or by the arrow keys; several, where that is allowed.
 *
 * @param <T> what is shown, such as a sample
 */
public final class ThumbnailGrid<T> extends StackPane {
    private static final double GAP = 4;

    private final ThumbnailSource<T> pictures;
    private final double side;
    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ThumbnailSelection<T> selection = new ThumbnailSelection<>(items);
    private final ListView<Integer> rows = new ListView<>();
    private final List<ThumbnailTile<T>> made = new ArrayList<>();
    private Function<? super T, String> caption = item -> "";
    private Function<? super T, String> detail = item -> caption.apply(item);
    private int columns = 1;

    /**
     * An empty gallery.
     *
     * @param side of each thumbnail's place, in px at the default font size
     */
    public ThumbnailGrid(ThumbnailSource<T> pictures, double side) {
        this.pictures = pictures;
        this.side = side;
        getStyleClass().add("gallery");
        rows.setCellFactory(view -> new RowCell());
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().add(rows);
        widthProperty().addListener((property, old, now) -> arrange());
        items.addListener((ListChangeListener<T>) change -> arrange());
        selection.all().addListener((ListChangeListener<T>) change -> made.forEach(this::mark));
        arrange();
    }

    /** The items, in order. */
    public ObservableList<T> items() {
        return items;
    }

    /** The item that is selected, of several the last; null for none. */
    public ObjectProperty<T> selectedProperty() {
        return selection.leadProperty();
    }

    /** All items that are selected; at most one unless several are allowed. */
    public ObservableList<T> allSelected() {
        return FXCollections.unmodifiableObservableList(selection.all());
    }

    /** Lets several items be selected, with Shift, Ctrl and Ctrl+A. */
    public void allowSeveral() {
        selection.allowSeveral();
    }

    /** Asks for all images again that are on the screen. */
    public void refresh() {
        made.forEach(ThumbnailTile::clear);
        rows.refresh();
    }

    /** A thumbnail's tooltip; its caption unless set. */
    public void setDetail(Function<? super T, String> newDetail) {
        detail = newDetail;
        rows.refresh();
    }

    /** The caption below a thumbnail; nothing unless set. */
    public void setCaption(Function<? super T, String> newCaption) {
        caption = newCaption;
        rows.refresh();
    }

    /** The placeholder while there are no items. */
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
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            selection.selectAll();
            event.consume();
            return;
        }
        int now = items.indexOf(selectedProperty().get());
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
        selection.move(items.get(within), event);
        rows.scrollTo(Math.max(0, within / columns - 1));
        event.consume();
    }

    private void mark(ThumbnailTile<T> tile) {
        tile.mark(tile.item() != null && selection.all().contains(tile.item()));
    }

    private ThumbnailTile<T> tile() {
        ThumbnailTile<T> tile = new ThumbnailTile<>(pictures, side, selection::press);
        made.add(tile);
        return tile;
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
                tiles.add(tile());
            }
            line.getChildren().setAll(tiles.subList(0, columns));
            for (int i = 0; i < tiles.size(); i++) {
                int index = row * columns + i;
                if (i < columns && index < items.size()) {
                    tiles.get(i).show(items.get(index), caption, detail);
                } else {
                    tiles.get(i).clear();
                }
                mark(tiles.get(i));
            }
            setGraphic(line);
        }
    }
}
