package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.weights.Tensor;

/** Copies tensors from Java to the engine in chunks through one buffer, to save memory. */
final class TensorUpload {
    /** Number of values per chunk. */
    private static final int PIECE = 1 << 20;

    private final NDManager manager;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4 * PIECE);

    /** Creates an upload whose temporary arrays belong to a manager. */
    TensorUpload(NDManager manager) {
        this.manager = manager;
    }

    /** Writes values to an array of the same size. */
    void copy(Tensor tensor, NDArray target) {
        NoGradients.run(() -> {
            try (NDArray flat = target.reshape(-1)) {
                for (long from = 0; from < tensor.elements(); from += PIECE) {
                    copy(tensor, from, Math.min(tensor.elements(), from + PIECE), flat);
                }
            }
        });
    }

    private void copy(Tensor tensor, long from, long to, NDArray flat) {
        ByteBuffer piece = buffer.duplicate().order(ByteOrder.nativeOrder());
        piece.limit(Math.toIntExact(4 * (to - from)));
        tensor.floats(from, piece.asFloatBuffer());
        // This array uses the buffer until it has been copied.
        try (NDArray source = manager.create(piece, new Shape(to - from), DataType.FLOAT32)) {
            flat.set(new NDIndex("{}:{}", from, to), source);
        }
    }
}
