package io.quittance.json;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** How all documents are parsed and written: strictly, within bounds, and never through binary fractions. */
final class Json {
    /** The version of all documents that this release reads and writes. */
    static final int SCHEMA_VERSION = 1;

    /** Characters that a document may have. */
    static final int MAX_DOCUMENT = 16 * 1024 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(100)
                            .maxStringLength(10_000)
                            .maxNameLength(200)
                            .maxDocumentLength(MAX_DOCUMENT)
                            .maxTokenCount(1_000_000)
                            .build())
                    .build())
            .build();

    private Json() {}

    /** The number of an amount with at least the decimal places of its currency's minor unit. */
    static BigDecimal number(Amount amount) {
        BigDecimal number = amount.toBigDecimal().stripTrailingZeros();
        int places = Rounding.toMinorUnit(amount.getCurrency()).scale();
        return number.scale() < places ? number.setScale(places) : number;
    }
}
