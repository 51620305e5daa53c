package org.maferstudio.network.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;

class ContractJsonTest {
    private static final InputContract CONTRACT = new InputContract(
            224,
            256,
            Kernel.BILINEAR,
            InputContract.Colour.BGR,
            List.of(91.4953, 103.8827, 131.0912),
            1,
            List.of("anger", "happiness"),
            0.3,
            1);

    @Test
    void aContractComesBack() {
        assertEquals(CONTRACT, ContractJson.readContract(ContractJson.write(CONTRACT)));
    }

    @Test
    void standardDeviationsComeBackAndAnOldContractHasNone() {
        InputContract divided = CONTRACT.withScale(0.5, List.of(57.4, 57.1, 58.4));
        assertEquals(divided, ContractJson.readContract(ContractJson.write(divided)));
        assertFalse(ContractJson.write(CONTRACT).has("std"));
    }

    @Test
    void theAlignmentComesBackAndAnOldContractHasNone() {
        InputContract aligned = CONTRACT.withFaces(0.1, Alignment.FIVE_POINT);
        JsonObject json = ContractJson.write(aligned);
        assertEquals("five-point", json.get("alignment").getAsString());
        assertEquals(aligned, ContractJson.readContract(json));
        json.remove("alignment");
        assertEquals(Alignment.NONE, ContractJson.readContract(json).alignment());
    }

    @Test
    void anUnknownAlignmentIsAProblemThatNamesTheKnownOnes() {
        JsonObject json = ContractJson.write(CONTRACT);
        json.addProperty("alignment", "ears");
        Problem problem = assertThrows(Problem.class, () -> ContractJson.readContract(json));
        assertTrue(problem.getMessage().contains("ears"), problem.getMessage());
        assertTrue(problem.getMessage().contains("none, eyes, five-point"), problem.getMessage());
    }

    @Test
    void aNetworkComesBack() {
        NetworkSpec spec = NetworkSpec.seResNet18(1).withBatchNormMomentum(0);
        assertEquals(spec, ContractJson.readSpec(ContractJson.write(spec)));
    }

    @Test
    void anUnknownFieldIsIgnored() {
        JsonObject json = ContractJson.write(CONTRACT);
        json.addProperty("of tomorrow", 1);
        assertEquals(CONTRACT, ContractJson.readContract(json));
    }

    @Test
    void aMissingFieldIsNamedBecauseNothingGuesses() {
        JsonObject json = ContractJson.write(CONTRACT);
        json.remove("mean");
        Problem problem = assertThrows(Problem.class, () -> ContractJson.readContract(json));
        assertTrue(problem.getMessage().contains("mean"), problem.getMessage());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    size   | -1
                    size   | "large"
                    size   | {}
                    kernel | "mitchell"
                    colour | null
                    mean   | [1]
                    mean   | 5
                    labels | "anger"
                    scale  | 0
                    scale  | [1, 2]
                    std    | [1, 2]
                    std    | [1, 0, 2]
                    std    | 5
                    resize | {}
                    resize | 1e300
                    """)
    void anImpossibleFieldIsAProblem(String field, String value) {
        JsonObject json = ContractJson.write(CONTRACT);
        json.add(field, JsonParser.parseString(value));
        Problem problem = assertThrows(Problem.class, () -> ContractJson.readContract(json));
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }
}
