package io.quittance.examples.monthend;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;

/** Where the files go. A file appears under its name only when it is complete. */
final class OutputFolder {
    private static final String INCOMPLETE = ".incomplete";

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes one file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Makes the folder and those within it if they are not there, and removes from it the files of an earlier run, so that after a run that fails
     * nothing old looks like its result.
     *
     * @param files the names of all files that will be written but the documents, which are named by their numbers
     * @param inputs files that are still to be read
     * @throws UnusableInputException if nothing can be written there, or an input would be removed
     */
    static OutputFolder prepared(Path folder, Collection<String> files, Collection<Path> inputs) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UnusableInputException("--out must be a folder, but " + folder + " is a file");
        }
        try {
            Files.createDirectories(folder.resolve(DocumentFiles.FOLDER));
            for (String file : files) {
                Path within = folder.resolve(file).getParent();
                if (within != null) {
                    Files.createDirectories(within);
                }
            }
            var all = new ArrayList<>(files);
            all.addAll(DocumentFiles.earlier(folder));
            for (String file : all) {
                for (Path input : inputs) {
                    if (Files.exists(folder.resolve(file)) && Files.isSameFile(folder.resolve(file), input)) {
                        throw new UnusableInputException(
                                "--out must be another folder: the job would overwrite its input " + input);
                    }
                }
            }
            for (String file : all) {
                Files.deleteIfExists(folder.resolve(file));
                Files.deleteIfExists(folder.resolve(file + INCOMPLETE));
            }
            Files.delete(Files.createTempFile(folder, "month-end", INCOMPLETE));
        } catch (IOException e) {
            throw new UnusableInputException("--out must be a folder to write to, but was " + folder + " (" + e + ")");
        }
        return new OutputFolder(folder);
    }

    void write(String name, Content content) throws IOException {
        Path incomplete = folder.resolve(name + INCOMPLETE);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(incomplete))) {
            content.writeTo(out);
        }
        Files.move(incomplete, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
