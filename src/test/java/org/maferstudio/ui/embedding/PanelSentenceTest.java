package org.maferstudio.ui.embedding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;

class PanelSentenceTest {
    @ParameterizedTest(name = "KL {0} after {1} iterations")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.75 | 600 | KL divergence 0.750 nats. Converged after 600 iterations.
                    NaN  | 600 | KL divergence unknown. Converged after 600 iterations.
                    NaN  | 600 | Computed by version 0.1.0 with a wrong perplexity. Compute it again.
                    NaN  | 0   | KL divergence unknown
                    """)
    void theNumbersBesideAPictureSayWhatIsKnownOfItsDivergence(double divergence, int iterations, String words) {
        String sentence =
                PanelPane.sentence(new EmbeddingMetadata(null, null, iterations, true, divergence, 0.9, null));
        assertTrue(sentence.contains(words), sentence);
    }
}
