package dev.gatekeeper.metrics;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Some of the records, as many as one thread reads at a time. */
sealed interface Batch {

    /**
     * What was read of one batch.
     *
     * @param lines how many lines there are, the blank ones included
     * @param bytes how many there are
     */
    record Content(List<VerdictRecord> records, List<Damage> damaged, long lines, long bytes) {}

    Content read();

    /** Files of one record each. */
    record FilesOfOne(Path folder, List<Path> files) implements Batch {

        @Override
        public Content read() {
            List<VerdictRecord> records = new ArrayList<>();
            List<Damage> damaged = new ArrayList<>();
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (Path file : files) {
                try (InputStream in = open(file)) {
                    int size = 0;
                    for (int count = 0; count >= 0; count = in.read(buffer, size, buffer.length - size)) {
                        size += count;
                        if (size > RecordParser.MAX_BYTES) {
                            break;
                        }
                        if (size == buffer.length) {
                            buffer = Arrays.copyOf(buffer, Math.min(size * 2, RecordParser.MAX_BYTES + 1));
                        }
                    }
                    bytes += size;
                    boolean cut = size > RecordParser.MAX_BYTES;
                    Reading read = RecordParser.read(buffer, 0, cut ? size - 1 : size, cut);
                    if (read instanceof VerdictRecord one) {
                        records.add(one);
                    } else if (read instanceof Reading.Unreadable unreadable) {
                        damaged.add(new Damage(RecordFolder.name(folder, file), 0, unreadable.reason()));
                    }
                } catch (IOException e) {
                    damaged.add(new Damage(RecordFolder.name(folder, file), 0, RecordFolder.reason(e)));
                }
            }
            return new Content(records, damaged, 0, bytes);
        }
    }

    /** Lines of a file, each a record, the last with or without a line break. */
    final class Lines implements Batch {

        private static final VarHandle EIGHT =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long ONES = 0x0101010101010101L;
        private static final long TOPS = ONES << 7;
        private static final long BREAKS = ONES * '\n';

        private final String file;
        private final byte[] bytes;
        private final int end;
        private final boolean cut;

        /**
         * The first bytes of an array.
         *
         * @param cut whether these are the beginning of one line that is too long for a record
         */
        Lines(String file, byte[] bytes, int end, boolean cut) {
            this.file = file;
            this.bytes = bytes;
            this.end = end;
            this.cut = cut;
        }

        String file() {
            return file;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public Content read() {
            List<VerdictRecord> records = new ArrayList<>();
            List<Damage> damaged = new ArrayList<>();
            long line = 0;
            try (RecordLines lines = new RecordLines(bytes, end)) {
                for (int start = 0; start < end; ) {
                    int lineEnd = lineEnd(start);
                    line++;
                    if (!RecordLines.isBlank(bytes, start, lineEnd)) {
                        Reading read =
                                cut ? RecordParser.read(bytes, start, lineEnd, true) : lines.read(start, lineEnd);
                        if (read instanceof VerdictRecord one) {
                            records.add(one);
                        } else if (read instanceof Reading.Unreadable unreadable) {
                            damaged.add(new Damage(file, line, unreadable.reason()));
                        }
                    }
                    start = lineEnd + 1;
                }
            }
            return new Content(records, damaged, line, end);
        }

        /** Where the line that begins at {@code start} ends. Eight bytes are looked at at once: in lines is most of the time. */
        private int lineEnd(int start) {
            int at = start;
            for (; at <= end - Long.BYTES; at += Long.BYTES) {
                long unlike = (long) EIGHT.get(bytes, at) ^ BREAKS;
                if (((unlike - ONES) & ~unlike & TOPS) != 0) {
                    break;
                }
            }
            while (at < end && bytes[at] != '\n') {
                at++;
            }
            return at;
        }
    }

    /** The content of {@code file}, unpacked where its name ends in {@code .gz}. */
    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (!RecordFolder.isPacked(file)) {
            return in;
        }
        try {
            return new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
