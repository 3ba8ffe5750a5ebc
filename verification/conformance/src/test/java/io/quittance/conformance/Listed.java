package io.quittance.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The two lists beside the cases: what is not known yet, and what is answered differently on purpose. */
final class Listed {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."));

    private Listed() {}

    /** Topics, without a number of cases: never single cases. */
    static Set<Topic> pending() {
        var topics = new TreeSet<Topic>();
        for (String row : rows("pending.csv", "file,topic,kind")) {
            String[] fields = row.split(",", -1);
            if (fields.length != 3 || !topics.add(new Topic(fields[0], fields[1], fields[2]))) {
                throw new IllegalStateException("pending.csv: not a row of three fields, or a row twice: " + row);
            }
        }
        return topics;
    }

    /** Ids of cases, with our answer and the reason. */
    static Map<String, String> divergences() {
        var reasons = new TreeMap<String, String>();
        for (String row : rows("divergences.csv", "id,answer,why")) {
            reasons.put(row.substring(0, row.indexOf(',')), row.substring(row.indexOf(',') + 1));
        }
        return reasons;
    }

    private static List<String> rows(String file, String header) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(file));
            if (!lines.get(0).equals(header)) {
                throw new IllegalStateException(file + " must begin with " + header);
            }
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
