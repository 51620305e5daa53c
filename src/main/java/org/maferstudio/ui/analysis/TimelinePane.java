package org.maferstudio.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.maferstudio.analysis.AnalysedFace;
import org.maferstudio.expression.ValueTitle;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The film on a line of time, a lane for each network, and below it one for each value that is no class. A click shows that frame, a drag selects a part, Ctrl and the wheel
 * zoom.
 */
final class TimelinePane extends Region {
    private static final double CLICK = 4;
    private static final double ZOOM = 1.25;
    /** Between the numbers below the lanes, in font sizes. */
    private static final double BETWEEN_TICKS = 6;

    /** The height of those numbers. */
    private static final double RULER = 1.6;

    /** The height of the lane of a value with its title. */
    private static final double VALUE = 3.4;

    /** Between lanes, in px. */
    private static final double GAP = 4;

    private static final double[] STEPS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400
    };

    private final FilmPlayer player;
    private final List<Label> titles = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    /** Of each network. */
    private final List<List<ValueLane>> values = new ArrayList<>();
    /** The titles of {@link #values}. */
    private final List<List<Label>> names = new ArrayList<>();

    private final List<Label> ticks = new ArrayList<>();
    private final Region brush = new Region();
    private final Region playhead = new Region();
    private double pressed = Double.NaN;
    private boolean brushing;

    TimelinePane(FilmPlayer player) {
        this.player = player;
        getStyleClass().add("film-timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setCursor(Cursor.CROSSHAIR);
        for (int network = 0; network < player.readings().networks().size(); network++) {
            Label title = new Label(player.readings().networks().get(network).title());
            title.getStyleClass().addAll(Styles.TEXT_SMALL, "film-lane-title");
            title.setMouseTransparent(true);
            titles.add(title);
            lanes.add(new Lane(player, network));
            addValues(network);
        }
        brush.getStyleClass().add("film-brush");
        playhead.getStyleClass().add("film-playhead");
        for (Region mark : List.of(brush, playhead)) {
            mark.setManaged(false);
            mark.setMouseTransparent(true);
        }
        getChildren().addAll(titles);
        getChildren().addAll(lanes);
        values.forEach(getChildren()::addAll);
        names.forEach(getChildren()::addAll);
        getChildren().addAll(brush, playhead);
        player.indexProperty().addListener(property -> {
            placeMarks();
            describe();
        });
        player.partProperty().addListener(property -> placeMarks());
        player.faceProperty().addListener(property -> describe());
        player.spanProperty().addListener(property -> requestLayout());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                player.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, timeAt(event.getX()));
                event.consume();
            }
        });
        describe();
    }

    private void addValues(int network) {
        List<String> all = player.readings().networks().get(network).valueNames();
        List<ValueLane> lines = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int value = 0; value < all.size(); value++) {
            Label name = new Label(ValueTitle.of(all.get(value)));
            name.getStyleClass().addAll(Styles.TEXT_SMALL, "film-lane-title");
            name.setMouseTransparent(true);
            labels.add(name);
            lines.add(new ValueLane(player, network, value));
        }
        values.add(lines);
        names.add(labels);
    }

    private double timeAt(double x) {
        return player.spanProperty().get().timeAt(Math.max(0, Math.min(1, x / Math.max(1, getWidth()))));
    }

    private double xOf(double seconds) {
        return getWidth() * player.spanProperty().get().shareAt(seconds);
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            pressed = event.getX();
            brushing = false;
        }
    }

    private void drag(MouseEvent event) {
        if (Double.isNaN(pressed)) {
            return;
        }
        brushing |= Math.abs(event.getX() - pressed) >= CLICK;
        if (brushing) {
            FilmReadings readings = player.readings();
            player.select(readings.indexAt(timeAt(pressed)), readings.indexAt(timeAt(event.getX())));
        }
    }

    private void release(MouseEvent event) {
        if (!Double.isNaN(pressed) && !brushing) {
            player.seekTime(timeAt(event.getX()));
        }
        pressed = Double.NaN;
    }

    private double em() {
        return titles.isEmpty() ? 14 : titles.get(0).getFont().getSize();
    }

    @Override
    protected double computePrefHeight(double width) {
        return (lanes.size() == 1 ? 12 : 8 * lanes.size()) * em() + (VALUE * valueCount() + RULER) * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 5 * lanes.size() * em() + (VALUE * valueCount() + RULER) * em();
    }

    private int valueCount() {
        return values.stream().mapToInt(List::size).sum();
    }

    @Override
    protected void layoutChildren() {
        double ruler = RULER * em();
        double value = VALUE * em();
        double lane = (getHeight() - ruler - valueCount() * value) / Math.max(1, lanes.size());
        double title = 1.5 * em();
        double y = 0;
        for (int i = 0; i < lanes.size(); i++) {
            titles.get(i).resizeRelocate(0, y, getWidth(), title);
            lanes.get(i).resizeRelocate(0, y + title, getWidth(), Math.max(1, lane - title - GAP));
            y += lane;
            for (int each = 0; each < values.get(i).size(); each++) {
                names.get(i).get(each).resizeRelocate(0, y, getWidth(), title);
                values.get(i).get(each).resizeRelocate(0, y + title, getWidth(), value - title - GAP);
                y += value;
            }
        }
        placeTicks(getHeight() - ruler);
        placeMarks();
    }

    private void placeTicks(double y) {
        TimeSpan span = player.spanProperty().get();
        double least = span.length() * BETWEEN_TICKS * em() / Math.max(1, getWidth());
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && STEPS[i] >= least; i--) {
            step = STEPS[i];
        }
        int used = 0;
        int decimals = step < 1 ? 1 : 0;
        for (long i = (long) Math.ceil(span.from() / step); i * step <= span.to(); i++) {
            Label tick = tick(used);
            tick.setText(TimeText.of(i * step, decimals));
            double wide = Math.ceil(tick.prefWidth(-1));
            double x = xOf(i * step) - wide / 2;
            boolean fits = x + wide <= getWidth() + 1;
            tick.setVisible(fits);
            tick.resizeRelocate(Math.max(0, x), y, wide, tick.prefHeight(-1));
            used++;
        }
        for (int i = used; i < ticks.size(); i++) {
            ticks.get(i).setVisible(false);
        }
    }

    private Label tick(int number) {
        if (number == ticks.size()) {
            Label tick = new Label();
            tick.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            tick.setManaged(false);
            tick.setMouseTransparent(true);
            ticks.add(tick);
            getChildren().add(0, tick);
            tick.applyCss();
        }
        return ticks.get(number);
    }

    private void placeMarks() {
        double tall = getHeight() - RULER * em();
        double x = xOf(player.seconds());
        playhead.setVisible(
                player.readings().size() > 0 && player.spanProperty().get().contains(player.seconds()));
        playhead.resizeRelocate(Math.rint(x) - 1, 0, 2, tall);
        FrameRange part = player.partProperty().get();
        brush.setVisible(part != null);
        if (part != null) {
            FilmReadings readings = player.readings();
            double from = Math.max(0, xOf(readings.seconds(part.from())));
            double to = Math.min(getWidth(), xOf(readings.seconds(part.to()) + readings.duration(part.to())));
            brush.setVisible(to > from);
            brush.resizeRelocate(from, 0, Math.max(2, to - from), tall);
        }
    }

    /** Says what is at the shown frame, to those who cannot see the lanes. */
    private void describe() {
        if (player.readings().size() == 0 || player.playingProperty().get()) {
            return;
        }
        StringBuilder text =
                new StringBuilder(Texts.of("analysis.timeline.accessible", TimeText.of(player.seconds(), 2)));
        List<FilmReadings.Network> networks = player.readings().networks();
        for (int network = 0; network < networks.size(); network++) {
            FilmReadings.Network one = networks.get(network);
            String answer = player.readings()
                    .prediction(
                            player.indexProperty().get(), player.faceProperty().get(), network)
                    .map(read -> answer(one, read))
                    .orElse(Texts.of("analysis.network.noFace"));
            text.append(String.format(Locale.ROOT, " %s: %s.", one.title(), answer));
        }
        setAccessibleText(text.toString());
    }

    private static String answer(FilmReadings.Network network, AnalysedFace.Expressions read) {
        int best = read.predicted();
        StringBuilder text = new StringBuilder(network.labels().title(best)
                + " "
                + Numbers.wholePercent(read.probabilities().get(best)));
        for (int value = 0; value < network.valueNames().size(); value++) {
            text.append(", ")
                    .append(ValueTitle.of(network.valueNames().get(value)))
                    .append(' ')
                    .append(Numbers.signed(read.values().get(value), 2));
        }
        return text.toString();
    }
}
