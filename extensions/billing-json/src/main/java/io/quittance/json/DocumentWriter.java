package io.quittance.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/** Writes many documents as one JSON array, a line each, without holding more than one of them. */
final class DocumentWriter {
    private DocumentWriter() {}

    static <T> void write(Iterable<T> documents, OutputStream out, BiConsumer<T, JsonObject> fields)
            throws IOException {
        try (JsonGenerator json = Json.MAPPER
                .writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(out)) {
            json.writeStartArray();
            for (T document : documents) {
                json.writeRaw('\n');
                JsonObject.write(json, object -> fields.accept(document, object));
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException("cannot write the documents", e);
        }
    }
}
