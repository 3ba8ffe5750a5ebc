package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.StubRule;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Good terms, damaged: the reader and the published schema, by a stranger's validator, agree on what is left. */
class SchemaAgreementTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();

    /** The rules that a JSON Schema cannot express, or not without repeating a table of codes; docs/terms.md lists them. */
    static final Set<String> BEYOND_THE_SCHEMA = Set.of(
            "blocks.whole",
            "charge.aggregation",
            "charge.commitment",
            "charge.conversion",
            "charge.days",
            "charge.duplicate",
            "charge.events",
            "charge.free-units",
            "charge.increments",
            "charge.meter",
            "charge.meter-twice",
            "charge.meters",
            "charge.repriced",
            "cost-plus.margin",
            "currency.minor-unit",
            "currency.unknown",
            "cycle.last-day",
            "date.format",
            "dimension-prices.dimension-twice",
            "dimension-prices.name",
            "dimension-prices.order",
            "discount.amount",
            "discount.duplicate",
            "discount.percent",
            "discount.scope",
            "discounts.base",
            "discounts.due",
            "discounts.order",
            "id.blank",
            "id.characters",
            "id.length",
            "instalment.percent",
            "instalments.percent",
            "instalments.rest",
            "json.bounds",
            "json.duplicate-field",
            "json.twice",
            "matrix.cell-twice",
            "matrix.dimension-twice",
            "matrix.values",
            "meter.dimension-twice",
            "number.format",
            "number.length",
            "number.percentage",
            "number.precision",
            "number.scale",
            "percentage.bounds",
            "rounding.line",
            "schedule.calendar",
            "schedule.interval",
            "schedule.last-day",
            "tiers.order",
            "windows.name",
            "windows.overlap",
            "zone.unknown");

    /** What is done to one value of a document. */
    enum Damage {
        REMOVE,
        RENAME,
        ADD_FIELD,
        NEGATE,
        TOO_FINE,
        TOO_LONG,
        OTHER_WORD,
        EMPTY_TEXT,
        TO_NULL,
        TO_TRUTH,
        TO_NUMBER,
        TO_FRACTION,
        TO_TEXT,
        TO_ARRAY,
        TO_OBJECT,
        TO_SAME_NUMBER,
        TO_EXPONENT,
        TO_LONG_NUMBER,
        TO_EMOJI,
        TO_MANY_EMOJI,
        ADD_EMPTY_METERS,
        NEST,
        SWAP,
        REPEAT
    }

    private record Step(int place, Damage damage) {}

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void readerAndSchemaAgreeOnSeveralDamages(@ForAll("damaged") String document) {
        assertAgreement(document);
    }

    /** Every damage at every place of one charge. */
    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void readerAndSchemaAgreeOnEveryDamage(
            @ForAll("models") ChargeModel model, @ForAll("paymentTerms") PaymentTerms paymentTerms) {
        assertAgreementOnEveryDamage(JSON.write(terms(List.of(model), paymentTerms)));
    }

    /** Every damage at every place of a charge of some kind, and of the cycle of the terms. */
    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    void readerAndSchemaAgreeOnEveryDamageOfACharge(
            @ForAll("charges") Charge charge, @ForAll("cycles") BillingCycle cycle) {
        assertAgreementOnEveryDamage(JSON.write(ContractTerms.builder()
                .currency("EUR")
                .zone("UTC")
                .charge(charge)
                .billed(cycle)
                .paymentTerms(PaymentTerms.net(30))
                .build()));
    }

    private static void assertAgreementOnEveryDamage(String good) {
        int places = places(Json.MAPPER.readTree(good)).size();
        for (int place = 0; place < places; place++) {
            for (Damage damage : Damage.values()) {
                JsonNode document = Json.MAPPER.readTree(good);
                apply(new Step(place, damage), document);
                assertAgreement(document.toString());
            }
        }
    }

    /** What the reader takes the schema allows, and what the schema allows is refused only by rules beyond it. */
    private static void assertAgreement(String document) {
        List<String> violations = Schemas.violations("contract-terms", document);
        Optional<InvalidDocumentException> refused = refusal(document);
        if (refused.isEmpty()) {
            assertThat(violations).isEmpty();
            ContractTerms terms = JSON.read(document);
            assertThat(JSON.read(JSON.write(terms))).isEqualTo(terms);
            return;
        }
        List<InvalidArgumentException> errors = refused.get().errors();
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error.argument()).isNotEmpty();
            assertThat(error.rule()).isNotEmpty();
        });
        assertThat(errors).extracting(Throwable::getMessage).doesNotHaveDuplicates();
        if (violations.isEmpty()) {
            assertThat(errors).extracting(InvalidArgumentException::code).isSubsetOf(BEYOND_THE_SCHEMA);
        }
    }

    private static Optional<InvalidDocumentException> refusal(String document) {
        try {
            JSON.read(document);
            return Optional.empty();
        } catch (InvalidDocumentException e) {
            return Optional.of(e);
        }
    }

    @Provide
    Arbitrary<ChargeModel> models() {
        return new ChargeModelCodecsTest().models();
    }

    @Provide
    Arbitrary<Charge> charges() {
        return ChargeArbitraries.charges("c");
    }

    @Provide
    Arbitrary<BillingCycle> cycles() {
        return ChargeArbitraries.cycles();
    }

    @Provide
    Arbitrary<PaymentTerms> paymentTerms() {
        return PaymentTermsArbitraries.terms();
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<List<ChargeModel>> models = models().list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<List<Step>> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000), Arbitraries.of(Damage.class))
                .as(Step::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(models, PaymentTermsArbitraries.terms(), steps, ChargeArbitraries.charges("other"))
                .as((list, due, todo, other) -> {
                    JsonNode document = Json.MAPPER.readTree(JSON.write(terms(list, due, other)));
                    todo.forEach(step -> apply(step, document));
                    return document.toString();
                });
    }

    private static ContractTerms terms(List<ChargeModel> models, PaymentTerms paymentTerms, Charge... more) {
        var terms = ContractTerms.builder().currency("EUR").zone("UTC").paymentTerms(paymentTerms);
        if (models.size() > 1) {
            terms.conventions(Conventions.standard()
                    .withProration(new ElapsedTime(ZoneOffset.UTC))
                    .withMinimumProration(StubRule.CHARGE_WHOLE));
        }
        for (int i = 0; i < models.size(); i++) {
            terms.charge(EventModelArbitraries.charge("c" + i, models.get(i)));
        }
        List.of(more).forEach(terms::charge);
        return terms.build();
    }

    private record Place(JsonNode parent, String name, int index) {
        JsonNode value() {
            return parent instanceof ObjectNode object ? object.get(name) : parent.get(index);
        }

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(index, value);
            }
        }
    }

    private static List<Place> places(JsonNode node) {
        var places = new ArrayList<Place>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(new Place(object, field.getKey(), 0));
                places.addAll(places(field.getValue()));
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i));
                places.addAll(places(array.get(i)));
            }
        }
        return places;
    }

    private static void apply(Step step, JsonNode document) {
        List<Place> places = places(document);
        if (places.isEmpty()) {
            return;
        }
        Place place = places.get(step.place() % places.size());
        JsonNode value = place.value();
        String text = value.isString() ? value.stringValue() : value.toString();
        var nodes = Json.MAPPER.getNodeFactory();
        switch (step.damage()) {
            case REMOVE -> remove(place);
            case RENAME -> {
                if (remove(place) instanceof ObjectNode object) {
                    object.set(place.name() + "s", value);
                }
            }
            case ADD_FIELD -> {
                if (value instanceof ObjectNode object) {
                    object.put("extra", 1);
                }
            }
            case NEGATE -> place.put(nodes.stringNode("-" + text));
            case TOO_FINE -> place.put(nodes.stringNode("0.0000000000000000001"));
            case TOO_LONG -> place.put(nodes.stringNode("1E+40"));
            case OTHER_WORD -> place.put(nodes.stringNode(text + "X"));
            case EMPTY_TEXT -> place.put(nodes.stringNode(""));
            case TO_NULL -> place.put(nodes.nullNode());
            case TO_TRUTH -> place.put(nodes.booleanNode(true));
            case TO_NUMBER -> place.put(nodes.numberNode(step.place() - 1));
            case TO_FRACTION -> place.put(nodes.numberNode(new BigDecimal("0.25")));
            case TO_TEXT -> place.put(nodes.stringNode("7"));
            case TO_ARRAY -> place.put(nodes.arrayNode());
            case TO_OBJECT -> place.put(nodes.objectNode());
            case TO_SAME_NUMBER -> {
                if (value.isInt()) {
                    place.put(nodes.numberNode(new BigDecimal(value.intValue() + ".0")));
                }
            }
            case TO_EXPONENT -> place.put(nodes.numberNode(new BigDecimal("1E+1")));
            case TO_LONG_NUMBER -> place.put(nodes.numberNode(BigDecimal.ONE.setScale(90)));
            case TO_EMOJI -> place.put(nodes.stringNode("\uD83D\uDE00".repeat(150)));
            case TO_MANY_EMOJI -> place.put(nodes.stringNode("\uD83D\uDE00".repeat(201)));
            case ADD_EMPTY_METERS -> {
                if (value instanceof ObjectNode object && object.has("meter")) {
                    object.set("meters", nodes.arrayNode());
                }
            }
            case NEST -> place.put(nested(value, 28));
            case SWAP -> {
                if (value instanceof ArrayNode array && array.size() > 1) {
                    array.insert(0, array.remove(array.size() - 1));
                }
            }
            case REPEAT -> {
                if (value instanceof ArrayNode array && !array.isEmpty()) {
                    array.add(array.get(0).deepCopy());
                }
            }
        }
    }

    /** A model so many levels deep in others, which is too deep for a document at any place of a charge but its model. */
    private static JsonNode nested(JsonNode value, int levels) {
        JsonNode model = value;
        if (value.has("type")) {
            for (int i = 0; i < levels; i++) {
                ObjectNode outer = Json.MAPPER.createObjectNode();
                outer.put("type", "timeBuckets").put("bucket", "DAY").set("price", model);
                model = outer;
            }
        }
        return model;
    }

    private static JsonNode remove(Place place) {
        if (place.parent() instanceof ObjectNode object) {
            object.remove(place.name());
        } else if (place.parent() instanceof ArrayNode array) {
            array.remove(place.index());
        }
        return place.parent();
    }
}
