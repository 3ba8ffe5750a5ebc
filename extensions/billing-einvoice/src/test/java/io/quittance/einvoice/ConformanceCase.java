package io.quittance.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published document as facts: what stands in it, and what it adds up to.
 *
 * @param regime whose rules it was made for
 */
record ConformanceCase(String id, String regime, JsonNode input, JsonNode expected) {
    private static final Set<String> REGIMES =
            Set.of("EN16931", "PEPPOL-BIS3", "XRECHNUNG", "FACTURX", "UBL.BE", "MUSTANG-TEST");

    /** Those of EN 16931 and its usages whose totals follow from their lines. */
    static List<ConformanceCase> all() {
        try (InputStream in = ConformanceCase.class.getResourceAsStream("/conformance/invoice.json")) {
            var cases = new ArrayList<ConformanceCase>();
            for (JsonNode node : JsonMapper.shared().readTree(Objects.requireNonNull(in, "invoice.json"))) {
                String regime = node.get("regime").asString();
                if (REGIMES.contains(regime)
                        && node.get("check").get("class").asString().equals("full")) {
                    cases.add(new ConformanceCase(
                            node.get("id").asString(), regime, node.get("input"), node.get("expected")));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many invoices it refers to. */
    int preceding() {
        return Integer.parseInt(input.path("preceding_invoice_refs").asString("0"));
    }

    @Override
    public String toString() {
        return id;
    }
}
