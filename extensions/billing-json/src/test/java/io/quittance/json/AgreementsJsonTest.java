package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountOrder;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.RoundingMoment;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.pricing.TierBound;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UniqueCount;
import io.quittance.core.usage.UnitConversion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is agreed beside a price reads back as it was written, and the schema allows what was written. */
class AgreementsJsonTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();

    @Test
    void readsWhatPeopleWrite() {
        ContractTerms terms = JSON.read("""
                {
                  "schemaVersion": 1,
                  "currency": "EUR",
                  "zone": "Europe/Berlin",
                  "charges": [
                    {
                      "id": "calls",
                      "meters": [{"id": "seconds", "where": [{"dimension": "region", "value": "eu"}]}],
                      "model": {"type": "perUnit", "unitPrice": "0.10"},
                      "conversion": {"operation": "DIVIDE", "factor": "60", "rounding": {"scale": 0, "mode": "UP"}},
                      "freeUnits": "100",
                      "discounts": [{"id": "launch", "kind": "PERCENT", "value": "20"}],
                      "maximum": "60",
                      "commitment": {"kind": "AMOUNT", "value": "10", "overageFactor": "2", "trueUp": true},
                      "minimum": "5",
                      "neverDecreasing": true
                    }
                  ],
                  "conventions": {
                    "discountOrder": "PERCENTAGES_FIRST",
                    "proration": {"type": "elapsedTime", "zone": "Europe/Berlin"},
                    "minimumProration": {"type": "chargeWhole"}
                  },
                  "discounts": [{"id": "voucher", "kind": "AMOUNT", "value": "12", "charges": ["calls"]}],
                  "maximum": "100",
                  "minimum": "20",
                  "commitment": {"termMinimum": "1200", "periodMinimum": "60", "carriesOver": true},
                  "paymentTerms": {"netDays": 30}
                }
                """);
        Charge calls = Charge.usage("calls", Meter.sum("seconds").where("region", "eu"), PerUnit.of("0.10"))
                .converted(UnitConversion.divideBy("60").withRounding(Rounding.of(0, RoundingMode.UP)))
                .free("100")
                .discount(Discount.percent("launch", "20"))
                .maximum("60")
                .commitment(Commitment.ofAmount("10").overageFactor("2").withTrueUp(true))
                .minimum("5")
                .neverDecreasing();
        assertThat(terms)
                .isEqualTo(ContractTerms.builder()
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .charge(calls)
                        .conventions(Conventions.standard()
                                .withDiscountOrder(DiscountOrder.PERCENTAGES_FIRST)
                                .withProration(new ElapsedTime(ZoneId.of("Europe/Berlin")))
                                .withMinimumProration(StubRule.CHARGE_WHOLE))
                        .discount(Discount.amount("voucher", "12").on("calls"))
                        .maximum(SpendMaximum.of("100"))
                        .minimum(SpendMinimum.of("20"))
                        .commitment(TermCommitment.of("1200").perPeriod("60").carryingOver())
                        .paymentTerms(PaymentTerms.net(30))
                        .build());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "maximum": "-1" | charges[0]: maximum must not be negative, but was -1
            "freeUnits": "many" | charges[0]: freeUnits must be a decimal number, but was many
            "neverDecreasing": "yes" | charges[0]: neverDecreasing must be true or false, but was "yes"
            "discounts": [{"id": "a", "kind": "PERCENT", "value": "101"}] | charges[0].discounts[0]: value must be at most 100, but was 101
            "discounts": [{"id": "a", "kind": "PERCENT", "value": "1", "charges": ["c"]}] | charges[0].discounts[0]: charges must be left out where it belongs to a charge, but was [c]
            "conversion": {"operation": "DIVIDE", "factor": "0"} | charges[0].conversion: factor must be more than 0, but was 0
            "commitment": {"kind": "HOURS", "value": "1"} | charges[0].commitment: kind must be one of [AMOUNT, QUANTITY], but was HOURS
            """)
    void refusesByPathRuleAndValue(String field, String message) {
        String document = """
                {"schemaVersion": 1, "currency": "EUR", "zone": "UTC", "paymentTerms": {"netDays": 30},
                 "charges": [{"id": "c", "meter": "m", "model": {"type": "perUnit", "unitPrice": "1"}, %s}]}
                """.formatted(field);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.read(document))
                .withMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "proration": {"type": "elapsedTime"} | conventions.proration: zone must be given
            "proration": {"type": "elapsedTime", "zone": "Berlin"} | conventions.proration: zone must be a time zone id such as Europe/Berlin, but was Berlin
            "proration": {"type": "civilDays", "zone": "UTC"} | conventions.proration: zone must be left out, for it is none of [type]
            "minimumProration": {"type": "NONE"} | conventions.minimumProration: type must be one of [civilDays, thirtyDayMonths, elapsedTime, chargeWhole, chargeNothing], but was NONE
            "minimumProration": "chargeWhole" | conventions: minimumProration must be an object, but was "chargeWhole"
            """)
    void refusesAProrationByPathRuleAndValue(String field, String message) {
        String document = """
                {"schemaVersion": 1, "currency": "EUR", "zone": "UTC", "paymentTerms": {"netDays": 30},
                 "charges": [{"id": "c", "meter": "m", "model": {"type": "perUnit", "unitPrice": "1"}}],
                 "conventions": {%s}}
                """.formatted(field);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.read(document))
                .withMessage(message);
    }

    /** A strategy of a host's own has no name in a document. */
    @Test
    void refusesToWriteAProrationOfAHost() {
        Proration own = new HalfOfIt();
        ContractTerms terms = ContractTerms.builder()
                .currency("EUR")
                .zone("UTC")
                .charge(Charge.usage("c", "m", PerUnit.of("1")))
                .conventions(Conventions.standard().withMinimumProration(own))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.write(terms))
                .withMessageEndingWith(
                        "minimumProration must be one of this library, but was " + HalfOfIt.class.getName());
    }

    private static final class HalfOfIt implements Proration {
        @Override
        public Fraction part(ServicePeriod service, ServicePeriod period) {
            return service.equals(period) ? Fraction.ONE : Fraction.of(1, 2);
        }
    }

    @Property
    void readsWhatItWrote(@ForAll("terms") ContractTerms terms) {
        String written = JSON.write(terms);
        assertThat(JSON.read(written)).isEqualTo(terms);
        assertThat(JSON.write(JSON.read(written))).isEqualTo(written);
        assertThat(Schemas.violations("contract-terms", written)).isEmpty();
    }

    @Provide
    Arbitrary<ContractTerms> terms() {
        return Combinators.combine(
                        charges(),
                        conventions(),
                        numbers().optional(),
                        commitments().optional())
                .as((charges, conventions, limit, commitment) -> {
                    var terms = ContractTerms.builder()
                            .currency("EUR")
                            .zone("UTC")
                            .conventions(conventions)
                            .paymentTerms(PaymentTerms.net(30));
                    charges.forEach(terms::charge);
                    limit.ifPresent(number -> terms.maximum(SpendMaximum.of(number))
                            .minimum(SpendMinimum.of(number))
                            .discount(Discount.amount("all", number))
                            .discount(Discount.percent("one", "7").on("c0")));
                    commitment.ifPresent(terms::commitment);
                    return terms.build();
                });
    }

    private static Arbitrary<List<Charge>> charges() {
        return Combinators.combine(meters(), numbers().optional(), numbers().optional(), Arbitraries.of(true, false))
                .as((meters, free, limit, never) -> {
                    boolean one = meters.size() == 1; // of several, none is converted, free or committed
                    ChargeModel model = one ? PerUnit.of("1") : Capacity.of(Capacity.Tier.of("1"));
                    Charge charge = Charge.usage(ChargeId.of("c"), meters, model);
                    if (limit.isPresent()) {
                        BigDecimal number = limit.get();
                        charge = charge.maximum(SpendMaximum.of(number))
                                .minimum(SpendMinimum.of(number))
                                .commitment((one ? Commitment.ofQuantity(number) : Commitment.ofAmount(number))
                                        .overageFactor("1.5"));
                    }
                    if (one) {
                        charge = free.map(FreeUnits::of)
                                .map(charge::free)
                                .orElse(charge)
                                .converted(UnitConversion.divideBy("60")
                                        .withIncrements(Increments.of("60", "6"))
                                        .withRounding(Rounding.halfUp(3)));
                    }
                    return never ? charge.neverDecreasing() : charge;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(AgreementsJsonTest::numbered);
    }

    private static List<Charge> numbered(List<Charge> charges) {
        var numbered = new ArrayList<Charge>();
        for (Charge charge : charges) {
            Charge same = Charge.usage(ChargeId.of("c" + numbered.size()), charge.meters(), charge.model())
                    .discount(Discount.percent("d" + numbered.size(), "5"));
            same = charge.freeUnits().map(same::free).orElse(same);
            same = charge.conversion().map(same::converted).orElse(same);
            same = charge.maximum().map(same::maximum).orElse(same);
            same = charge.minimum().map(same::minimum).orElse(same);
            same = charge.commitment().map(same::commitment).orElse(same);
            numbered.add(charge.isDecreasing() ? same : same.neverDecreasing());
        }
        return numbered;
    }

    private static Arbitrary<List<Meter>> meters() {
        return Arbitraries.of(
                List.of(Meter.sum("m")),
                List.of(Meter.sum("m").where("region", "eu").where("kind", "a \"b\"")),
                List.of(Meter.of(new MeterId("users"), new UniqueCount("user"))),
                List.of(Meter.of(new MeterId("a"), new Maximum()), Meter.of(new MeterId("b"), new Maximum())));
    }

    private static Arbitrary<Conventions> conventions() {
        var order = new ArrayList<>(Conventions.standard().stages());
        order.remove(RatingStage.MAXIMUM);
        order.add(RatingStage.MAXIMUM);
        return Combinators.combine(
                        Arbitraries.of(TierBound.class),
                        Arbitraries.of(RoundingMoment.class),
                        Arbitraries.of(DiscountOrder.class),
                        Arbitraries.of(DiscountSpread.class),
                        Arbitraries.of(SpendBasis.class),
                        prorations(),
                        prorations(),
                        Arbitraries.of(true, false))
                .as((bound, moment, discounts, spread, basis, proration, ofMinimums, other) -> {
                    Conventions agreed = Conventions.standard()
                            .withTierBound(bound)
                            .withRoundingMoment(moment)
                            .withDiscountOrder(discounts)
                            .withDiscountSpread(spread)
                            .withSpendBasis(basis)
                            .withProration(proration)
                            .withMinimumProration(ofMinimums)
                            .withFirstFlatFeeAtZero(other);
                    return other ? agreed.withStages(order) : agreed;
                });
    }

    private static Arbitrary<Proration> prorations() {
        return Arbitraries.of(
                DayCount.CIVIL_DAYS,
                DayCount.THIRTY_DAY_MONTHS,
                new ElapsedTime(ZoneId.of("Europe/Berlin")),
                StubRule.CHARGE_WHOLE,
                StubRule.CHARGE_NOTHING);
    }

    private static Arbitrary<TermCommitment> commitments() {
        return Combinators.combine(numbers(), numbers().optional(), Arbitraries.of(true, false))
                .as((term, period, carries) -> {
                    TermCommitment whole = TermCommitment.of(term).overageFactor("1.25");
                    TermCommitment each = period.map(whole::perPeriod).orElse(whole);
                    return carries ? each.carryingOver() : each;
                });
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                .ofScale(2);
    }
}
