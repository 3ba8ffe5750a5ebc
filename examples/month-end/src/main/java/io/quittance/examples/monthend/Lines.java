package io.quittance.examples.monthend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, decoded one by one, so that one that is not UTF-8 or never ends spoils no other. A line ends with a
 * line feed, a carriage return or both.
 */
final class Lines implements Closeable {
    private static final int LONGEST = 100_000;

    private final InputStream bytes;
    private long number;
    private int next;

    private Lines(InputStream bytes) throws IOException {
        this.bytes = bytes;
        next = bytes.read();
    }

    static Lines of(InputStream bytes) throws IOException {
        return new Lines(new BufferedInputStream(bytes));
    }

    /** One line, without its end. */
    static final class Line {
        private final long number;
        /** All of it, unless it is longer than is kept. */
        private final byte[] start;
        /** In bytes. */
        private final long length;

        private Line(long number, byte[] start, long length) {
            this.number = number;
            this.start = start;
            this.length = length;
        }

        /** Counted from 1. */
        long number() {
            return number;
        }

        boolean isEmpty() {
            return length == 0;
        }

        /**
         * What is written in it.
         *
         * @throws RowRejectedException if it is too long, or not UTF-8
         */
        String text() {
            if (length > start.length) {
                throw new RowRejectedException(
                        "record", "must have at most " + LONGEST + " bytes", String.valueOf(length));
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(start))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new RowRejectedException("record", "must be UTF-8 text", length + " bytes");
            }
        }
    }

    /** The next line; null after the last. */
    @Nullable
    Line next() throws IOException {
        if (next < 0) {
            return null;
        }
        var start = new ByteArrayOutputStream();
        long length = 0;
        for (; next >= 0 && next != '\n' && next != '\r'; next = bytes.read()) {
            if (length++ < LONGEST) {
                start.write(next);
            }
        }
        int end = next;
        next = end < 0 ? end : bytes.read();
        if (end == '\r' && next == '\n') {
            next = bytes.read();
        }
        number++;
        return new Line(number, start.toByteArray(), length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
