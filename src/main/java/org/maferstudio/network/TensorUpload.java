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

/**
 * Copies tensors from Java's memory into arrays of the engine, a piece at a time through one buffer, so that a large
 * network is never there three times.
 */
final class TensorUpload {
    /** How many numbers go at once. */
    private static final int PIECE = 1 << 20;

    private final NDManager manager;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4 * PIECE);

    /** An upload whose passing arrays belong to this manager. */
    TensorUpload(NDManager manager) {
        this.manager = manager;
    }

    /** Writes real numbers into an array of as many. */
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
        // This array leans on the buffer until it has been copied into its place.
        try (NDArray source = manager.create(piece, new Shape(to - from), DataType.FLOAT32)) {
            flat.set(new NDIndex("{}:{}", from, to), source);
        }
    }
}
