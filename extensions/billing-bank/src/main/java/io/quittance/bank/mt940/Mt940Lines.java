package io.quittance.bank.mt940;

import io.quittance.bank.BankFileReader;
import io.quittance.core.internal.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text, one by one, ended by LF, CR or both, without byte order marks before them. */
final class Mt940Lines {
    private static final int BLOCK = 1 << 13;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Reader reader;
    private final boolean isGuessed;
    private final char[] block = new char[BLOCK];
    private int at;
    private int end;
    private int number;
    private boolean isAfterReturn;

    /** In that encoding; if it is null, each line in UTF-8 where it is valid UTF-8, else in ISO 8859-1. */
    Mt940Lines(InputStream in, @Nullable Charset charset) {
        this.isGuessed = charset == null;
        // each byte of ISO 8859-1 is one character and back
        this.reader = new InputStreamReader(in, charset == null ? StandardCharsets.ISO_8859_1 : charset);
    }

    /** Of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        var line = new StringBuilder();
        boolean isAny = false;
        int character;
        while ((character = read()) >= 0) {
            boolean isRest = isAfterReturn && character == '\n';
            isAfterReturn = false;
            if (isRest) {
                continue;
            }
            isAny = true;
            if (character == '\n' || character == '\r') {
                isAfterReturn = character == '\r';
                break;
            }
            Require.that(
                    line.length() < BankFileReader.MAX_TEXT,
                    "bank.text",
                    "line " + (number + 1),
                    "must have at most " + BankFileReader.MAX_TEXT + " characters",
                    null);
            line.append((char) character);
        }
        if (!isAny) {
            return null;
        }
        number++;
        String read = isGuessed ? guessed(line.toString()) : line.toString();
        return read.startsWith(BYTE_ORDER_MARK) ? read.substring(BYTE_ORDER_MARK.length()) : read;
    }

    private int read() throws IOException {
        if (at == end) {
            end = reader.read(block, 0, BLOCK);
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return block[at++];
    }

    private static String guessed(String latin) {
        if (latin.chars().allMatch(character -> character < 0x80)) {
            return latin;
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            return latin;
        }
    }
}
