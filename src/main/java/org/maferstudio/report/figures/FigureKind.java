package org.maferstudio.report.figures;

import java.util.Locale;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** The figures of experiments: window, command, report and export offer what is listed here. */
public enum FigureKind {
    /** Confusion matrices at one resolution. */
    CONFUSION(Texts.of("report.kind.confusion"), Scope.RESOLUTION, FigureFactory::confusion),
    /** Confusion matrices in the order, with the decimals and the scale of the paper's figure. */
    PAPER(Texts.of("report.kind.paper"), Scope.RESOLUTION, (all, at, cells) -> all.paper(at)),
    /** The accuracy of each class at one resolution. */
    CLASSES(Texts.of("report.kind.classes"), Scope.RESOLUTION, (all, at, cells) -> all.classes(at)),
    /** Accuracy by resolution. */
    RESOLUTION(Texts.of("report.kind.resolution"), Scope.SPLIT, (all, at, cells) -> all.resolution()),
    /** The accuracy of each class by resolution, of one experiment. */
    HEATMAP(Texts.of("report.kind.heatmap"), Scope.SPLIT, (all, at, cells) -> all.heatmap()),
    /** Accuracy by confidence at one resolution. */
    RELIABILITY(Texts.of("report.kind.reliability"), Scope.RESOLUTION, (all, at, cells) -> all.reliability(at)),
    /** Accuracy by coverage at one resolution. */
    COVERAGE(Texts.of("report.kind.coverage"), Scope.RESOLUTION, (all, at, cells) -> all.coverage(at)),
    /** Deep features in the plane, as computed by mafer embed. */
    EMBEDDING(Texts.of("report.kind.embedding"), Scope.RESOLUTION, (all, at, cells) -> all.embedding(at)),
    /** The training curves. */
    HISTORY(Texts.of("report.kind.history"), Scope.TRAINING, (all, at, cells) -> all.history());

    /** What a figure is of. */
    enum Scope {
        /** One resolution of a split. */
        RESOLUTION,
        /** All resolutions of a split. */
        SPLIT,
        /** The training, whatever the split. */
        TRAINING
    }

    /** Makes a figure. */
    @FunctionalInterface
    interface Maker {
        Figure make(FigureFactory all, Resolution resolution, Normalisation cells);
    }

    private final String title;
    private final Scope scope;
    /** Stateless: a reference to a method of the factory. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Maker maker;

    FigureKind(String title, Scope scope, Maker maker) {
        this.title = title;
        this.scope = scope;
        this.maker = maker;
    }

    /** As the command line and names of files have it, such as {@code confusion}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether it shows one resolution of several. */
    public boolean atOneResolution() {
        return scope == Scope.RESOLUTION;
    }

    Scope scope() {
        return scope;
    }

    Maker maker() {
        return maker;
    }
}
