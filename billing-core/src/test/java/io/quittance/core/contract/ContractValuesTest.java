package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.SellerId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.BusinessDayConvention;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import java.io.Serializable;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was agreed is a value: equal if and only if all of it is. */
class ContractValuesTest {
    private static final Instant SIGNED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-05-20T09:00:00Z");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2027-01-01");
    private static final Charge CALLS = Charge.usage("calls", Meter.sum("calls"), PerUnit.of("1"));
    private static final DueDateRule NET_30 = DueDateRule.days(30);

    /** In each row the first differs from each other by one thing, and these differ from each other. */
    static Stream<List<Object>> different() {
        Instalment third = Instalment.percent("30", NET_30);
        EarlyPaymentDiscount two = EarlyPaymentDiscount.of("2", 10);
        PaymentTerms net = PaymentTerms.net(30);
        ContractTerms plain = terms(builder -> builder);
        ContractTerms dear = terms(builder -> builder.minimum(SpendMinimum.of("50")));
        Contract contract = contract("C-1", "ACME", YEAR, plain);
        ContractHistory history = ContractHistory.of(contract, SIGNED);
        return Stream.concat(
                overTime(),
                Stream.of(
                        List.of(
                                CALLS,
                                Charge.usage("texts", Meter.sum("calls"), PerUnit.of("1")),
                                Charge.usage("calls", Meter.count("calls"), PerUnit.of("1")),
                                Charge.usage("calls", Meter.sum("calls"), PerUnit.of("2")),
                                CALLS.named("Calls"),
                                CALLS.unit("call"),
                                CALLS.converted(UnitConversion.divideBy("1000")),
                                CALLS.free("60"),
                                CALLS.discount(Discount.percent("launch", "20")),
                                CALLS.maximum("60"),
                                CALLS.commitment(Commitment.ofAmount("10")),
                                CALLS.minimum("70"),
                                CALLS.neverDecreasing()),
                        List.of(
                                plain,
                                terms(builder -> builder.currency("USD")),
                                terms(builder -> builder.zone("Europe/Berlin")),
                                terms(builder -> builder.charge(Charge.usage("texts", "texts", PerUnit.of("1")))),
                                terms(builder -> builder.paymentTerms(PaymentTerms.net(14))),
                                terms(builder -> builder.lineRounding(Rounding.of(2, RoundingMode.UP))),
                                terms(builder -> builder.conventions(Conventions.asLago())),
                                terms(builder -> builder.discount(Discount.percent("launch", "20"))),
                                terms(builder -> builder.maximum(SpendMaximum.of("100"))),
                                dear,
                                terms(builder -> builder.commitment(TermCommitment.of("1200")))),
                        List.of(
                                contract,
                                contract("C-2", "ACME", YEAR, plain),
                                contract("C-1", "OTHER", YEAR, plain),
                                contract("C-1", "ACME", ServicePeriod.of("2026-01-01", "2026-12-31"), plain),
                                contract("C-1", "ACME", YEAR, dear),
                                sold(builder -> builder.renewal(Renewal.of("P1Y", "P3M"))),
                                sold(builder -> builder.seller("DE01"))),
                        List.of(
                                DueDateRule.days(30),
                                DueDateRule.days(31),
                                DueDateRule.daysAfterEndOfMonth(30),
                                DueDateRule.daysThenDayOfMonth(30, 15),
                                DueDateRule.daysThenDayOfMonth(30, 16),
                                DueDateRule.endOfMonthThenDay(30, 15),
                                DueDateRule.endOfMonthThenDay(30, 0),
                                DueDateRule.lastDayOfMonth(1),
                                DueDateRule.lastDayOfMonth(2),
                                DueDateRule.firstDayOfNextMonth()),
                        List.of(
                                two,
                                EarlyPaymentDiscount.of("3", 10),
                                EarlyPaymentDiscount.of("2", 11),
                                two.on(EarlyPaymentDiscount.Base.NET_WITH_REDUCED_TAX)),
                        List.of(
                                third,
                                Instalment.percent("31", NET_30),
                                Instalment.amount("30", NET_30),
                                Instalment.percent("30", DueDateRule.days(31)),
                                Instalment.rest(NET_30)),
                        List.of(
                                net,
                                PaymentTerms.net(31),
                                net.discount(two),
                                net.onBusinessDays(BusinessDayConvention.FOLLOWING),
                                PaymentTerms.inInstalments(List.of(third, Instalment.rest(DueDateRule.days(60))))),
                        List.of(
                                Amendment.terms("A-1", APRIL, LATER, plain),
                                Amendment.terms("A-2", APRIL, LATER, plain),
                                Amendment.terms("A-1", MAY, LATER, plain),
                                Amendment.terms("A-1", APRIL, SIGNED, plain),
                                Amendment.terms("A-1", APRIL, LATER, dear),
                                Amendment.end("A-1", APRIL, LATER),
                                Amendment.withdrawal("A-1", "A-0", LATER),
                                Amendment.withdrawal("A-1", "A-9", LATER)),
                        List.of(
                                history,
                                ContractHistory.of(contract("C-2", "ACME", YEAR, plain), SIGNED),
                                ContractHistory.of(contract, LATER),
                                history.amended(Amendment.terms("A-1", APRIL, LATER, dear)))));
    }

    /** What is billed when, how prices begin and rise, and how a contract goes on. */
    private static Stream<List<Object>> overTime() {
        Phase discount = Phase.discount("P3M", "20");
        IndexedEscalation index = Escalation.indexed("CPI-U", "2025-10", "P1Y", "2027-01-01");
        PublishedIndex published =
                PublishedIndex.builder().value("CPI-U", "2025-10", "100").build();
        FixedEscalation three = Escalation.fixed("3", "P1Y", "2027-01-01");
        LocalDate first = LocalDate.of(2027, 1, 1);
        PriceFactor.Known unchanged = three.factorOn(APRIL, published);
        YearMonth october = YearMonth.of(2026, 10);
        return Stream.of(
                List.of(
                        BillingCycle.monthly(),
                        BillingCycle.quarterly(),
                        BillingCycle.monthly().inAdvance(),
                        BillingCycle.monthly().fromStart(),
                        BillingCycle.monthly().from(APRIL),
                        BillingCycle.monthly().from(MAY)),
                List.of(
                        Renewal.of("P1Y", "P3M"),
                        Renewal.of("P2Y", "P3M"),
                        Renewal.of("P1Y", "P2M"),
                        Renewal.of("P1Y", "P3M").atMost(2),
                        Renewal.of("P1Y", "P3M").atMost(3),
                        Renewal.none()),
                List.of(discount, Phase.rampUp("P3M", "80"), Phase.discount("P2M", "20"), Phase.discount("P3M", "21")),
                List.of(Phases.of(discount), Phases.of(discount, discount), Phases.none()),
                List.of(
                        three,
                        Escalation.fixed("4", "P1Y", "2027-01-01"),
                        Escalation.fixed(three.percent(), Schedule.calendar("P1M"), first),
                        Escalation.fixed(three.percent(), three.boundaries(), APRIL)),
                List.of(
                        index,
                        Escalation.indexed("HICP", "2025-10", "P1Y", "2027-01-01"),
                        Escalation.indexed("CPI-U", "2025-11", "P1Y", "2027-01-01"),
                        Escalation.indexed("CPI-U", "2025-10", "P6M", "2027-01-01"),
                        Escalation.indexed("CPI-U", "2025-10", "P1Y", "2027-02-01"),
                        index.lagged(3),
                        index.atLeast("0"),
                        index.atMost("3"),
                        index.rounded(Rounding.halfUp(3)),
                        three),
                List.of(
                        published,
                        published.toBuilder().value("CPI-U", "2025-11", "100").build(),
                        PublishedIndex.none()),
                List.of(unchanged, three.factorOn(first, published)),
                List.of(
                        new PriceFactor.Missing("CPI-U", october, first, unchanged),
                        new PriceFactor.Missing("HICP", october, first, unchanged),
                        new PriceFactor.Missing("CPI-U", october.plusMonths(1), first, unchanged),
                        new PriceFactor.Missing("CPI-U", october, APRIL, unchanged),
                        new PriceFactor.Missing("CPI-U", october, first, three.factorOn(first, published))),
                List.of(
                        InvoicingRequirements.none(),
                        InvoicingRequirements.none().withMinimum("25"),
                        InvoicingRequirements.none().withFormat("UBL")));
    }

    @ParameterizedTest
    @MethodSource("different")
    void differByEachThingThatIsAgreed(List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).isNotEqualTo(values.get(i).toString()).isNotEqualTo(null);
            for (int j = 0; j < values.size(); j++) {
                assertThat(values.get(i).equals(values.get(j)))
                        .as("%s equals %s", values.get(i), values.get(j))
                        .isEqualTo(i == j);
            }
        }
    }

    /** Also terms with all that they may have, which are written through another form. */
    @ParameterizedTest
    @MethodSource("different")
    void canBeShipped(List<Object> values) throws Exception {
        for (Object value : values) {
            assertThat(SerialStreams.copy((Serializable) value))
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value);
        }
    }

    @Test
    void areEqualWhateverZerosTrail() {
        assertThat(EarlyPaymentDiscount.of("2.0", 10))
                .isEqualTo(EarlyPaymentDiscount.of("2", 10))
                .hasSameHashCodeAs(EarlyPaymentDiscount.of("2", 10));
        assertThat(Instalment.percent("30.0", NET_30))
                .isEqualTo(Instalment.percent("30", NET_30))
                .hasSameHashCodeAs(Instalment.percent("30", NET_30));
        assertThat(CALLS.minimum("70.00")).isEqualTo(CALLS.minimum("70")).hasSameHashCodeAs(CALLS.minimum("70"));
    }

    @Test
    void readAsTheirDocumentationSays() {
        assertThat(CALLS).hasToString("calls: sum of calls, 1 per unit");
        assertThat(Charge.usage(
                        new ChargeId("calls"),
                        List.of(Meter.max("a"), Meter.max("b")),
                        Capacity.of(Capacity.Tier.of("9"))))
                .hasToString("calls: [maximum of a, maximum of b], capacity: [any size: 9]");
        assertThat(Charge.recurring("seats", PerUnit.of("10"))).hasToString("seats: recurring, 10 per unit");
        assertThat(Charge.oneOff("setup", FlatFee.of("500"))).hasToString("setup: one-off, flat fee of 500");
        assertThat(Escalation.indexed("CPI-U", "2025-10", "P1Y", "2027-01-01"))
                .hasToString("as CPI-U since 2025-10, every P1Y from 2027-01-01");
        ContractTerms plain = terms(builder -> builder);
        assertThat(plain).hasToString("EUR terms with 1 charges");
        assertThat(contract("C-1", "ACME", YEAR, plain)).hasToString("contract C-1");
        assertThat(ContractHistory.of(contract("C-1", "ACME", YEAR, plain), SIGNED)
                        .amended(Amendment.end("A-1", LocalDate.of(2026, 7, 1), LATER)))
                .hasToString("contract C-1, signed 2026-01-01T00:00:00Z, 1 amendments");
        assertThat(Amendment.terms("A-1", APRIL, LATER, plain))
                .hasToString("A-1: terms from 2026-04-01, recorded 2026-05-20T09:00:00Z");
        assertThat(Amendment.withdrawal("A-2", "A-1", LATER))
                .hasToString("A-2: withdraws A-1, recorded 2026-05-20T09:00:00Z");
        assertThat(EarlyPaymentDiscount.of("2", 10)).hasToString("2% within 10 days");
        assertThat(EarlyPaymentDiscount.of("2", 10).on(EarlyPaymentDiscount.Base.NET_WITH_REDUCED_TAX))
                .hasToString("2% within 10 days on NET_WITH_REDUCED_TAX");
        assertThat(Instalment.percent("30", DueDateRule.days(10))).hasToString("30% after 10 days");
        assertThat(Instalment.rest(NET_30)).hasToString("the rest after 30 days");
        assertThat(NET_30).hasToString("30 days");
        assertThat(DueDateRule.endOfMonthThenDay(15, 31)).hasToString("15 days, end of month, then day 31");
        assertThat(DueDateRule.endOfMonthThenDay(15, 0)).hasToString("15 days, end of month");
        assertThat(PaymentTerms.net(30).discount("2", 10)).hasToString("net 30 days, 2% within 10 days");
        assertThat(PaymentTerms.net(30).onBusinessDays(BusinessDayConvention.FOLLOWING))
                .hasToString("net 30 days, FOLLOWING");
    }

    @Test
    void giveBackWhatWasAgreed() {
        Charge charge = CALLS.named("Calls")
                .unit("call")
                .converted(UnitConversion.divideBy("1000"))
                .free("60")
                .maximum("90")
                .minimum("70");
        assertThat(charge.name()).isEqualTo("Calls");
        assertThat(charge.unit()).isEqualTo("call");
        assertThat(charge.conversion()).contains(UnitConversion.divideBy("1000"));
        assertThat(charge.maximum()).contains(SpendMaximum.of("90"));
        assertThat(charge.minimum()).contains(SpendMinimum.of("70"));
        assertThat(charge.commitment()).isEmpty();
        assertThat(charge.isDecreasing()).isTrue();
        assertThat(charge.neverDecreasing().isDecreasing()).isFalse();
        assertThat(DueDateRule.daysThenDayOfMonth(30, 15)).satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo(DueDateRule.Kind.DAY_OF_MONTH);
            assertThat(rule.days()).isEqualTo(30);
            assertThat(rule.day()).isEqualTo(15);
        });
        assertThat(DueDateRule.lastDayOfMonth(2).months()).isEqualTo(2);
        Amendment withdrawal = Amendment.withdrawal("A-2", "A-1", LATER);
        assertThat(withdrawal.withdrawn()).contains("A-1");
        assertThat(withdrawal.date()).isEmpty();
        assertThat(withdrawal.terms()).isEmpty();
        assertThat(withdrawal.recordedAt()).isEqualTo(LATER);
        assertThat(Amendment.end("A-1", APRIL, LATER).date()).contains(APRIL);
        assertThat(Amendment.end("A-1", APRIL, LATER).kind()).isEqualTo(Amendment.Kind.END);
        assertThat(sold(builder -> builder.seller("DE01")).seller()).contains(new SellerId("DE01"));
        assertThat(sold(builder -> builder).seller()).isEmpty();
    }

    /** The bounds themselves are allowed: 100 %, 3650 days, and a discount for paying at once. */
    @Test
    void takeTheirBounds() {
        LocalDate issued = LocalDate.of(2026, 1, 1);
        assertThat(EarlyPaymentDiscount.of("100", 0).until(issued)).isEqualTo(issued);
        assertThat(EarlyPaymentDiscount.of("2", 3_650).until(issued)).isEqualTo("2035-12-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyPaymentDiscount.of("100.01", 10))
                .withMessage("percent must be at most 100, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyPaymentDiscount.of("2", 3_651))
                .withMessage("days must be between 0 and 3650, but was 3651");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyPaymentDiscount.of("2", -1))
                .withMessage("days must be between 0 and 3650, but was -1");
        assertThat(DueDateRule.days(3_650).dueDate(issued)).isEqualTo("2035-12-30");
        assertThat(DueDateRule.daysThenDayOfMonth(0, 31).dueDate(LocalDate.of(2026, 2, 1)))
                .isEqualTo("2026-02-28");
        assertThat(DueDateRule.daysThenDayOfMonth(0, 1).dueDate(issued)).isEqualTo(issued);
        assertThat(DueDateRule.lastDayOfMonth(120).dueDate(issued)).isEqualTo("2036-01-31");
    }

    private static ContractTerms terms(UnaryOperator<ContractTerms.Builder> more) {
        return more.apply(ContractTerms.builder()
                        .currency("EUR")
                        .zone("UTC")
                        .charge(CALLS)
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
    }

    private static Contract sold(UnaryOperator<Contract.Builder> more) {
        return more.apply(Contract.builder("C-1")
                        .customer("ACME")
                        .term(YEAR)
                        .currency("EUR")
                        .zone("UTC")
                        .charge(CALLS)
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
    }

    private static Contract contract(String id, String customer, ServicePeriod term, ContractTerms terms) {
        return Contract.of(ContractId.of(id), CustomerId.of(customer), term, terms);
    }
}
