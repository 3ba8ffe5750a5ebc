package io.quittance.json;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BilledLine;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What bill runs leave: periods and marks. */
final class BillingArbitraries {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");

    private BillingArbitraries() {}

    static Arbitrary<BilledPeriod> periods() {
        return Combinators.combine(
                        texts(),
                        numbers(),
                        Arbitraries.of(true, false),
                        lines().list().ofMaxSize(3),
                        befores(),
                        befores())
                .as((cycle, number, closed, lines, before, after) ->
                        BilledPeriod.of(cycle, number, JANUARY, closed, lines, before, after));
    }

    private static Arbitrary<BilledLine> lines() {
        return Combinators.combine(texts(), texts(), amounts(), numbers(), taxes())
                .as((charge, terms, amount, number, taxes) -> {
                    BilledLine line = BilledLine.of(ChargeId.of(charge), terms, JANUARY, amount)
                            .revision((int) Math.max(0, number))
                            .taxed(taxes);
                    return number > 0 ? line.credited(amount.signum() < 0 ? amount.negate() : amount) : line;
                });
    }

    private static Arbitrary<BilledBefore> befores() {
        Arbitrary<BilledBefore> charges = Combinators.combine(texts(), amounts(), fractions(), fractions())
                .as((name, amount, one, other) -> BilledBefore.nothing()
                        .charge(name, amount)
                        .charge("terms.minimum", amount)
                        .prepaid(amount.signum() < 0 ? amount.negate() : amount)
                        .discount(name, one.max(Fraction.ZERO))
                        .commitment(new TermCommitment.Progress(one, other, other.max(Fraction.ZERO))));
        Arbitrary<BilledBefore> paid =
                amounts().map(amount -> BilledBefore.nothing().charge("a", amount));
        return Arbitraries.oneOf(Arbitraries.just(BilledBefore.nothing()), paid, charges);
    }

    static Arbitrary<BillingMark> marks() {
        Arbitrary<Optional<LocalDate>> days = ChargeArbitraries.days().optional();
        return Combinators.combine(
                        days,
                        numbers(),
                        texts().list().uniqueElements().ofMaxSize(2),
                        waiting().list().ofMaxSize(2))
                .as((day, number, cycles, waiting) -> {
                    var reached = new TreeMap<String, BillingMark.Reached>();
                    cycles.forEach(cycle -> reached.put(cycle, new BillingMark.Reached(number - 1, number, number)));
                    return new BillingMark(
                            day.orElse(null),
                            (int) Math.max(0, number),
                            day.map(date -> date.plusYears(1)).orElse(null),
                            reached,
                            waiting);
                });
    }

    private static Arbitrary<BillLine> waiting() {
        Arbitrary<List<Explanation>> reasons = texts().map(
                        text -> Explanation.of("charge.per-unit", "{0} × {1} = {2}", text, "0.0450", "7.155")
                                .within(text)
                                .within("night"))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(BillLine.Kind.values()),
                        fractions(),
                        amounts(),
                        reasons,
                        texts().optional(),
                        taxes())
                .as((text, kind, quantity, amount, why, order, taxes) -> new BillLine(
                        "q1:" + text.hashCode(),
                        kind,
                        ContractId.of(text),
                        ChargeId.of(text),
                        "signed",
                        JANUARY,
                        ServicePeriod.of("2026-01-16", "2026-02-01"),
                        text,
                        quantity,
                        "C62",
                        amount,
                        why,
                        order.orElse(null),
                        order.orElse(null),
                        taxes));
    }

    private static Arbitrary<List<TaxTreatment>> taxes() {
        return Arbitraries.of(
                List.of(),
                List.of(TaxTreatment.standard("19")),
                List.of(TaxTreatment.outsideScope()),
                List.of(TaxTreatment.exempt("Größe \"7\" {0}").withReasonCode("VATEX-EU-132")),
                List.of(TaxTreatment.zeroRated().in("a"), TaxTreatment.of(new TaxCategory("SR"), TaxRate.of("0"))));
    }

    private static Arbitrary<Amount> amounts() {
        return Combinators.combine(
                        Arbitraries.of("0", "12.00", "-257.55", "0.000000000000000001", "12345678901234567890"),
                        Arbitraries.of("EUR", "JPY", "KWD"))
                .as(Amount::of);
    }

    private static Arbitrary<Fraction> fractions() {
        return Arbitraries.of(
                Fraction.ZERO,
                Fraction.of(new BigDecimal("12.5")),
                Fraction.of(new BigDecimal("1E+30")),
                Fraction.of(-1600, 31),
                Fraction.of(1, 3));
    }

    private static Arbitrary<Long> numbers() {
        return Arbitraries.of(0L, 1L, -24_000L, 3_652_058L, Integer.MAX_VALUE - 1L, Integer.MIN_VALUE + 1L);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of("PO-4711", "Größe \"7\" {0}", "\uD83D\uDE00".repeat(200));
    }
}
