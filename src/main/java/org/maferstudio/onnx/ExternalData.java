package org.maferstudio.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/**
 * Where the values of a tensor lie in a file beside the network.
 *
 * @param file a regular file in the network's folder or below, reached without symbolic links
 * @param offset in bytes
 * @param length in bytes
 */
record ExternalData(Path file, long offset, long length) {
    /**
     * Checks the place that a tensor names.
     *
     * @param network the ONNX file
     * @throws MalformedOnnx if it is outside the network's folder, is not there, or ends too early
     */
    static ExternalData of(Path network, OnnxTensor tensor) throws IOException {
        String name = tensor.external().getOrDefault("location", "");
        Path file = place(network, name);
        long length = number(tensor, "length", tensor.bytes());
        ExternalData found = new ExternalData(file, number(tensor, "offset", 0), length);
        if (length != tensor.bytes() || found.offset() < 0 || found.offset() > Files.size(file) - length) {
            throw new MalformedOnnx(
                    Texts.of("onnx.reason.externalRange", Printable.line(tensor.name()), Printable.line(name)));
        }
        return found;
    }

    private static Path place(Path network, String name) throws IOException {
        Path folder = network.toAbsolutePath().normalize().getParent();
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw outside(name);
        }
        if (name.contains("\\") || !file.startsWith(folder) || file.equals(folder)) {
            throw outside(name);
        }
        for (Path at = file; !at.equals(folder); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                throw outside(name);
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new MalformedOnnx(
                    Texts.of("onnx.reason.externalMissing", Printable.line(name)),
                    Texts.of("onnx.advice.externalMissing"));
        }
        return file;
    }

    private static MalformedOnnx outside(String name) {
        return new MalformedOnnx(
                Texts.of("onnx.reason.externalOutside", Printable.line(name)), Texts.of("onnx.advice.oneFile"));
    }

    private static long number(OnnxTensor tensor, String key, long otherwise) throws MalformedOnnx {
        String text = tensor.external().get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedOnnx(Texts.of(
                    "onnx.reason.externalRange",
                    Printable.line(tensor.name()),
                    Printable.line(tensor.external().getOrDefault("location", ""))));
        }
    }
}
