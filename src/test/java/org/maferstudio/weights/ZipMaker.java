package org.maferstudio.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zip files, sound ones at first. */
final class ZipMaker {
    private final ZipOutputStream zip;

    ZipMaker(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Adds an entry as PyTorch does, without packing. */
    ZipMaker stored(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        return add(entry, bytes);
    }

    /** Adds an entry, packed. */
    ZipMaker deflated(String name, byte[] bytes) throws IOException {
        return add(new ZipEntry(name), bytes);
    }

    private ZipMaker add(ZipEntry entry, byte[] bytes) throws IOException {
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        return this;
    }

    void end() throws IOException {
        zip.close();
    }
}
