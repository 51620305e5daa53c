package org.maferstudio.ui.results.selection;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which page of the results is in front. */
public final class ResultsNavigator {
    private final ObjectProperty<ResultsPage> page = new SimpleObjectProperty<>(this, "page", ResultsPage.FIGURES);

    private final ObjectProperty<OtherImages> otherImages =
            new SimpleObjectProperty<>(this, "otherImages", OtherImages.DATASETS);

    /** The page in front. */
    public ObjectProperty<ResultsPage> pageProperty() {
        return page;
    }

    /** Whether a page is in front. */
    public BooleanExpression isAt(ResultsPage which) {
        return page.isEqualTo(which);
    }

    /** What the page of other images shows. */
    public ObjectProperty<OtherImages> otherImagesProperty() {
        return otherImages;
    }

    /** Whether that page is in front, and shows these. */
    public BooleanExpression isAt(OtherImages which) {
        return isAt(ResultsPage.DATASETS).and(otherImages.isEqualTo(which));
    }

    /** Brings a page to the front. */
    public void show(ResultsPage which) {
        page.set(which);
    }
}
