package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each way to spoil a good document is told by its own errors, however many are combined. */
class DamagedTermsTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();
    private static final String GOOD = """
            {
              "schemaVersion": 1,
              "currency": "EUR",
              "zone": "Europe/Berlin",
              "charges": [
                {"id": "night", "meter": "night-minutes", "name": "Night", "unit": "MIN",
                 "model": {"type": "perUnit", "unitPrice": "0.045"}},
                {"id": "calls", "meter": "calls",
                 "model": {"type": "graduated",
                           "tiers": [{"upTo": "1000", "unitPrice": "0.10", "flatFee": "1", "cap": "50"},
                                     {"upTo": "5000", "unitPrice": "0.08"}],
                           "beyond": {"unitPrice": "0.05"}}},
                {"id": "seats", "kind": "recurring", "quantity": "25", "from": "2026-01-01", "until": "2027-01-01",
                 "billed": {"interval": "P1M", "timing": "inAdvance", "anchor": "day", "day": "2026-01-31"},
                 "proration": {"type": "chargeWhole"}, "ancillary": {"order": "PO-1", "priceRule": "list"},
                 "model": {"type": "perUnit", "unitPrice": "10"},
                 "laterModels": [{"from": "2026-06-01", "model": {"type": "flat", "amount": "11"}}],
                 "phases": [{"kind": "trial", "length": "P14D"}, {"kind": "rampUp", "length": "P3M", "percent": "25"}],
                 "escalation": {"kind": "indexed", "index": "CPI-U", "base": "2025-10", "interval": "P1Y",
                                "day": "2027-01-01", "lag": 3, "floor": "0", "cap": "3",
                                "rounding": {"scale": 4, "mode": "HALF_UP"}}},
                {"id": "project", "kind": "milestones", "meter": "reached",
                 "model": {"type": "milestones", "milestones": [{"name": "a", "amount": "1"}]}}
              ],
              "lineRounding": {"scale": 2, "mode": "HALF_UP"},
              "invoicing": {"purchaseOrder": "PO-1", "minimum": "25", "channel": "email", "address": "A-7"},
              "paymentTerms": {"netDays": 30}
            }
            """;

    /** What is changed, at which path, and the errors to expect as path, argument and code. */
    private record Mutation(String name, String touched, Consumer<JsonNode> change, List<String> errors) {
        boolean isApartFrom(Mutation other) {
            return !touched.startsWith(other.touched) && !other.touched.startsWith(touched);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Mutation> MUTATIONS = List.of(
            put("", "currency", "\"ZZZ\"", " currency currency.unknown"),
            remove("", "zone", " zone json.missing-field"),
            put("", "note", "\"x\"", " note json.unknown-field"),
            put("/charges/0", "id", "\" night\"", "charges[0] id id.blank"),
            rename(
                    "/charges/0",
                    "meter",
                    "metre",
                    "charges[0] meter json.missing-field",
                    "charges[0] metre json.unknown-field"),
            put("/charges/0", "unit", "\"\"", "charges[0] unit id.length"),
            put("/charges/0", "name", "null", "charges[0] name json.type"),
            put("/charges/0/model", "unitPrice", "\"-0.045\"", "charges[0].model unitPrice number.negative"),
            put("/charges/0/model", "price", "1", "charges[0].model price json.unknown-field"),
            put("/charges/1", "id", "7", "charges[1] id json.type"),
            put("/charges/1", "meter", "\"a\\u0007b\"", "charges[1] meter id.characters"),
            swap("/charges/1/model/tiers", "charges[1].model tiers[1].upTo tiers.order"),
            put("/charges/1/model/tiers/0", "upTo", "0", "charges[1].model.tiers[0] upTo number.not-positive"),
            put("/charges/1/model/tiers/0", "unitPrice", "-0.1", "charges[1].model.tiers[0] unitPrice number.negative"),
            put("/charges/1/model/tiers/0", "flatFee", "\"1E-19\"", "charges[1].model.tiers[0] flatFee number.scale"),
            put("/charges/1/model/tiers/0", "cap", "\"-1\"", "charges[1].model.tiers[0] cap number.negative"),
            put("/charges/1/model/tiers/1", "upTo", "\"many\"", "charges[1].model.tiers[1] upTo number.format"),
            put("/charges/1/model/tiers/1", "cap", "{}", "charges[1].model.tiers[1] cap json.type"),
            rename(
                    "/charges/1/model/tiers/1",
                    "unitPrice",
                    "UnitPrice",
                    "charges[1].model.tiers[1] unitPrice json.missing-field",
                    "charges[1].model.tiers[1] UnitPrice json.unknown-field"),
            put("/charges/1/model", "beyond", "null", "charges[1].model beyond json.missing-field"),
            put("/charges/1/model/beyond", "unitPrice", "1E+38", "charges[1].model.beyond unitPrice number.precision"),
            put("/charges/1/model/beyond", "cap", "\"-2\"", "charges[1].model.beyond cap number.negative"),
            put("/charges/2", "quantity", "\"-1\"", "charges[2] quantity number.negative"),
            put("/charges/2", "from", "\"2026-02-30\"", "charges[2] from date.format"),
            put("/charges/2/billed", "interval", "\"P1X\"", "charges[2].billed interval period.format"),
            put("/charges/2/billed", "timing", "\"IN_ADVANCE\"", "charges[2].billed timing json.choice"),
            put("/charges/2/billed", "day", "\"soon\"", "charges[2].billed day date.format"),
            put("/charges/2/proration", "type", "\"half\"", "charges[2].proration type json.choice"),
            put("/charges/2/ancillary", "order", "7", "charges[2].ancillary order json.type"),
            remove("/charges/2/ancillary", "priceRule", "charges[2].ancillary priceRule json.missing-field"),
            put("/charges/2/laterModels/0", "from", "\"\"", "charges[2].laterModels[0] from date.format"),
            put(
                    "/charges/2/laterModels/0/model",
                    "amount",
                    "\"-1\"",
                    "charges[2].laterModels[0].model amount number.negative"),
            put("/charges/2/phases/0", "percent", "\"5\"", "charges[2].phases[0] percent json.unknown-field"),
            put("/charges/2/phases/0", "length", "\"P1M1D\"", "charges[2].phases[0] length phase.length"),
            put("/charges/2/phases/1", "percent", "\"101\"", "charges[2].phases[1] percent number.percentage"),
            put("/charges/2/escalation", "index", "\"\"", "charges[2].escalation index id.length"),
            put("/charges/2/escalation", "base", "\"2026-10\"", "charges[2].escalation base escalation.base"),
            put("/charges/2/escalation", "floor", "\"4\"", "charges[2].escalation floor escalation.floor"),
            put(
                    "/charges/2/escalation/rounding",
                    "mode",
                    "\"HALF\"",
                    "charges[2].escalation.rounding mode json.choice"),
            put("/invoicing", "purchaseOrder", "\"\"", "invoicing purchaseOrder id.length"),
            put("/invoicing", "minimum", "\"-1\"", "invoicing minimum number.negative"),
            put("/invoicing", "channel", "\"pigeon\"", "invoicing channel json.choice"),
            put("/invoicing", "address", "7", "invoicing address json.type"),
            put("/charges/3", "maximum", "\"1\"", "charges[3] maximum json.unknown-field"),
            put(
                    "/charges/3/model/milestones/0",
                    "amount",
                    "\"x\"",
                    "charges[3].model.milestones[0] amount number.format"),
            put("/lineRounding", "scale", "19", "lineRounding scale rounding.scale"),
            put("/lineRounding", "mode", "\"HALF\"", "lineRounding mode json.choice"),
            put("/paymentTerms", "netDays", "-1", "paymentTerms netDays terms.days"),
            put("/paymentTerms", "netDays", "\"30\"", "paymentTerms netDays json.type"),
            put("", "paymentTerms", "[]", " paymentTerms json.type"));

    @Test
    void theDocumentIsGoodToBeginWith() {
        assertThat(JSON.read(GOOD).charges()).hasSize(4);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyErrorIsToldAndNothingElse(@ForAll("mutations") List<Mutation> mutations) {
        JsonNode document = Json.MAPPER.readTree(GOOD);
        mutations.forEach(mutation -> mutation.change().accept(document));
        var refused = catchThrowableOfType(InvalidDocumentException.class, () -> JSON.read(document.toString()));
        assertThat(refused.errors())
                .extracting(error -> error.path() + " " + error.argument() + " " + error.code())
                .containsExactlyInAnyOrderElementsOf(mutations.stream()
                        .flatMap(mutation -> mutation.errors().stream())
                        .toList());
        assertThat(refused.isComplete()).isTrue();
    }

    /** One or more, none of which changes what another does. */
    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Arbitraries.of(MUTATIONS)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(some -> {
                    var apart = new ArrayList<Mutation>();
                    for (Mutation next : some) {
                        if (apart.stream().allMatch(next::isApartFrom)) {
                            apart.add(next);
                        }
                    }
                    return apart;
                });
    }

    private static Mutation put(String at, String name, String value, String... errors) {
        return new Mutation(
                at + "/" + name + " = " + value,
                at + "/" + name + "/",
                document -> object(document, at).set(name, Json.MAPPER.readTree(value)),
                List.of(errors));
    }

    private static Mutation remove(String at, String name, String... errors) {
        return new Mutation(
                "without " + at + "/" + name,
                at + "/" + name + "/",
                document -> object(document, at).remove(name),
                List.of(errors));
    }

    private static Mutation rename(String at, String name, String other, String... errors) {
        return new Mutation(
                at + "/" + name + " as " + other,
                at + "/" + name + "/",
                document -> {
                    ObjectNode object = object(document, at);
                    object.set(other, object.remove(name));
                },
                List.of(errors));
    }

    private static Mutation swap(String at, String... errors) {
        return new Mutation(
                at + " swapped",
                at + "/",
                document -> {
                    var array = (ArrayNode) document.at(at);
                    array.insert(0, array.remove(1));
                },
                List.of(errors));
    }

    private static ObjectNode object(JsonNode document, String at) {
        return (ObjectNode) document.at(at);
    }
}
