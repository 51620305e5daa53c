package org.maferstudio.ui.results;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.maferstudio.ui.results.selection.HeadlineView;

/** The numbers, and the names of the pages at their right; below them where the window is too narrow for both. */
final class HeadlineLine extends Pane {
    private final HeadlineView headline;
    private final Region pages;

    HeadlineLine(HeadlineView headline, Region pages) {
        super(headline, pages);
        this.headline = headline;
        this.pages = pages;
        // In a small window the last number makes room for the names of the pages.
        headline.roomProperty().bind(headline.widthProperty());
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isOneLine(double width) {
        return headline.leastWidth() + gap() + pages.prefWidth(-1) <= width;
    }

    private double gap() {
        return headline.getSpacing();
    }

    @Override
    protected double computePrefHeight(double width) {
        double numbers = headline.prefHeight(-1);
        double names = pages.prefHeight(-1);
        double inside = width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
        double content = isOneLine(inside) ? Math.max(numbers, names) : numbers + gap() / 2 + names;
        return snappedTopInset() + content + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double numbers = headline.prefHeight(-1);
        double names = pages.prefHeight(-1);
        double wide = Math.min(width, pages.prefWidth(-1));
        if (isOneLine(width)) {
            double high = Math.max(numbers, names);
            headline.resizeRelocate(left, top + (high - numbers) / 2, width - wide - gap(), numbers);
            pages.resizeRelocate(left + width - wide, top + (high - names) / 2, wide, names);
        } else {
            headline.resizeRelocate(left, top, width, numbers);
            pages.resizeRelocate(left, top + numbers + gap() / 2, wide, names);
        }
    }
}
