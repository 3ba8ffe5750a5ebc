package io.quittance.core.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of parts that are made of several names, {@code night/tier-1}. Different names make different parts, also where they
 * contain a slash. A long name ends in a hash of the whole, so that names around it still make an id; so does a short one
 * that looks as if it did.
 */
public final class PartNames {
    private static final int MAX_LENGTH = 150;
    private static final int MAX_ID = 200;
    private static final int KEPT = 80;
    private static final Pattern HASH = Pattern.compile("~[0-9a-f]{64}");

    private PartNames() {}

    /** The part of a price inside the part {@code name} of a larger one. */
    public static String within(String name, String part) {
        return bounded(escaped(name) + "/" + part, MAX_LENGTH);
    }

    /** One name made of several. */
    public static String joined(List<String> names) {
        return bounded(names.stream().map(PartNames::escaped).collect(Collectors.joining("/")), MAX_LENGTH);
    }

    /** What is said of a part, such as {@code charge.rounding tier-1}; nothing is put around it any more. */
    public static String prefixed(String prefix, String part) {
        return bounded(prefix + " " + part, MAX_ID);
    }

    /** The name of a stage's part among those of its charge, such as {@code charge.discount launch}. */
    public static String ofStage(String stage, String part) {
        return bounded(stage + "." + part, MAX_ID);
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("/", "\\/");
    }

    private static String bounded(String name, int length) {
        if (name.length() <= length && !looksHashed(name)) {
            return name;
        }
        return Beginning.of(name, KEPT) + "~" + Sha256.of(name);
    }

    private static boolean looksHashed(String name) {
        return Stream.of(KEPT - 1, KEPT)
                .anyMatch(kept -> name.length() > kept
                        && HASH.matcher(name.substring(kept)).matches());
    }
}
