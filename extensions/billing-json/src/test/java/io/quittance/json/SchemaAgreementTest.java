package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.StubRule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Good terms, damaged: the reader and the published schema, by a stranger's validator, agree on what is left. */
class SchemaAgreementTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();

    /** The rules that a JSON Schema cannot express, or not without repeating a table of codes; docs/terms.md lists them. */
    static final Set<String> BEYOND_THE_SCHEMA = Set.of(
            "amendment.currency",
            "amendment.cycle",
            "amendment.date",
            "amendment.duplicate",
            "amendment.key",
            "amendment.recorded-at",
            "amendment.withdrawn",
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
            "currency.code",
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
            "escalation.base",
            "escalation.floor",
            "escalation.interval",
            "escalation.percent",
            "escalation.scale",
            "id.blank",
            "id.characters",
            "id.length",
            "instant.format",
            "instalment.percent",
            "instalments.percent",
            "instalments.rest",
            "json.bounds",
            "json.duplicate-field",
            "json.twice",
            "mark.open",
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
            "period.order",
            "phase.length",
            "renewal.length",
            "renewal.notice",
            "rounding.line",
            "schedule.calendar",
            "schedule.interval",
            "schedule.last-day",
            "tax.twice",
            "tiers.order",
            "windows.name",
            "windows.overlap",
            "zone.unknown");

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
            @ForAll("charges") Charge charge,
            @ForAll("cycles") BillingCycle cycle,
            @ForAll("invoicing") InvoicingRequirements invoicing) {
        assertAgreementOnEveryDamage(JSON.write(ContractTerms.builder()
                .currency("EUR")
                .zone("UTC")
                .charge(charge)
                .billed(cycle)
                .invoicing(invoicing)
                .paymentTerms(PaymentTerms.net(30))
                .build()));
    }

    private static void assertAgreementOnEveryDamage(String good) {
        Damages.all(good).forEach(SchemaAgreementTest::assertAgreement);
    }

    private static void assertAgreement(String document) {
        assertAgreement("contract-terms", document, JSON::read, JSON::write);
    }

    /**
     * What the reader takes the schema allows, what it makes of it is written so that the same is read again, and what the schema
     * allows is refused only by rules beyond it.
     */
    static <T> void assertAgreement(
            String schema, String document, Function<String, T> reader, Function<T, String> writer) {
        T value;
        try {
            value = reader.apply(document);
        } catch (InvalidDocumentException refused) {
            assertRefusal(schema, document, refused);
            return;
        }
        Agreement.assertAllowed(schema, document);
        assertThat(reader.apply(writer.apply(value))).isEqualTo(value);
    }

    private static void assertRefusal(String schema, String document, InvalidDocumentException refused) {
        List<InvalidArgumentException> errors = refused.errors();
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error.argument()).isNotEmpty();
            assertThat(error.rule()).isNotEmpty();
        });
        assertThat(errors).extracting(Throwable::getMessage).doesNotHaveDuplicates();
        Agreement.assertRefused(schema, document, errors, BEYOND_THE_SCHEMA);
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
    Arbitrary<InvoicingRequirements> invoicing() {
        return ContractArbitraries.invoicing();
    }

    @Provide
    Arbitrary<PaymentTerms> paymentTerms() {
        return PaymentTermsArbitraries.terms();
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<List<ChargeModel>> models = models().list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<List<Damages.Step>> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000), Arbitraries.of(Damages.Damage.class))
                .as(Damages.Step::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(models, PaymentTermsArbitraries.terms(), steps, ChargeArbitraries.charges("other"))
                .as((list, due, todo, other) -> {
                    JsonNode document = Json.MAPPER.readTree(JSON.write(terms(list, due, other)));
                    todo.forEach(step -> Damages.apply(step, document));
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
}
