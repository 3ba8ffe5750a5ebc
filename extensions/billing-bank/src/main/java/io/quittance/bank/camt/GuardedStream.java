package io.quittance.bank.camt;

import io.quittance.bank.BankFileReader;
import io.quittance.core.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends where too much is read before anything is understood: a comment or a name without end. */
final class GuardedStream extends InputStream {
    private final InputStream in;
    private int left = BankFileReader.MAX_GAP;

    GuardedStream(InputStream in) {
        this.in = in;
    }

    /** Something was understood. */
    void understood() {
        left = BankFileReader.MAX_GAP;
    }

    @Override
    public int read() throws IOException {
        take(1);
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = in.read(bytes, offset, length);
        take(Math.max(got, 0));
        return got;
    }

    private void take(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new InvalidArgumentException(
                    "bank.gap",
                    "file",
                    "must have no part of more than " + BankFileReader.MAX_GAP
                            + " bytes in which no element, text or field begins or ends",
                    null);
        }
    }
}
