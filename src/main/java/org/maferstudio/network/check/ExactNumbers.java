package org.maferstudio.network.check;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;

/**
 * What a device makes of small whole numbers, whose results are known exactly.
 *
 * @param product whether a product of two 4 x 4 matrices is right
 * @param convolution whether a convolution of them is right
 * @param milliseconds the median time of a product of two 512 x 512 matrices
 */
record ExactNumbers(boolean product, boolean convolution, double milliseconds) {
    private static final int SIDE = 512;
    private static final int ROUNDS = 5;

    /** Computed in this process. On the CPU it then keeps to the instruction set that it began with. */
    static ExactNumbers on(Device device) {
        try (NDManager manager = NDManager.newBaseManager(device)) {
            float[] numbers = new float[16];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i - 7;
            }
            NDArray square = manager.create(numbers, new Shape(4, 4));
            float[] product = square.matMul(square).toFloatArray();
            NDArray ones = manager.ones(new Shape(1, 1, 3, 3));
            float[] sums = Conv2d.conv2d(square.reshape(1, 1, 4, 4), ones)
                    .singletonOrThrow()
                    .toFloatArray();
            return new ExactNumbers(
                    Arrays.equals(product, product(numbers)), Arrays.equals(sums, sums(numbers)), time(manager));
        }
    }

    /** As a line that another process can read. */
    String toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("product", product);
        json.addProperty("convolution", convolution);
        json.addProperty("milliseconds", milliseconds);
        return json.toString();
    }

    static ExactNumbers ofJson(String line) {
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();
        return new ExactNumbers(
                json.get("product").getAsBoolean(),
                json.get("convolution").getAsBoolean(),
                json.get("milliseconds").getAsDouble());
    }

    /** Of a 4 x 4 matrix with itself. */
    private static float[] product(float[] numbers) {
        float[] product = new float[16];
        for (int i = 0; i < 16; i++) {
            for (int k = 0; k < 4; k++) {
                product[i] += numbers[i / 4 * 4 + k] * numbers[4 * k + i % 4];
            }
        }
        return product;
    }

    /** Of the four squares of nine numbers in a 4 x 4 matrix. */
    private static float[] sums(float[] numbers) {
        float[] sums = new float[4];
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 9; k++) {
                sums[i] += numbers[(i / 2 + k / 3) * 4 + i % 2 + k % 3];
            }
        }
        return sums;
    }

    private static double time(NDManager manager) {
        NDArray matrix = manager.randomUniform(0, 1, new Shape(SIDE, SIDE), DataType.FLOAT32);
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            try (NDArray product = matrix.matMul(matrix);
                    NDArray sum = product.sum()) {
                // Reading a value waits for the device.
                sum.getFloat();
            }
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
