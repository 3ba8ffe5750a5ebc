package io.quittance.ar.payout;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;

/**
 * One credit on the bank account that a payment processor makes of many payments, known to balance: payments - fees - refunds -
 * returned payments - reserve = credited, to the last minor unit. One that does not is refused and names the difference.
 *
 * <pre>{@code
 * Payout payout = Payout.builder("po-81", day, Amount.of("129.78", "EUR"))
 *         .payment(first).payment(second)                     // 100.00 and 80.00
 *         .fee(Amount.of("5.22", "EUR"))
 *         .refund(refund)                                     // 20.00
 *         .returned(earlier, Reason.CHARGEBACK, day)          // 15.00
 *         .reserve(Amount.of("10.00", "EUR"))
 *         .build();
 * }</pre>
 *
 * <p>{@link #facts()} are what the ledger of receivables is told. Customers owe nothing of the fee and the reserve, and both stay out
 * of it: a host books them beside the credit.
 *
 * @param id the processor's
 * @param date the day on which the bank credits it
 * @param credited what the bank credits; less than zero where the processor collects, zero where all is kept
 * @param payments in their order; each once
 * @param refunds what went back to customers
 * @param returned payments that were taken back, the whole or parts; of each at most its amount in all
 * @param fee what the processor takes for all of it; less than zero where it gives back more of what it took before than it takes
 * @param reserve what it holds back; less than zero where it releases more of what it held before than it holds back anew
 */
