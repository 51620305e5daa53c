package org.maferstudio.recipe;

/** The value of a field is not allowed; the message names the field, the value and what is allowed. */
public final class NotAllowedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String hint;

    NotAllowedException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** A hint on valid values, shown next to the field. */
    public String hint() {
        return hint;
    }
}
