package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.pricing.ChargeModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** How all documents are parsed and written: strictly, within bounds, and never through binary fractions. */
final class Json {
    /** Characters that a document may have. */
    static final int MAX_DOCUMENT = 16 * 1024 * 1024;

    static final JsonMapper MAPPER = mapper(constraints()
            .maxStringLength(10_000)
            .maxDocumentLength(MAX_DOCUMENT)
            .maxTokenCount(1_000_000));

    /** For issued documents, many of which may stand in one stream, with attachments of any length; {@link #MAX_VALUES} bounds them. */
    static final JsonMapper INVOICES = mapper(constraints().maxStringLength(Integer.MAX_VALUE));

    /** Values that one issued document may have, as many as one of 80,000 lines has. */
    static final int MAX_VALUES = 2_000_000;

    private Json() {}

    private static StreamReadConstraints.Builder constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxNumberLength(100)
                .maxNameLength(200);
    }

    private static JsonMapper mapper(StreamReadConstraints.Builder constraints) {
        return JsonMapper.builder(JsonFactory.builder()
                        .disable(TokenStreamFactory.Feature.CHARSET_DETECTION) // a stream is in UTF-8
                        .streamReadConstraints(constraints.build())
                        .build())
                .build();
    }

    /** One document in which no charge models stand, as {@link #text(BiConsumer, Consumer)}. */
    static String text(Consumer<JsonObject> fields) {
        return text(JsonObject.NO_MODELS, fields);
    }

    /**
     * One document, indented, with lines that end in a line feed; charge models are written by {@code models}.
     *
     * @throws InvalidArgumentException if it goes beyond the bounds within which documents are read
     */
    static String text(BiConsumer<ChargeModel, JsonObject> models, Consumer<JsonObject> fields) {
        var text = new StringWriter();
        try (JsonGenerator out = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            JsonObject.write(out, models, fields);
        }
        String document = text.toString().replace("\r\n", "\n") + "\n";
        DocumentParser.requireReadable(document);
        return document;
    }

    /**
     * One document on one line that ends in a line feed, which may be as long as issued documents are.
     *
     * @throws InvalidArgumentException if it goes beyond the bounds within which it is read
     */
    static String line(Consumer<JsonObject> fields) {
        var bytes = new ByteArrayOutputStream();
        try {
            DocumentWriter.writeOne(bytes, JsonObject.NO_MODELS, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the document", e);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        DocumentParser.requireReadableStored(text);
        return text;
    }

    /**
     * Writes an amount and its currency.
     *
     * @throws InvalidArgumentException if it has more digits than could be read
     */
    static JsonObject amount(String name, Amount amount, JsonObject object) {
        return money(name, amount, object).text("currency", amount.getCurrency().getCurrencyCode());
    }

    /** As {@link #amount}, of an amount whose currency stands elsewhere in the document. */
    static JsonObject money(String name, Amount amount, JsonObject object) {
        BigDecimal number = MinorUnits.written(amount);
        Require.number(number, name);
        return object.decimal(name, number);
    }

    /** A whole number of periods, which must be one that can be read. */
    static int integer(long number, String name) {
        Require.that(
                number == (int) number,
                "json.integer",
                name,
                "must be between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE,
                number);
        return (int) number;
    }
}
