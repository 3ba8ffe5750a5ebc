package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A customer's ledger folded to what is open and what is left from a day on, with its history reduced to keys and ids: {@link
 * CustomerLedger#of} goes on from it, at a cost that depends on the number of open items and not on the history. It is a cache of the
 * host's: the entries stay the books.
 *
 * <p>What came before is closed. As of days before {@code through} or instants before {@code recordedAt} there is no answer, no entry takes
 * effect before {@code through}, and nothing that was recorded before can be reversed or returned, also where it takes effect later; for
 * these, use the ledger of all entries.
 *
 * @param customer whose it is
 * @param currencyCode of all amounts
 * @param booksCurrencyCode of what they are booked at
 * @param version how many entries are folded
 * @param through the first day about which there are answers; what takes effect later has its own days
 * @param recordedAt the instant at which the last of them was recorded
 * @param items what is open on that day or later
 * @param disputes the cases of which something is contested on that day or later, by id
 * @param money what is left of payments and credits on that day or later
 * @param keys of all entries, so that none is posted twice
 * @param receivables the ids of all receivables, open or settled
 * @param payments the ids of all payments and credits, used up or not
 * @param cases the ids of all cases, decided or not
 */
public record LedgerSnapshot(
        CustomerId customer,
        String currencyCode,
        String booksCurrencyCode,
        int version,
        LocalDate through,
        Instant recordedAt,
        List<FoldedItem> items,
        List<FoldedDispute> disputes,
        List<FoldedMoney> money,
        Set<EntryKey> keys,
        Set<ReceivableId> receivables,
        Set<PaymentId> payments,
        Set<DisputeId> cases)
        implements Serializable {

    /**
     * What there is from a day on, until the next of these.
     *
     * @param from the first day
     * @param amount zero or more, in whole minor units
     */
    public record Standing(LocalDate from, Amount amount) implements Serializable {
        /** Checks the parts. */
        public Standing {
            Dates.inCalendar(from, "from");
            MinorUnits.require(requireNonNull(amount, "amount"), "amount");
            Require.that(amount.signum() >= 0, "snapshot.amount", "amount", "must be 0 or more", amount);
        }

        private static List<Standing> checked(List<Standing> standings, Amount most, String argument) {
            List<Standing> copy = List.copyOf(Require.notEmpty(standings, argument));
            for (int i = 0; i < copy.size(); i++) {
                Amount amount = copy.get(i).amount();
                String at = argument + "[" + i + "]";
                check(most.getCurrency(), amount, at);
                Require.that(
                        amount.isLessThanOrEqualTo(most), "snapshot.amount", at, "must be at most " + most, amount);
                Require.that(
                        i == 0 || copy.get(i).from().isAfter(copy.get(i - 1).from()),
                        "snapshot.days",
                        at,
                        "must be from a later day than the one before",
                        copy.get(i).from());
            }
            return copy;
        }
    }

    /**
     * A debt of which something is open.
     *
     * @param receivable the debt
     * @param open what is open of it; zero before the first of these
     */
    public record FoldedItem(Receivable receivable, List<Standing> open) implements Serializable {
        static final Comparator<FoldedItem> BY_DUE_DATE = Comparator.comparing(
                        (FoldedItem item) -> item.receivable().dueDate())
                .thenComparing(item -> item.receivable().documentDate())
                .thenComparing(item -> item.receivable().id());

        /** Checks the parts. */
        public FoldedItem {
            open = Standing.checked(
                    open, requireNonNull(receivable, "receivable").amount(), "open");
        }
    }

    /**
     * A case of which something is contested.
     *
     * @param course the entry that opened it, then its stages and resolutions, in the order of recording
     * @param contested what of it is contested; zero before the first of these
     */
    public record FoldedDispute(List<Turn> course, List<Standing> contested) implements Serializable {

        /** Checks the parts. */
        public FoldedDispute {
            course = List.copyOf(Require.notEmpty(course, "course"));
            contested = Standing.checked(contested, dispute(course).amount(), "contested");
            new DisputeCase(
                    course.stream().map(Turn::entry).toList(), dispute(course).amount());
        }

        /** The case as it was opened. */
        public Dispute dispute() {
            return dispute(course);
        }

        private static Dispute dispute(List<Turn> course) {
            Require.that(
                    course.get(0).entry().fact() instanceof DisputeOpened,
                    "dispute.entries",
                    "course[0]",
                    "must open a case",
                    course.get(0).entry().key());
            return ((DisputeOpened) course.get(0).entry().fact()).dispute();
        }
    }

    /**
     * An entry of a case.
     *
     * @param entry the entry
     * @param undoneFrom the first day on which it is undone; null if it stands
     */
    public record Turn(LedgerEntry entry, @Nullable LocalDate undoneFrom) implements Serializable {
        /** Checks the parts. */
        public Turn {
            requireNonNull(entry, "entry");
            if (undoneFrom != null) {
                Dates.inCalendar(undoneFrom, "undoneFrom");
            }
        }
    }

    /**
     * A payment or a credit of which something is left.
     *
     * @param payment as it arrived; a credit as a payment
     * @param isCredit whether it is what a credit note gives, and no money
     * @param left what is left of it; zero before the first of these
     */
    public record FoldedMoney(Payment payment, boolean isCredit, List<Standing> left) implements Serializable {
        static final Comparator<FoldedMoney> BY_DATE = Comparator.comparing(
                        (FoldedMoney money) -> money.payment().valueDate())
                .thenComparing(money -> money.payment().id());

        /** Checks the parts. */
        public FoldedMoney {
            left = Standing.checked(left, requireNonNull(payment, "payment").amount(), "left");
        }
    }

    /** Checks that the parts are one customer's, in one currency, and that what is left is known. */
    public LedgerSnapshot {
        requireNonNull(customer, "customer");
        CurrencyUnit currency = Currencies.of(currencyCode, "currencyCode");
        Currencies.of(booksCurrencyCode, "booksCurrencyCode");
        Require.that(version > 0, "snapshot.version", "version", "must be more than 0", version);
        Dates.inCalendar(through, "through");
        requireNonNull(recordedAt, "recordedAt");
        items = List.copyOf(items);
        disputes = List.copyOf(disputes);
        money = List.copyOf(money);
        keys = Set.copyOf(keys);
        receivables = Set.copyOf(receivables);
        payments = Set.copyOf(payments);
        cases = Set.copyOf(cases);
        Require.that(
                keys.size() == version,
                "snapshot.keys",
                "keys",
                "must be " + version + ", one of each entry",
                keys.size());
        var seen = new HashSet<ReceivableId>();
        for (int i = 0; i < items.size(); i++) {
            Receivable receivable = items.get(i).receivable();
            String at = "items[" + i + "]";
            check(customer, receivable.customer(), at);
            check(currency, receivable.amount(), at);
            check(through, items.get(i).open(), at);
            checkKnown(receivables, receivable.id(), at);
            Require.that(seen.add(receivable.id()), "snapshot.item-twice", at, "must not repeat", receivable.id());
        }
        var contested = new HashSet<DisputeId>();
        for (int i = 0; i < disputes.size(); i++) {
            FoldedDispute folded = disputes.get(i);
            String at = "disputes[" + i + "]";
            check(customer, folded.course().get(0).entry().customer(), at);
            check(currency, folded.dispute().amount(), at);
            check(through, folded.contested(), at);
            checkKnown(cases, folded.dispute().id(), at);
            checkKnown(receivables, folded.dispute().receivable(), at);
            Require.that(
                    contested.add(folded.dispute().id()),
                    "snapshot.dispute-twice",
                    at,
                    "must not repeat",
                    folded.dispute().id());
        }
        var left = new HashSet<PaymentId>();
        for (int i = 0; i < money.size(); i++) {
            Payment payment = money.get(i).payment();
            String at = "money[" + i + "]";
            check(customer, payment.customer(), at);
            check(currency, payment.amount(), at);
            check(through, money.get(i).left(), at);
            checkKnown(payments, payment.id(), at);
            Require.that(left.add(payment.id()), "snapshot.payment-twice", at, "must not repeat", payment.id());
        }
    }

    /** The latest day on which something of it changes. */
    LocalDate latest() {
        LocalDate latest = through;
        for (FoldedItem item : items) {
            latest = later(latest, item.open().get(item.open().size() - 1).from());
        }
        for (FoldedDispute dispute : disputes) {
            latest = later(
                    latest,
                    dispute.contested().get(dispute.contested().size() - 1).from());
            for (Turn turn : dispute.course()) {
                latest = later(latest, turn.entry().effectiveDate());
                latest = turn.undoneFrom() == null ? latest : later(latest, turn.undoneFrom());
            }
        }
        for (FoldedMoney one : money) {
            latest = later(latest, one.left().get(one.left().size() - 1).from());
        }
        return latest;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static void check(LocalDate through, List<Standing> standings, String argument) {
        LocalDate first = standings.get(0).from();
        Require.that(!first.isBefore(through), "snapshot.days", argument, "must have no day before " + through, first);
    }

    private static void check(CustomerId customer, CustomerId given, String argument) {
        Require.that(given.equals(customer), "snapshot.customer", argument, "must be of " + customer, given);
    }

    private static void check(CurrencyUnit currency, Amount given, String argument) {
        String code = given.getCurrency().getCurrencyCode();
        if (!code.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), code);
        }
    }

    private static <T> void checkKnown(Collection<T> known, T id, String argument) {
        Require.that(known.contains(id), "snapshot.unknown", argument, "must be one of the ids", id);
    }
}
