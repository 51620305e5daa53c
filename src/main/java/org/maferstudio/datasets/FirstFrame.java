package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** What becomes of the first frame of a sequence that starts from a neutral face. */
enum FirstFrame {
    /** It is left out, as is usual. */
    LEFT_OUT("", ""),
    /** It is a picture of the class neutral. */
    NEUTRAL("-neutral", Texts.of("datasets.and-the-first-as-neutral"));

    private final String suffix;
    private final String layout;

    FirstFrame(String suffix, String layout) {
        this.suffix = suffix;
        this.layout = layout;
    }

    /** What the reader's name ends with. */
    String suffix() {
        return suffix;
    }

    /** What the reader's description ends with. */
    String layout() {
        return layout;
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
