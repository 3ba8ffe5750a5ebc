package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Rounding;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Requests for properties, with many at the edges where strategies go wrong. */
public final class AllocationArbitraries {
    private static final CustomerId CUSTOMER = CustomerId.of("C-1");
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 3, 1);
    private static final int WHOLE = 1000;
    private static final int OWN = -1;
    private static final StructuredReference REFERENCE =
            new StructuredReference(StructuredReference.Scheme.CREDITOR, "RF18539007547034");
    /**
     * The value date of every payment, and the day of all {@link #requests()}: items are due up to two days before it, on it and up to two
     * days after it.
     */
    public static final LocalDate PAID = FIRST_DUE.plusDays(2);

    private AllocationArbitraries() {}

    /**
     * Up to ten items, now and then tens of them and one time in two hundred thousands, in which these come again and again:
     * many due on one day, some of one minor unit, some near the end of a long, some disputed, some paid in part, some no
     * principal, some components of an item. The payment is smaller, larger or exactly as large as an item or as all of them;
     * nothing may be left of it; its value date is {@link #PAID}, that of some due dates, before others and after the rest, and the
     * day of its allocation; it may name items, also unknown ones, the same one twice, or more than is open; one in
     * ten is a credit; one in eight says how it came, who sent it, a reference or a text. Currencies have 0, 2 and 3 decimal places.
     */
    public static Arbitrary<AllocationRequest> requests() {
        return requestsOnAnyDay().map(request -> request.on(PAID));
    }

    /** The same, of which one in twenty is allocated one to three days after {@link #PAID}. */
    public static Arbitrary<AllocationRequest> requestsOnAnyDay() {
        Arbitrary<List<Debt>> debts = debt().list().ofMaxSize(10);
        Arbitrary<Integer> more = Arbitraries.frequencyOf( // shrinks to one item more, which copies of a list would not
                Tuple.of(100, Arbitraries.just(0)),
                Tuple.of(7, Arbitraries.integers().between(1, 60)),
                Tuple.of(1, Arbitraries.integers().between(1, 2500).withDistribution(RandomDistribution.uniform())));
        Arbitrary<CurrencyUnit> currency = Arbitraries.frequency(
                        Tuple.of(6, "EUR"), Tuple.of(1, "JPY"), Tuple.of(1, "KWD"))
                .map(code -> Currencies.of(code, "currency"));
        Arbitrary<Integer> available = Arbitraries.frequencyOf(
                Tuple.of(30, Arbitraries.just(WHOLE)), Tuple.of(10, parts()), Tuple.of(1, Arbitraries.just(0)));
        Arbitrary<Boolean> credit = Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true));
        return Combinators.combine(
                        currency,
                        debts,
                        more,
                        means(),
                        available,
                        naming().list().ofMaxSize(5),
                        credit,
                        circumstances())
                .as(AllocationArbitraries::request);
    }

    /** How much of an amount, in thousandths: 0 is nothing, 1000 all of it. */
    public static Arbitrary<Integer> parts() {
        return Arbitraries.integers().between(0, WHOLE);
    }

    /** So many thousandths of an amount, in whole minor units, rounded down. */
    public static Amount part(Amount amount, int thousandths) {
        CurrencyUnit currency = amount.getCurrency();
        return amount.prorated(thousandths, WHOLE, Rounding.toMinorUnit(currency, RoundingMode.DOWN));
    }

    /** One minor unit less, or nothing of nothing: where a strategy closes an item, it may answer quite otherwise. */
    public static Amount allButOneUnit(Amount amount) {
        Amount nothing = Amount.zero(amount.getCurrency());
        return amount.subtract(Amount.ofMinor(1, amount.getCurrency())).max(nothing);
    }

    private static Arbitrary<Debt> debt() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        money(),
                        Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(WHOLE)), Tuple.of(1, parts())),
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                        Arbitraries.frequencyOf(
                                        Tuple.of(1, Arbitraries.just(ReceivableType.PRINCIPAL)),
                                        Tuple.of(1, Arbitraries.of(ReceivableType.class)))
                                .withoutEdgeCases(),
                        Arbitraries.frequencyOf(
                                        Tuple.of(1, Arbitraries.just(OWN)),
                                        Tuple.of(1, Arbitraries.integers().between(0, 3)))
                                .withoutEdgeCases())
                .as(Debt::new);
    }

    /** In minor units. */
    private static Arbitrary<Long> money() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(1, 3)),
                Tuple.of(6, Arbitraries.longs().between(1, 2_000)),
                Tuple.of(2, Arbitraries.longs().between(1, 100_000_000)),
                Tuple.of(1, Arbitraries.longs().between(Long.MAX_VALUE - 3, Long.MAX_VALUE)));
    }

    private static Arbitrary<Means> means() {
        return Combinators.combine(
                        money(),
                        Arbitraries.frequency(
                                Tuple.of(6, As.MONEY), Tuple.of(2, As.AN_ITEM), Tuple.of(1, As.ALL_ITEMS)))
                .as(Means::new);
    }

    private static Arbitrary<Naming> naming() {
        return Combinators.combine(Arbitraries.integers().between(0, 11), Arbitraries.of(true, false), money())
                .as(Naming::new);
    }

    private static Arbitrary<Circumstances> circumstances() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                        Tuple.of(19, Arbitraries.just(0)),
                                        Tuple.of(1, Arbitraries.integers().between(1, 3)))
                                .withoutEdgeCases(),
                        Arbitraries.frequencyOf(
                                        Tuple.of(7, Arbitraries.just(Said.NOTHING)),
                                        Tuple.of(1, Arbitraries.of(Said.class)))
                                .withoutEdgeCases())
                .as(Circumstances::new);
    }

    private static AllocationRequest request(
            CurrencyUnit currency,
            List<Debt> debts,
            int more,
            Means means,
            int available,
            List<Naming> namings,
            boolean isCredit,
            Circumstances circumstances) {
        var items = new ArrayList<OpenItem>();
        int count = debts.isEmpty() ? 0 : debts.size() + more;
        for (int i = 0; i < count; i++) {
            items.add(debts.get(i % debts.size()).item(id(i), currency));
        }
        Amount money = items.isEmpty() ? Amount.ofMinor(means.amount, currency) : means.of(items);
        var payment = Payment.of(PaymentId.of("P-1"), CUSTOMER, PAID, money);
        payment = isCredit ? payment.asCredit() : payment;
        payment = circumstances.of(payment);
        for (Naming naming : namings) {
            payment = payment.naming(naming.remittance(currency));
        }
        return AllocationRequest.of(payment, part(payment.amount(), available), items)
                .on(PAID.plusDays(circumstances.daysLater));
    }

    private static ReceivableId id(int number) {
        return ReceivableId.of("R-" + number);
    }

    /** An item with components only. */
    private static ReceivableId loan(int number) {
        return ReceivableId.of("L-" + number);
    }

    /** What else is known of a payment. */
    private enum Said {
        NOTHING,
        METHOD,
        PAYER,
        REFERENCE,
        TEXT
    }

    private record Circumstances(int daysLater, Said said) {
        Payment of(Payment payment) {
            return switch (said) {
                case NOTHING -> payment;
                case METHOD -> payment.by(PaymentMethod.CARD);
                case PAYER -> payment.from(Payer.named("Acme Ltd"));
                case REFERENCE -> payment.referring(REFERENCE);
                case TEXT -> payment.saying("for R-1, thanks");
            };
        }
    }

    /** As much as what a payment is. */
    private enum As {
        MONEY,
        AN_ITEM,
        ALL_ITEMS
    }

    private record Means(long amount, As as) {
        Amount of(List<OpenItem> items) {
            Amount one = items.get(items.size() / 2).open();
            return switch (as) {
                case MONEY -> Amount.ofMinor(amount, one.getCurrency());
                case AN_ITEM -> one;
                case ALL_ITEMS ->
                    items.stream().map(OpenItem::open).reduce(Amount.zero(one.getCurrency()), Amount::add);
            };
        }
    }

    /** @param partOf the number of the item of which it is a component; {@link #OWN} if it is one itself */
    private record Debt(
            int dueAfter, int daysToPay, long amount, int open, boolean disputed, ReceivableType type, int partOf) {
        OpenItem item(ReceivableId id, CurrencyUnit currency) {
            LocalDate due = FIRST_DUE.plusDays(dueAfter);
            Amount whole = Amount.ofMinor(amount, currency);
            Amount left = part(whole, open);
            Amount rest = left.signum() > 0 ? left : whole;
            Amount half = part(rest, WHOLE / 2);
            Amount contested = daysToPay % 2 == 0 && half.signum() > 0 ? half : rest;
            Receivable receivable = Receivable.of(id, CUSTOMER, due.minusDays(daysToPay), due, whole)
                    .withType(type);
            return OpenItem.of(
                    partOf == OWN ? receivable : receivable.partOf(loan(partOf), FIRST_DUE.plusDays(partOf)),
                    rest,
                    disputed ? contested : Amount.zero(currency));
        }
    }

    private record Naming(int item, boolean withAmount, long amount) {
        Remittance remittance(CurrencyUnit currency) {
            return withAmount ? Remittance.of(id(item), Amount.ofMinor(amount, currency)) : Remittance.of(id(item));
        }
    }
}
