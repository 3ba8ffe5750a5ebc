package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How all documents are parsed and written: strictly, within bounds, and never through binary fractions. */
final class Json {
    /** The version of all documents that this release writes. */
    static final int SCHEMA_VERSION = 1;

    private static final int MAX_DOCUMENT = 16 * 1024 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(100)
                            .maxStringLength(10_000)
                            .maxNameLength(200)
                            .maxDocumentLength(MAX_DOCUMENT)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw refused("json.bounds", "must keep within the bounds of a document", e);
        } catch (JacksonException e) {
            throw refused("json.syntax", "must be well-formed JSON", e);
        }
    }

    private static InvalidArgumentException refused(String code, String rule, JacksonException cause) {
        return new InvalidArgumentException(code, "document", rule, cause.getOriginalMessage()).causedBy(cause);
    }

    /** The number of an amount with at least the decimal places of its currency's minor unit. */
    static BigDecimal number(Amount amount) {
        BigDecimal number = amount.toBigDecimal().stripTrailingZeros();
        int places = Rounding.toMinorUnit(amount.getCurrency()).scale();
        return number.scale() < places ? number.setScale(places) : number;
    }
}
