package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Storage;

/** A file of {@code torch.save} or of Python: a pickle, and the storages that it names. */
sealed interface TorchFile permits TorchZip, TorchLegacy, NumpyFile {
    /** Why a file written on a big-endian machine is rejected. */
    String BIG_ENDIAN = Texts.of("weights.torch.error.bigEndian");

    /** What the user can do. */
    String SAVE_ELSEWHERE = Texts.of("weights.torch.advice.saveElsewhere");

    /** The name of the format, for display. */
    String format();

    /** What the pickle holds. */
    PickleValue root();

    /** All bytes of a storage, little-endian. */
    ByteBuffer read(Storage storage) throws IOException;
}