public record Payout(
        String id,
        LocalDate date,
        Amount credited,
        List<Payment> payments,
        List<PaymentRefunded> refunds,
        List<ReturnedPayment> returned,
        Amount fee,
        Amount reserve)
        implements Serializable {

    /** Checks that it balances. */
    public Payout {
        Require.id(id, "payout id");
        Dates.inCalendar(date, "date");
        MinorUnits.require(requireNonNull(credited, "credited"), "credited");
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
        returned = List.copyOf(returned);
        MinorUnits.require(requireNonNull(fee, "fee"), "fee");
        MinorUnits.require(requireNonNull(reserve, "reserve"), "reserve");
        requireOnce(payments.stream().map(Payment::id).toList(), "payments");
        requireNoMoreThanThere(returned);
        Amount left = left(credited, gross(credited, payments), fee, refunds, returned, reserve);
        Require.that(
                left.equals(credited),
                "payout.balance",
                "credited",
                "must be " + left
                        + ", what payments less fees, refunds, returned payments and reserve come to; the difference is "
                        + credited.subtract(left),
                credited);
    }

    /**
     * A payout of nothing yet.
     *
     * @param id the processor's; 1 to 200 characters
     * @param date the day on which the bank credits it
     * @param credited in whole minor units
     */
    public static Builder builder(String id, LocalDate date, MonetaryAmount credited) {
        return new Builder(id, date, Amount.from(credited));
    }

    /** The sum of the payments. */
    public Amount gross() {
        return gross(credited, payments);
    }

    /** What was refunded of these and earlier payments. */
    public Amount refunded() {
        return sum(credited, refunds.stream().map(PaymentRefunded::amount).toList(), "refunds");
    }

    /** The sum of the payments that were taken back, or of their parts. */
    public Amount takenBack() {
        return sum(credited, returned.stream().map(ReturnedPayment::amount).toList(), "returned");
    }

    /**
     * What the ledger is told: the payments that were received, then the refunds, then the payments that were taken back. Refunds, and
     * payments of which a part was taken back, need their money on account, so allocate the payments afterwards, or undo what was allocated
     * before; see {@link io.quittance.ar.ledger.PartialReturn}. A payment of which a part was refunded is taken back {@linkplain
     * ReturnedPayment#owing owing} that part.
     */
    public List<LedgerFact> facts() {
        return Stream.<LedgerFact>concat(
                        payments.stream().map(PaymentReceived::new),
                        Stream.concat(refunds.stream(), returned.stream().map(ReturnedPayment::fact)))
                .toList();
    }

    /** How the credit comes about. */
    public Explanation explanation() {
        return Explanation.of(
                "payout.balance",
                "{0} received - {1} fees - {2} refunded - {3} taken back - {4} reserve = {5}",
                gross(),
                fee,
                refunded(),
                takenBack(),
                reserve,
                credited);
    }

    private static void requireOnce(List<PaymentId> ids, String argument) {
        var seen = new HashSet<PaymentId>();
        for (int i = 0; i < ids.size(); i++) {
            Require.that(seen.add(ids.get(i)), "payout.twice", argument + "[" + i + "]", "must not repeat", ids.get(i));
        }
    }

    private static void requireNoMoreThanThere(List<ReturnedPayment> returned) {
        var left = new HashMap<PaymentId, Amount>();
        for (int i = 0; i < returned.size(); i++) {
            ReturnedPayment one = returned.get(i);
            PaymentId id = one.payment().id();
            Amount there = left.getOrDefault(id, one.payment().amount());
            boolean isFirst = !left.containsKey(id);
            Require.that(
                    isFirst || (one.part() != null && there.signum() > 0),
                    "payout.twice",
                    "returned[" + i + "]",
                    "must not repeat",
                    id);
            Require.that(
                    one.amount().isLessThanOrEqualTo(there),
                    "payout.part",
                    "returned[" + i + "].part",
                    "must be at most " + there + ", which the parts before leave of " + id,
                    one.amount());
            left.put(id, there.subtract(one.amount()));
        }
    }

    private static Amount gross(Amount credited, List<Payment> payments) {
        return sum(credited, payments.stream().map(Payment::amount).toList(), "payments");
    }

    private static Amount left(
            Amount credited,
            Amount gross,
            Amount fee,
            List<PaymentRefunded> refunds,
            List<ReturnedPayment> returned,
            Amount reserve) {
        return gross.subtract(sum(credited, List.of(fee), "fee"))
                .subtract(sum(
                        credited, refunds.stream().map(PaymentRefunded::amount).toList(), "refunds"))
                .subtract(sum(
                        credited, returned.stream().map(ReturnedPayment::amount).toList(), "returned"))
                .subtract(sum(credited, List.of(reserve), "reserve"));
    }

    /** The sum of amounts that must be in the currency of the credit. */
    private static Amount sum(Amount credited, List<Amount> amounts, String argument) {
        Amount sum = Amount.zero(credited.getCurrency());
        for (Amount amount : amounts) {
            String expected = credited.getCurrency().getCurrencyCode();
            String given = amount.getCurrency().getCurrencyCode();
            if (!given.equals(expected)) {
                throw new CurrencyMismatchException(argument, expected, given);
            }
            sum = sum.add(amount);
        }
        return sum;
    }

    /** Collects the parts of a payout; what is not given is nothing. */
    public static final class Builder {
        private final String id;
        private final LocalDate date;
        private final Amount credited;
        private final List<Payment> payments = new ArrayList<>();
        private final List<PaymentRefunded> refunds = new ArrayList<>();
        private final List<ReturnedPayment> returned = new ArrayList<>();
        private Amount fee;
        private Amount reserve;

        private Builder(String id, LocalDate date, Amount credited) {
            this.id = requireNonNull(id, "payout id");
            this.date = requireNonNull(date, "date");
            this.credited = credited;
            fee = Amount.zero(credited.getCurrency());
            reserve = fee;
        }

        /** One more payment. */
        public Builder payment(Payment payment) {
            payments.add(requireNonNull(payment, "payment"));
            return this;
        }

        /** One more refund. */
        public Builder refund(PaymentRefunded refund) {
            refunds.add(requireNonNull(refund, "refund"));
            return this;
        }

        /** One more payment that was taken back, such as one of which something {@linkplain ReturnedPayment#owing is owed again}. */
        public Builder returned(ReturnedPayment payment) {
            returned.add(requireNonNull(payment, "returned"));
            return this;
        }

        /** One more payment of which a part was taken back on a day. */
        public Builder returned(Payment payment, MonetaryAmount part, PaymentReturned.Reason reason, LocalDate day) {
            returned.add(new ReturnedPayment(payment, reason, day, Amount.from(part)));
            return this;
        }

        /** One more payment that was taken back on a day. */
        public Builder returned(Payment payment, PaymentReturned.Reason reason, LocalDate day) {
            returned.add(new ReturnedPayment(payment, reason, day));
            return this;
        }

        /** One more fee; they are added up. Less than zero is one that is given back. */
        public Builder fee(MonetaryAmount amount) {
            fee = fee.add(amount);
            return this;
        }

        /** One more amount that is held back, less than zero for one that is released; they are added up. */
        public Builder reserve(MonetaryAmount amount) {
            reserve = reserve.add(amount);
            return this;
        }

        /**
         * The payout.
         *
         * @throws IllegalArgumentException if it does not balance, has a payment twice, or takes back more of one than it was
         * @throws CurrencyMismatchException if a part is in another currency than the credit
         */
        public Payout build() {
            return new Payout(id, date, credited, payments, refunds, returned, fee, reserve);
        }
    }
}
