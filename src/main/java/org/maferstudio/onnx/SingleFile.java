package org.maferstudio.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Copies an ONNX file, with the values that it stores in files beside it, into one file: so that a network is one file
 * with one checksum.
 */
public final class SingleFile {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int RAW = 9;
    private static final int EXTERNAL = 13;
    private static final int LOCATION = 14;

    private final OnnxFile source;
    private final Bytes added;

    private SingleFile(OnnxFile source, byte[] added) {
        this.source = source;
        this.added = new Bytes(added);
    }

    /** A piece of the copy. */
    private interface Piece {
        long length();

        void write(WritableByteChannel target) throws IOException;
    }

    /** A piece of a file. */
    private record Range(Path file, long start, long length) implements Piece {
        @Override
        public void write(WritableByteChannel target) throws IOException {
            try (FileChannel channel = FileChannel.open(InputFile.of(file), StandardOpenOption.READ)) {
                for (long done = 0; done < length; ) {
                    long moved = channel.transferTo(start + done, length - done, target);
                    if (moved <= 0) {
                        throw new MalformedOnnx(Texts.of("onnx.reason.truncated"));
                    }
                    done += moved;
                }
            }
        }
    }

    /** Bytes that are new. */
    @SuppressWarnings("ArrayRecordComponent") // a few bytes that are written once
    private record Bytes(byte[] bytes) implements Piece {
        /** The beginning of a field that contains so many bytes. */
        static Bytes head(int field, long length) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(Varint.of((field << 3) | 2));
            out.writeBytes(Varint.of(length));
            return new Bytes(out.toByteArray());
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void write(WritableByteChannel target) throws IOException {
            target.write(ByteBuffer.wrap(bytes));
        }
    }

    /**
     * Writes the copy to a new file.
     *
     * @throws IOException if it cannot be read or written
     * @throws Problem if it would be larger than a file can be
     */
    public static void write(OnnxFile source, Path target) throws IOException {
        write(source, new byte[0], target);
    }

    /**
     * Writes the copy with more operations, stored values or outputs to a new file.
     *
     * @param added fields of the graph, which come after all others
     * @throws IOException if it cannot be read or written
     * @throws Problem if it would be larger than a file can be
     */
    public static void write(OnnxFile source, byte[] added, Path target) throws IOException {
        try (FileChannel in = FileChannel.open(InputFile.of(source.path()), StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            List<Piece> pieces = new SingleFile(source, added).model(new ProtobufReader(in));
            if (length(pieces) > OnnxFile.MOST_BYTES) {
                throw Problem.input(Texts.of("onnx.error.tooLargeInOne", source.path(), length(pieces) >> 20));
            }
            for (Piece piece : pieces) {
                piece.write(out);
            }
        }
    }

    private static long length(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    private List<Piece> model(ProtobufReader reader) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        reader.fields(field -> {
            if (field == GRAPH) {
                add(pieces, GRAPH, graph(reader));
            } else {
                append(pieces, whole(reader));
            }
        });
        return pieces;
    }

    private List<Piece> graph(ProtobufReader reader) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        reader.message(field -> {
            if (field == INITIALIZER) {
                add(pieces, INITIALIZER, tensor(reader));
            } else {
                append(pieces, whole(reader));
            }
        });
        pieces.add(added);
        return pieces;
    }

    private List<Piece> tensor(ProtobufReader reader) throws IOException {
        long start = reader.position();
        OnnxTensor declared = StoredTensor.read(reader);
        reader.back(start);
        List<Piece> pieces = new ArrayList<>();
        reader.message(field -> {
            boolean replaced = !declared.external().isEmpty() && (field == EXTERNAL || field == LOCATION);
            Range piece = whole(reader);
            if (!replaced) {
                append(pieces, piece);
            }
        });
        if (!declared.external().isEmpty()) {
            ExternalData data = ExternalData.of(source.path(), declared);
            add(pieces, RAW, List.of(new Range(data.file(), data.offset(), data.length())));
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, int field, List<Piece> content) {
        pieces.add(Bytes.head(field, length(content)));
        pieces.addAll(content);
    }

    /** Joins neighbours, so that a file is opened once for all of them. */
    private static void append(List<Piece> pieces, Range next) {
        int last = pieces.size() - 1;
        if (last >= 0
                && pieces.get(last) instanceof Range before
                && before.file().equals(next.file())
                && before.start() + before.length() == next.start()) {
            pieces.set(last, new Range(before.file(), before.start(), before.length() + next.length()));
        } else {
            pieces.add(next);
        }
    }

    /** The current field as it is. */
    private Range whole(ProtobufReader reader) throws IOException {
        long start = reader.fieldStart();
        reader.skip();
        return new Range(source.path(), start, reader.position() - start);
    }
}
