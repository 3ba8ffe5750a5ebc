package io.quittance.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;

/** Reads documents out of a JSON array in a stream, without holding more than one of them. */
final class DocumentStream {
    private DocumentStream() {}

    /**
     * Reads all, and gives each as soon as it is read; the stream stays open.
     *
     * @throws InvalidDocumentException with all that is wrong with the first document that is refused
     * @throws IOException if the stream fails
     */
    static <T> void read(InputStream in, Function<JsonFields, T> reader, SchemaVersions versions, Consumer<T> each)
            throws IOException {
        try (JsonParser parser = Json.INVOICES
                .reader()
                .without(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .createParser(in)) {
            read(parser, reader, versions, each);
        } catch (JacksonIOException e) {
            throw new IOException("cannot read the documents", e);
        }
    }

    private static <T> void read(
            JsonParser parser, Function<JsonFields, T> reader, SchemaVersions versions, Consumer<T> each) {
        var begin = new DocumentErrors();
        boolean begins = new DocumentParser(parser, begin).beginsArray();
        begin.throwIfAny();
        for (int index = 0; begins; index++) {
            var errors = new DocumentErrors();
            Optional<JsonValue> document = new DocumentParser(parser, errors).element();
            begins = document.isPresent();
            if (begins) {
                each.accept(JsonFields.readElement(document.get(), "[" + index + "]", errors, reader, versions));
            }
            errors.throwIfAny();
        }
    }
}
