package io.quittance.examples.monthend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where input comes from: a file, or data that ship with the example. */
record Source(String name, @Nullable Path file) {

    /** The file if one is given, else the data that ship with the example. */
    static Source of(@Nullable Path file, String shipped) {
        return file == null
                ? new Source("data/" + shipped, null)
                : new Source(String.valueOf(file.getFileName()), file);
    }

    /**
     * Its bytes.
     *
     * @throws UnusableInputException if it cannot be opened
     */
    InputStream open() {
        try {
            if (file != null) {
                if (Files.isDirectory(file)) {
                    throw new UnusableInputException(file + " is a folder");
                }
                return Files.newInputStream(file);
            }
            InputStream stream = Source.class.getResourceAsStream("/" + name);
            if (stream == null) {
                throw new UnusableInputException(name + " is missing");
            }
            return stream;
        } catch (NoSuchFileException e) {
            throw new UnusableInputException(file + " does not exist");
        } catch (AccessDeniedException e) {
            throw new UnusableInputException(file + " may not be read");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The whole of it as text. */
    String text() {
        byte[] bytes;
        try (InputStream stream = open()) {
            bytes = stream.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            long line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new UnusableInputException(name + ":" + line + ": must be UTF-8 text");
        }
        return out.flip().toString();
    }

    UnusableInputException unreadable(IOException cause) {
        return new UnusableInputException((file == null ? name : file) + " cannot be read: " + cause.getMessage());
    }
}
