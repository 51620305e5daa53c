package org.maferstudio.series.remote;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The content of an entry of a tar archive: exactly as many bytes of a stream as its header says. */
final class TarContent extends InputStream {
    private final InputStream in;
    private long left;

    TarContent(InputStream in, long size) {
        this.in = in;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException(left + " bytes are missing");
        }
        left -= read;
        return read;
    }
}
