package org.maferstudio.network.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * What ONNX Runtime computes with an exported network.
 *
 * @param logits an array an image
 * @param features the same
 */
@SuppressWarnings("ArrayRecordComponent") // as ONNX Runtime gives them
record OnnxOutputs(float[][] logits, float[][] features) {
    /** Runs images in one batch. */
    static OnnxOutputs of(Path file, float[]... images) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(file.toString(), options)) {
                return of(environment, session, images);
            }
        }
    }

    /** The metadata of a file. */
    static Map<String, String> metadata(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options)) {
            return session.getMetadata().getCustomMetadata();
        }
    }

    private static OnnxOutputs of(OrtEnvironment environment, OrtSession session, float[]... images)
            throws OrtException {
        long[] shape = ((ai.onnxruntime.TensorInfo)
                        session.getInputInfo().get(OnnxExport.PIXELS).getInfo())
                .getShape();
        shape[0] = images.length;
        FloatBuffer values = FloatBuffer.allocate(images.length * images[0].length);
        for (float[] image : images) {
            values.put(image);
        }
        try (OnnxTensor pixels = OnnxTensor.createTensor(environment, values.flip(), shape);
                OrtSession.Result result = session.run(Map.of(OnnxExport.PIXELS, pixels))) {
            return new OnnxOutputs(
                    (float[][]) result.get(OnnxExport.LOGITS).orElseThrow().getValue(),
                    (float[][]) result.get(OnnxExport.FEATURES).orElseThrow().getValue());
        }
    }
}
