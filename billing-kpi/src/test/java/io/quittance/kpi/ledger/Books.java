package io.quittance.kpi.ledger;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.ledger.Recovery;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A ledger in US dollars that is written line by line, each line recorded a second after the one before. */
final class Books {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Explanation WHY = Explanation.of("test.books", "because");

    private Ledger ledger = Ledger.empty("USD");
    private Instant now = START;
    private int lines;

    Ledger ledger() {
        return ledger;
    }

    /** When the last line was recorded. */
    Instant now() {
        return now;
    }

    static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    /** Records facts; the key of each is its number, from 1 on. */
    Books post(LedgerFact... facts) {
        return post(List.of(facts));
    }

    Books post(List<LedgerFact> facts) {
        var entries = new ArrayList<LedgerEntry>();
        Instant then = now;
        int line = lines;
        for (LedgerFact fact : facts) {
            then = then.plusSeconds(1);
            entries.add(LedgerEntry.of(String.valueOf(++line), fact, then));
        }
        ledger = ledger.postAll(entries); // or refuses all of them
        now = then;
        lines = line;
        return this;
    }

    /** Lets time pass until the next line is recorded. */
    Books at(String instant) {
        now = Instant.parse(instant).minusSeconds(1);
        return this;
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    Books invoice(String customer, String id, String date, String due, String amount) {
        return post(new ReceivablePosted(
                Receivable.of(ReceivableId.of(id), CustomerId.of(customer), day(date), day(due), usd(amount))));
    }

    /** Money that arrives and stays on account. */
    Books received(String customer, String id, String date, String amount) {
        return post(new PaymentReceived(Payment.of(PaymentId.of(id), CustomerId.of(customer), day(date), usd(amount))));
    }

    Books credited(String customer, String id, String date, String amount) {
        return post(new CreditPosted(Credit.of(PaymentId.of(id), CustomerId.of(customer), day(date), usd(amount))));
    }

    /** So much of what is on account settles an item. */
    Books settled(String customer, String payment, String item, String date, String amount) {
        return post(
                allocated(CustomerId.of(customer), PaymentId.of(payment), ReceivableId.of(item), date, usd(amount)));
    }

    private PaymentAllocated allocated(
            CustomerId customer, PaymentId payment, ReceivableId item, String date, Amount amount) {
        var money = ledger.customer(customer).unappliedPayments().stream()
                .filter(one -> one.payment().id().equals(payment))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(payment + " is used up"));
        List<OpenItem> items = ledger.openItems(customer).stream()
                .filter(one -> one.id().equals(item))
                .toList();
        var request = AllocationRequest.of(money.payment(), money.left(), items);
        return new PaymentAllocated(
                Allocation.of(request, any -> List.of(AllocationLine.of(item, amount, WHY))), day(date));
    }

    /** Money that arrives and settles an item on one day. */
    Books paid(String customer, String payment, String item, String date, String amount) {
        return received(customer, payment, date, amount).settled(customer, payment, item, date, amount);
    }

    Books refunded(String customer, String payment, String date, String amount) {
        return post(PaymentRefunded.of(CustomerId.of(customer), PaymentId.of(payment), usd(amount), day(date)));
    }

    Books returned(String customer, String payment, String date) {
        return post(new PaymentReturned(
                CustomerId.of(customer), PaymentId.of(payment), PaymentReturned.Reason.INSUFFICIENT_FUNDS, day(date)));
    }

    Books partReturned(String customer, String payment, String date, String amount) {
        return post(PaymentReturned.ofPart(
                CustomerId.of(customer),
                PaymentId.of(payment),
                usd(amount),
                PaymentReturned.Reason.CHARGEBACK,
                day(date)));
    }

    Books writtenOff(String customer, String item, String date, String amount) {
        return post(ReceivableWrittenOff.of(
                CustomerId.of(customer),
                ReceivableId.of(item),
                usd(amount),
                ReceivableWrittenOff.Reason.UNCOLLECTIBLE,
                day(date)));
    }

    /** By the facts of {@link Recovery}, with money on account. */
    Books recovered(String customer, String payment, String item, String date) {
        return post(Recovery.of(
                ledger.customer(CustomerId.of(customer)), PaymentId.of(payment), ReceivableId.of(item), day(date)));
    }

    Books disputed(String customer, String dispute, String item, String date, String amount) {
        return post(new DisputeOpened(
                CustomerId.of(customer),
                Dispute.of(
                        DisputeId.of(dispute),
                        ReceivableId.of(item),
                        usd(amount),
                        DisputeReason.PRICING,
                        DisputeSource.customer("call")),
                day(date)));
    }

