package io.quittance.json;

import io.quittance.core.pricing.ChargeModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/** Writes documents to a stream: many as one JSON array, a line each, without holding more than one of them, or one. */
final class DocumentWriter {
    private DocumentWriter() {}

    /** One document alone, in which charge models are written by {@code models}. */
    static void writeOne(OutputStream out, BiConsumer<ChargeModel, JsonObject> models, Consumer<JsonObject> fields)
            throws IOException {
        try (JsonGenerator json = generator(out)) {
            JsonObject.write(json, models, fields);
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException("cannot write the document", e);
        }
    }

    /** As {@link #write}, of documents whose text is made first, so that nothing stands in the stream of one that is refused. */
    static <T> void writeTexts(Iterable<T> documents, OutputStream out, Function<T, String> text) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            for (T document : documents) {
                String made = text.apply(document);
                json.writeRaw('\n');
                json.writeRawValue(made);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException("cannot write the documents", e);
        }
    }

    static <T> void write(Iterable<T> documents, OutputStream out, BiConsumer<T, JsonObject> fields)
            throws IOException {
        try (JsonGenerator json = generator(out)) {
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

    private static JsonGenerator generator(OutputStream out) {
        return Json.MAPPER
                .writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(out);
    }
}
