package org.maferstudio.ui.datasets;

import java.util.List;

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
                    "Kaggle: Challenges in Representation Learning, Facial Expression Recognition"
                            + " Challenge (Goodfellow et al. 2013).",
                    "An account, and the rules of the competition accepted; check them.",
                    "fer2013.csv, icml_face_data.csv, train.csv, folders" + " <split>/<class>/<Usage>_<number>.jpg"),
            new DatasetOrigin(
                    "FERPlus",
                    "Microsoft (Barsoum et al. 2016) publishes the labels; the pictures are those of" + " FER2013.",
                    "Check the licence that lies with the labels; for the pictures, FER2013's terms" + " hold.",
                    "fer2013new.csv beside fer2013.csv, or beside the pictures that it names"),
            new DatasetOrigin(
                    "RAF-DB, basic expressions",
                    "Its authors (Li and Deng, Beijing University of Posts and Telecommunications),"
                            + " by e-mail from an academic address.",
                    "Research without profit; nothing may be passed on. Check the agreement they" + " send.",
                    "EmoLabel/list_patition_label.txt with Image/aligned; copies with numbered"
                            + " folders, whose meaning is asked for"),
            new DatasetOrigin(
                    "Oulu-CASIA",
                    "Its authors at the University of Oulu (Zhao et al. 2011).",
                    "Given to researchers on request; check the licence, above all which faces may be"
                            + " shown in print.",
                    "VL/Strong/P001/Anger/000.jpeg, also VL_Acropped; or <Expression>/<image> without" + " persons"),
            new DatasetOrigin(
                    "Aff-Wild2",
                    "Its authors (Kollias and Zafeiriou), who also run the challenges around it.",
                    "Given to researchers on request, after an agreement; check it before you"
                            + " download or show a frame.",
                    "annotations/EXPR_Set/<set>/<video>.txt with cropped_aligned/<video>/00123.jpg"),
            new DatasetOrigin(
                    "AffectNet",
                    "Its authors at the University of Denver (Mollahosseini, Hasani and Mahoor 2017).",
                    "Given to researchers on request, after an agreement; check the licence.",
                    "a csv a split with subDirectory_filePath and expression, and the pictures"),
            new DatasetOrigin(
                    "CK+",
                    "Its authors (Lucey et al. 2010, Cohn's group at the University of Pittsburgh).",
                    "On request; ask whether and how it is given out now. Only some persons may be"
                            + " shown: check the licence.",
                    "cohn-kanade-images/S005/001/*.png with Emotion/S005/001/*_emotion.txt"),
            new DatasetOrigin(
                    "JAFFE",
                    "Its authors (Lyons, Kamachi and Gyoba 1998).",
                    "Given to researchers on request; check the licence, also for pictures in print.",
                    "KA.AN1.39.tiff: person, expression and number in the name"),
            new DatasetOrigin(
                    "VGGFace2",
                    "The Visual Geometry Group, University of Oxford (Cao et al. 2018); ask whether"
                            + " it is given out now.",
                    "Faces of named persons, for the first step of the training. Check the licence,"
                            + " and your own law.",
                    "train/n000001/0001_01.jpg, a folder a person"),
            new DatasetOrigin(
                    "Any other",
                    "Whoever gives it out; also read their terms.",
                    "Photographs of faces are personal data: most licences forbid passing them on,"
                            + " also as small pictures in a file that you send.",
                    "<split>/<class>/<image>, <class>/<image>, a csv of path,label[,split][,group]"),
            new DatasetOrigin(
                    "Drawn faces",
                    "The program draws them; nothing has to be asked for.",
                    "They show what low resolution does, and say nothing about real faces.",
                    "on the command line: --dataset drawn, or drawn:SEED"));
}
