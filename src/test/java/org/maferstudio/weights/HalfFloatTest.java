package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {
    /** numpy: {@code np.float16(np.float32(v)).view(np.uint16)}. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            textBlock =
                    """
            0.0, 0
            -0.0, 32768
            1.0, 15360
            -2.0, 49152
            65504.0, 31743
            65519.99609375, 31743
            0.3333333432674408, 13653
            # ties go to the even one
            2049.0, 26624
            2051.0, 26626
            2.9802322387695312e-08, 0
            8.940696716308594e-08, 2
            # below the smallest normal number
            9.99999993922529e-09, 0
            2.9805303114471826e-08, 1
            5.960464477539063e-08, 1
            6.0999998822808266e-05, 1023
            6.103454506956041e-05, 1024
            9.999999747378752e-06, 168
            0.10000000149011612, 11878
            -0.7853981852531433, 47688
            1.001220941543579, 15361
            Infinity, 31744
            -Infinity, 64512
            65520, 31744
            """)
    void numbersRoundAsNumpyRoundsThem(float value, int bits) {
        assertEquals(bits, HalfFloat.of(value) & 0xffff);
    }

    @Test
    void everyHalfThereIsComesBackAsItself() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfFloat.toFloat((short) bits);
            if (Float.isNaN(value)) {
                assertTrue(Float.isNaN(HalfFloat.toFloat(HalfFloat.of(value))));
            } else {
                assertEquals((short) bits, HalfFloat.of(value), () -> "of " + value);
            }
        }
    }

    @Test
    void aTensorOfHalvesKeepsItsShapeAndRefusesWhatIsTooLarge() {
        Tensor half =
                Tensor.ofFloats("a", new float[] {1, -0.5f, 1 / 3f, 0}, 2, 2).half();
        assertEquals("a F16[2, 2]", half.toString());
        assertEquals(0.33325195f, half.floats()[2]);
        assertEquals(half, half.half());
        assertThrows(IllegalStateException.class, () -> Tensor.ofFloats("a", new float[] {1e6f}, 1)
                .half());
        Tensor whole = Tensor.ofLongs("n", 7);
        assertEquals(whole, whole.half());
    }
}