    /** An item is owed in two halves instead, {@code item/1} and {@code item/2}. */
    Books planned(String customer, String item, String date, String firstDue, String secondDue, String half) {
        CustomerId who = CustomerId.of(customer);
        return post(new DebtRescheduled(
                who,
                List.of(DebtRescheduled.Moved.of(
                        ReceivableId.of(item), usd(half).multiply(2))),
                List.of(
                        Receivable.of(ReceivableId.of(item + "/1"), who, day(date), day(firstDue), usd(half)),
                        Receivable.of(ReceivableId.of(item + "/2"), who, day(date), day(secondDue), usd(half))),
                List.of(),
                WHY,
                day(date)));
    }

    /** The line with that number was a mistake, as it turns out on a day. */
    Books reversed(String customer, int line, String date) {
        return post(new EntryReversed(CustomerId.of(customer), EntryKey.of(String.valueOf(line)), day(date)));
    }

    /**
     * Lines of all kinds that three customers could have, as numbers choose; what a ledger refuses is left out. Days go back and forth.
     */
    static List<LedgerEntry> any(List<Integer> seeds) {
        var books = new Books();
        for (int i = 0; i < seeds.size(); i++) {
            try {
                books.anyLine(i, seeds.get(i));
            } catch (IllegalArgumentException ignored) {
                // not possible there
            }
        }
        return books.ledger.customers().stream()
                .flatMap(customer -> customer.entries().stream())
                .sorted(Comparator.comparing(LedgerEntry::recordedAt))
                .toList();
    }

    private void anyLine(int number, int seed) {
        String customer = "C" + seed % 3;
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(3L * number + seed % 7);
        String on = date.toString();
        Amount amount = usd((1 + (seed / 11) % 97) + ".00");
        String id = String.valueOf(number);
        int kind = seed / 3 % 20;
        if (kind < 5) {
            String due = date.plusDays(seed / 7 % 40).toString();
            invoice(customer, "R" + id, on, due, amount.getNumber().toString());
        } else if (kind < 8) {
            received(customer, "P" + id, on, amount.getNumber().toString());
        } else if (kind == 8) {
            credited(customer, "P" + id, on, amount.getNumber().toString());
        } else if (kind < 15) {
            withMoney(kind, customer, on, amount, seed / 13);
        } else if (kind < 18) {
            withItem(kind, customer, "D" + id, date, amount, seed / 13);
        } else if (kind == 18) {
            LedgerEntry any = any(ledger.customer(CustomerId.of(customer)).entries(), seed / 13);
            post(new EntryReversed(any.customer(), any.key(), date));
        } else {
            anyRecovery(customer, on, seed / 13);
        }
    }

    private static <T> T any(List<T> all, int seed) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is none");
        }
        return all.get(seed % all.size());
    }

    private void withMoney(int kind, String customer, String on, Amount most, int seed) {
        var money = any(ledger.customer(CustomerId.of(customer)).unappliedPayments(), seed);
        String payment = money.payment().id().value();
        if (kind < 13) {
            OpenItem item = any(ledger.openItems(customer), seed / 3);
            Amount least = money.left().min(item.open());
            Amount part = seed % 2 == 0 ? least : least.min(most);
            settled(customer, payment, item.id().value(), on, part.getNumber().toString());
        } else if (kind == 13) {
            refunded(customer, payment, on, money.left().min(most).getNumber().toString());
        } else if (seed % 2 == 0) {
            returned(customer, payment, on);
        } else {
            partReturned(
                    customer, payment, on, money.left().min(most).getNumber().toString());
        }
    }

    private void withItem(int kind, String customer, String dispute, LocalDate date, Amount most, int seed) {
        OpenItem item = any(ledger.openItems(customer), seed);
        String id = item.id().value();
        String part = item.open().min(most).getNumber().toString();
        if (kind == 15) {
            writtenOff(customer, id, date.toString(), part);
        } else if (kind == 16) {
            disputed(customer, dispute, id, date.toString(), part);
        } else {
            String due = date.plusDays(10).toString();
            String later = date.plusDays(40).toString();
            planned(
                    customer,
                    id,
                    date.toString(),
                    due,
                    later,
                    item.open().divide(2).getNumber().toString());
        }
    }

    private void anyRecovery(String customer, String on, int seed) {
        List<String> items = ledger.customer(CustomerId.of(customer)).entries().stream()
                .map(LedgerEntry::fact)
                .filter(ReceivableWrittenOff.class::isInstance)
                .map(fact -> ((ReceivableWrittenOff) fact).item().value())
                .toList();
        var money = any(ledger.customer(CustomerId.of(customer)).unappliedPayments(), seed);
        recovered(customer, money.payment().id().value(), any(items, seed / 3), on);
    }
}
