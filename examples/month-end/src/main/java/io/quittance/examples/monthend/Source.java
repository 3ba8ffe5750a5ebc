package io.quittance.examples.monthend;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    Reader open() throws IOException {
        InputStream stream = file == null ? Source.class.getResourceAsStream("/" + name) : Files.newInputStream(file);
        if (stream == null) {
            throw new UnusableInputException(name + " is missing");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    String text() throws IOException {
        try (Reader reader = open()) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
