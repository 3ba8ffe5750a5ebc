package io.quittance.examples.monthend;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the files go. A file appears under its name only when it is complete. */
record OutputFolder(Path folder) {

    /** Writes one file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void write(String name, Content content) throws IOException {
        Files.createDirectories(folder);
        Path incomplete = folder.resolve(name + ".incomplete");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(incomplete))) {
            content.writeTo(out);
        }
        Files.move(incomplete, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
