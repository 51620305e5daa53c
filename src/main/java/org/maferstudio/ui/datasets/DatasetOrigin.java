package org.maferstudio.ui.datasets;

import java.util.List;
import org.maferstudio.texts.Texts;

/**
 * Where a dataset comes from; the manual's page on datasets says the same.
 *
 * @param name of the dataset
 * @param origin who gives it out, and how it is asked for
 * @param terms what to expect, in short; the terms themselves count
 * @param forms what is read
 */
record DatasetOrigin(String name, String origin, String terms, String forms) {
    /** Those that the program has a reader for, then any other, then none. */
    static final List<DatasetOrigin> ALL = List.of(
            new DatasetOrigin(
                    "FER2013",
                    Texts.of("datasets.kaggle-challenges-in"),
                    Texts.of("datasets.an-account-and-the-rules-of-the"),
                    Texts.of("datasets.fer2013-csv-icml-face-data-csv")),
            new DatasetOrigin(
                    "FERPlus",
                    Texts.of("datasets.microsoft-barsoum-et-al-2016"),
                    Texts.of("datasets.check-the-licence-that-lies-with"),
                    Texts.of("datasets.fer2013new-csv-beside-fer2013")),
            new DatasetOrigin(
                    Texts.of("datasets.raf-db-basic-expressions"),
                    Texts.of("datasets.its-authors-li-and-deng-beijing"),
                    Texts.of("datasets.research-without-profit-nothing"),
                    Texts.of("datasets.emolabel-list-patition-label-txt")),
            new DatasetOrigin(
                    "Oulu-CASIA",
                    Texts.of("datasets.its-authors-at-the-university-of"),
                    Texts.of("datasets.given-to-researchers-on-request"),
                    Texts.of("datasets.vl-strong-p001-anger-000-jpeg")),
            new DatasetOrigin(
                    "Aff-Wild2",
                    Texts.of("datasets.its-authors-kollias-and"),
                    Texts.of("datasets.given-to-researchers-on-request-after"),
                    Texts.of("datasets.annotations-expr-set-set-video")),
            new DatasetOrigin(
                    "AffectNet",
                    Texts.of("datasets.its-authors-at-the-university-of-denver"),
                    Texts.of("datasets.given-to-researchers-on-request-after-an"),
                    Texts.of("datasets.a-csv-a-split-with-subdirectory")),
            new DatasetOrigin(
                    "CK+",
                    Texts.of("datasets.its-authors-lucey-et-al-2010"),
                    Texts.of("datasets.on-request-ask-whether-and-how"),
                    Texts.of("datasets.cohn-kanade-images-s005-001-png")),
            new DatasetOrigin(
                    "JAFFE",
                    Texts.of("datasets.its-authors-lyons-kamachi-and"),
                    Texts.of("datasets.given-to-researchers-on-request-check"),
                    Texts.of("datasets.ka-an1-39-tiff-person-expression")),
            new DatasetOrigin(
                    "VGGFace2",
                    Texts.of("datasets.the-visual-geometry-group"),
                    Texts.of("datasets.faces-of-named-persons-for-the"),
                    Texts.of("datasets.train-n000001-0001-01-jpg-a")),
            new DatasetOrigin(
                    Texts.of("datasets.any-other"),
                    Texts.of("datasets.whoever-gives-it-out-also-read"),
                    Texts.of("datasets.photographs-of-faces-are"),
                    Texts.of("datasets.split-class-image-class-image-a")),
            new DatasetOrigin(
                    Texts.of("datasets.drawn-faces"),
                    Texts.of("datasets.the-program-draws-them-nothing"),
                    Texts.of("datasets.they-show-what-low-resolution"),
                    Texts.of("datasets.on-the-command-line-dataset")));
}
