package io.quittance.bank.mt940;

import io.quittance.bank.BankFileReader;
import io.quittance.bank.BankFileSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads MT940 and MT942, as banks write them: with and without the blocks of SWIFT, with lines around the statements, with several
 * statements in a file. Three forms of {@code :86:} are taken apart, see docs/bank-files.md; all else is text.
 *
 * <p>Nothing in the file says how it is encoded. Unless told, each line is read as UTF-8 where it is valid UTF-8, and as ISO 8859-1
 * where it is not.
 *
 * <p>Years of two digits are 1980 to 2079. A line without a booking date within the year gets that nearest to its value date.
 */
public final class Mt940Reader implements BankFileReader, Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable String encoding;

    private Mt940Reader(@Nullable String encoding) {
        this.encoding = encoding;
    }

    /** A reader that takes each line for UTF-8, or for ISO 8859-1 if it is no valid UTF-8. */
    public Mt940Reader() {
        this(null);
    }

    /** The same reader for files in that encoding; a character that it does not have is read as U+FFFD. */
    public Mt940Reader encodedIn(Charset charset) {
        return new Mt940Reader(charset.name());
    }

    /** The encoding, if it was given. */
    public Optional<Charset> encoding() {
        return Optional.ofNullable(encoding).map(Charset::forName);
    }

    @Override
    public void read(InputStream file, BankFileSink sink) throws IOException {
        var lines =
                new Mt940Lines(Objects.requireNonNull(file, "file"), encoding().orElse(null));
        new Mt940File(lines, Objects.requireNonNull(sink, "sink")).read();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mt940Reader that && Objects.equals(encoding, that.encoding);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(encoding);
    }

    @Override
    public String toString() {
        return "reader of MT940" + (encoding == null ? "" : " in " + encoding);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return encoding == null
                ? new Mt940Reader()
                : new Mt940Reader(Charset.forName(encoding).name());
    }
}
