package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;

/** How to use the first frame of a sequence that starts from a neutral face. */
enum FirstFrame {
    /** It is skipped, as is usual. */
    LEFT_OUT(""),
    /** It is an image of the class neutral. */
    NEUTRAL("-neutral");

    private final String suffix;

    FirstFrame(String suffix) {
        this.suffix = suffix;
    }

    /** The suffix of the reader's name. */
    String suffix() {
        return suffix;
    }

    /** The classes, with neutral as the last where the first frame is one. */
    LabelSet with(LabelSet labels) {
        if (this == LEFT_OUT) {
            return labels;
        }
        List<String> names = new ArrayList<>(labels.names());
        names.add(Expression.NEUTRAL.id());
        return new LabelSet(names);
    }
}
