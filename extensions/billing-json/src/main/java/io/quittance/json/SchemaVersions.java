package io.quittance.json;

import io.quittance.core.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of one kind of document: the current one, which is written, and those before it, which are read by steps that
 * bring them to the current one. docs/terms.md tells how a version is added.
 */
final class SchemaVersions {
    /** The field that tells the version of a document. */
    static final String FIELD = "schemaVersion";

    private static final SchemaVersions FIRST = new SchemaVersions(List.of());

    private final List<SchemaUpcast> steps;

    private SchemaVersions(List<SchemaUpcast> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Only version 1. */
    static SchemaVersions first() {
        return FIRST;
    }

    /** One version more, to which documents of the one before are brought by that step. */
    SchemaVersions then(SchemaUpcast step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new SchemaVersions(more);
    }

    /** The version that is written: 1 without steps, 3 after two of them. */
    int current() {
        return steps.size() + 1;
    }

    /**
     * A document in the current version; one of that version is the same.
     *
     * @param version of the document, 1 to the current one
     */
    JsonValue upcast(JsonValue document, int version) {
        Require.that(
                version >= 1 && version <= current(), "json.schema-version", "version", "must be " + this, version);
        JsonValue upcast = document;
        for (SchemaUpcast step : steps.subList(version - 1, steps.size())) {
            upcast = step.next(upcast);
        }
        return upcast;
    }

    /** The versions that are read: {@code 1}, or {@code between 1 and 3}. */
    @Override
    public String toString() {
        return steps.isEmpty() ? "1" : "between 1 and " + current();
    }
}
