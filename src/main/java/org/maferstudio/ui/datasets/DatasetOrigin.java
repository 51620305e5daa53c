package org.maferstudio.ui.datasets;

import java.util.List;
import org.maferstudio.texts.Texts;

/**
 * The source of a dataset; the same as on the manual's page on datasets.
 *
 * @param name of the dataset
 * @param origin who distributes it, and how to request it
 * @param terms what to expect, in short; the terms themselves count
 * @param forms what is read
 */
record DatasetOrigin(String name, String origin, String terms, String forms) {
    /** Those that the program has a reader for, then any other, then none. */
    static final List<DatasetOrigin> ALL = List.of(
            new DatasetOrigin(
                    "FER2013",
                    Texts.of("datasets.origins.fer2013.source"),
                    Texts.of("datasets.origins.fer2013.terms"),
                    Texts.of("datasets.origins.fer2013.layout")),
            new DatasetOrigin(
                    "FERPlus",
                    Texts.of("datasets.origins.ferPlus.source"),
                    Texts.of("datasets.origins.ferPlus.terms"),
                    Texts.of("datasets.origins.ferPlus.layout")),
            new DatasetOrigin(
                    Texts.of("datasets.origins.rafDb.title"),
                    Texts.of("datasets.origins.rafDb.source"),
                    Texts.of("datasets.origins.rafDb.terms"),
                    Texts.of("datasets.origins.rafDb.layout")),
            new DatasetOrigin(
                    "Oulu-CASIA",
                    Texts.of("datasets.origins.ouluCasia.source"),
                    Texts.of("datasets.origins.ouluCasia.terms"),
                    Texts.of("datasets.origins.ouluCasia.layout")),
            new DatasetOrigin(
                    "Aff-Wild2",
                    Texts.of("datasets.origins.affWild2.source"),
                    Texts.of("datasets.origins.affWild2.terms"),
                    Texts.of("datasets.origins.affWild2.layout")),
            new DatasetOrigin(
                    "AffectNet",
                    Texts.of("datasets.origins.affectNet.source"),
                    Texts.of("datasets.origins.affectNet.terms"),
                    Texts.of("datasets.origins.affectNet.layout")),
            new DatasetOrigin(
                    "CK+",
                    Texts.of("datasets.origins.ckPlus.source"),
                    Texts.of("datasets.origins.ckPlus.terms"),
                    Texts.of("datasets.origins.ckPlus.layout")),
            new DatasetOrigin(
                    "JAFFE",
                    Texts.of("datasets.origins.jaffe.source"),
                    Texts.of("datasets.origins.jaffe.terms"),
                    Texts.of("datasets.origins.jaffe.layout")),
            new DatasetOrigin(
                    "VGGFace2",
                    Texts.of("datasets.origins.vggFace2.source"),
                    Texts.of("datasets.origins.vggFace2.terms"),
                    Texts.of("datasets.origins.vggFace2.layout")),
            new DatasetOrigin(
                    Texts.of("datasets.origins.other.title"),
                    Texts.of("datasets.origins.other.source"),
                    Texts.of("datasets.origins.other.terms"),
                    Texts.of("datasets.origins.other.layout")),
            new DatasetOrigin(
                    Texts.of("datasets.recent.drawn.title"),
                    Texts.of("datasets.origins.drawn.source"),
                    Texts.of("datasets.origins.drawn.terms"),
                    Texts.of("datasets.origins.drawn.layout")));
}
