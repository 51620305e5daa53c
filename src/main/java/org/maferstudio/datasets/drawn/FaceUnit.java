package org.maferstudio.datasets.drawn;

/**
 * The action units of Ekman and Friesen's Facial Action Coding System (1978) that distinguish the basic expressions.
 */
public enum FaceUnit {
    INNER_BROW_RAISER(1),
    OUTER_BROW_RAISER(2),
    BROW_LOWERER(4),
    UPPER_LID_RAISER(5),
    CHEEK_RAISER(6),
    LID_TIGHTENER(7),
    NOSE_WRINKLER(9),
    UPPER_LIP_RAISER(10),
    LIP_CORNER_PULLER(12),
    /** On one side only, as in contempt. */
    DIMPLER(14),
    LIP_CORNER_DEPRESSOR(15),
    CHIN_RAISER(17),
    TONGUE_SHOW(19),
    LIP_STRETCHER(20),
    LIP_PRESSOR(24),
    LIPS_PART(25),
    JAW_DROP(26),
    /** The upper lid droops. */
    LID_DROOP(41);

    private final int number;

    FaceUnit(int number) {
        this.number = number;
    }

    /** The unit's number in the Facial Action Coding System. */
    public int number() {
        return number;
    }

    /** The unit of this number. */
    static FaceUnit of(int number) {
        for (FaceUnit unit : values()) {
            if (unit.number == number) {
                return unit;
            }
        }
        throw new IllegalArgumentException("no drawn face has an action unit " + number);
    }
}
