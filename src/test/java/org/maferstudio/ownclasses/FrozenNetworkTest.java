package org.maferstudio.ownclasses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.onnx.OnnxFile;

/** Networks of other programs as the base of own classes. */
@Tag("engine")
class FrozenNetworkTest {
    @TempDir
    private Path folder;

    private Path imported(String name) {
        return ImportedNetwork.create(
                        folder.resolve(name),
                        new ImportedNetwork.Request(
                                OnnxFile.read(OnnxFixtures.file(name)), OnnxFixtures.contract(name), "", 1),
                        Progress.NONE)
                .folder();
    }

    @Test
    void anImportedNetworkGivesItsFeatures() {
        List<FrozenNetwork> networks = FrozenNetwork.open(List.of(imported("heads64")));
        try {
            RasterImage face = new RasterImage(64, 64, 3, new byte[64 * 64 * 3]);
            assertEquals(6, networks.get(0).features(List.of(face)).get(0).length);
            assertEquals("heads64", networks.get(0).title());
        } finally {
            networks.forEach(FrozenNetwork::close);
        }
    }

    @Test
    void oneWithoutFeaturesIsRefused() {
        Path experiment = imported("grey64");
        Problem problem = assertThrows(Problem.class, () -> FrozenNetwork.open(List.of(experiment)));
        assertTrue(problem.getMessage().contains("without an output for features"), problem.getMessage());
    }
}
