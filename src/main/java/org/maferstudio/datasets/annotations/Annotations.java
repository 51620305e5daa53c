package org.maferstudio.datasets.annotations;

import java.util.List;
import org.maferstudio.expression.LabelSet;

/**
 * What a format found.
 *
 * @param title of the dataset; empty to call it by its folder
 * @param classes in the dataset's order
 * @param areFixed whether these are the classes; otherwise only the likeliest order of numbers
 * @param faces in a fixed order
 * @param skipped what was left out and why
 * @param notes what else the user should know
 */
public record Annotations(
        String title,
        LabelSet classes,
        boolean areFixed,
        List<Annotation> faces,
        List<Skipped> skipped,
        List<String> notes) {
    public Annotations {
        faces = List.copyOf(faces);
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /** Why a line or an image was left out. */
    public enum Reason {
        NO_CLASS,
        NO_IMAGE,
        NO_PATH
    }

    /**
     * What was left out.
     *
     * @param where the row or file
     * @param text one sentence for display
     */
    public record Skipped(Reason reason, String where, String text) {}
}
