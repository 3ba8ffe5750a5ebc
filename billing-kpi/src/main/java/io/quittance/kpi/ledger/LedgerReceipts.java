package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.id.ActorId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.cash.Receipt;
import io.quittance.kpi.cash.Receipt.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Receipts as events, read from a ledger: each state in which an entry left a payment, so that the log answers as of any date and any time of knowledge.
 *
 * <ul>
 *   <li>A payment is received when it was recorded, if that was on its value date; else when the value date began.
 *   <li>A line is applied when its entry was recorded, not before the day of its effect began; by whom the entry says, and automatically if it names nobody.
 *   <li>An allocation that is reversed was wrong, unless you know better; one that ends with the return of the payment, or for the sake of a part that is returned with it, was not.
 *   <li>What is refunded, converted, taken as income or returned by the bank went back. A payment that was recorded by mistake is none from then on. Credits are no receipts.
 * </ul>
 */
public final class LedgerReceipts {
    private static final AsOf ALL = AsOf.endOf(LocalDate.of(9999, 12, 31));

    private LedgerReceipts() {}

    /**
     * The receipts of all customers, by the ids of the payments; what was reversed was wrong.
     *
     * @param zone in which days begin
     * @throws IllegalArgumentException if a customer's ledger goes on from a snapshot
     */
    public static EventLog<Receipt> of(Ledger ledger, ZoneId zone) {
        return of(ledger, zone, reversal -> Reason.ERROR);
    }

    /**
     * The same, where you say why an allocation was reversed.
     *
     * @param reasons of the entry that reverses it, such as by its key or who recorded it
     */
    public static EventLog<Receipt> of(Ledger ledger, ZoneId zone, Function<LedgerEntry, Reason> reasons) {
        requireNonNull(zone, "zone");
        requireNonNull(reasons, "reasons");
        List<Reader> readers = readers(ledger, zone, reasons);
        EventLog<Receipt> log = EventLog.of(readers.stream()
                .flatMap(reader -> reader.states.values().stream())
                .flatMap(states -> states.values().stream())
                .toList());
        for (Reader reader : readers) {
            for (Map.Entry<String, Instant> mistake : reader.mistakes.entrySet()) {
                log = log.without(mistake.getKey(), mistake.getValue());
            }
        }
        return log;
    }

    /**
     * That receipts were matched, for {@link io.quittance.kpi.billing.AutomationShare}: each of which all was applied, on the day on which it first was, and automatically if {@link
     * io.quittance.kpi.cash.AutoMatch} says so. A line that is undone later loses that, from when it is recorded, unless the bank took the money back. What was reversed was wrong.
     *
     * @param zone in which days begin
     * @throws IllegalArgumentException if a customer's ledger goes on from a snapshot, or the id of a payment has more than 192 characters
     */
    public static EventLog<Operation> operations(Ledger ledger, ZoneId zone) {
        return operations(ledger, zone, reversal -> Reason.ERROR);
    }

    /**
     * The same, where you say why an allocation was reversed.
     *
     * @param reasons of the entry that reverses it, such as by its key or who recorded it
     */
    public static EventLog<Operation> operations(Ledger ledger, ZoneId zone, Function<LedgerEntry, Reason> reasons) {
        var matched = new MatchedReceipts(requireNonNull(zone, "zone"));
        for (Reader reader : readers(ledger, zone, requireNonNull(reasons, "reasons"))) {
            reader.states.forEach((payment, states) ->
                    matched.add(states.values(), Optional.ofNullable(reader.mistakes.get(payment))));
        }
        return matched.log();
    }

    private static List<Reader> readers(Ledger ledger, ZoneId zone, Function<LedgerEntry, Reason> reasons) {
        var readers = new ArrayList<Reader>();
        for (CustomerLedger customer : ledger.customers()) {
            List<LedgerStep> steps = customer.steps(ALL);
            var reader = new Reader(zone, reasons, steps);
            steps.forEach(reader::read);
            readers.add(reader);
        }
        return readers;
    }

    /** The part of a payment that the bank took back, and when that was recorded. */
    private record Returned(PaymentId payment, LocalDate day, Instant recordedAt) {}

    /** Follows the entries of one customer. */
    private static final class Reader {
        private final ZoneId zone;
        private final Function<LedgerEntry, Reason> reasons;
        private final Set<Returned> returned = new HashSet<>();
        private final Map<PaymentId, Pending> payments = new HashMap<>();
        private final Map<String, TreeMap<Instant, Receipt>> states = new TreeMap<>();
        private final Map<String, Instant> mistakes = new TreeMap<>();

        Reader(ZoneId zone, Function<LedgerEntry, Reason> reasons, List<LedgerStep> steps) {
            this.zone = zone;
            this.reasons = reasons;
            for (LedgerStep step : steps) {
                if (step.entry().fact() instanceof PaymentReturned fact) {
                    returned.add(new Returned(
                            fact.payment(), fact.effectiveDate(), step.entry().recordedAt()));
                }
            }
        }

        void read(LedgerStep step) {
            LedgerEntry entry = step.entry();
            LedgerFact fact = entry.fact();
            step.undone().forEach(earlier -> undo(earlier, entry));
            if (fact instanceof PaymentReceived arrived) {
                Pending pending = new Pending(arrived.payment(), received(arrived.payment(), entry));
                payments.put(arrived.payment().id(), pending);
                keep(pending, entry);
            } else if (fact instanceof PaymentAllocated allocated) {
                allocated(allocated, entry);
            } else if (fact instanceof PaymentRefunded refunded) {
                gone(refunded.payment(), refunded.amount(), entry);
            } else if (fact instanceof PaymentConverted converted) {
                gone(converted.payment(), converted.amount(), entry);
            } else if (fact instanceof PaymentReturned part) {
                part.taken().ifPresent(taken -> gone(part.payment(), taken, entry));
            }
        }

        private Instant received(Payment payment, LedgerEntry entry) {
            return entry.recordedAt().atZone(zone).toLocalDate().equals(payment.valueDate())
                    ? entry.recordedAt()
                    : payment.valueDate().atStartOfDay(zone).toInstant();
        }

        /** When it was recorded, not before the day of its effect: so never before what it uses was there. */
        private Instant moment(LedgerEntry entry) {
            Instant day = entry.effectiveDate().atStartOfDay(zone).toInstant();
            return day.isAfter(entry.recordedAt()) ? day : entry.recordedAt();
        }

        private void allocated(PaymentAllocated fact, LedgerEntry entry) {
            Pending pending = payments.get(fact.allocation().payment());
            if (pending == null) {
                return; // a credit
            }
            String by = entry.origin().actor().map(ActorId::value).orElse(null);
            for (AllocationLine line : fact.allocation().lines()) {
                pending.lines.add(new Receipt.Line(line.item().value(), line.amount(), moment(entry), by, null));
                pending.entries.add(entry.key());
            }
            pending.gone = pending.gone.add(fact.settlement().income());
            changed(pending, entry);
        }

        private void gone(PaymentId payment, Amount amount, LedgerEntry entry) {
            Pending pending = payments.get(payment);
            if (pending != null) {
                pending.gone = pending.gone.add(amount);
                changed(pending, entry);
            }
        }

        private void undo(LedgerEntry earlier, LedgerEntry entry) {
            LedgerFact fact = earlier.fact();
            if (fact instanceof PaymentAllocated allocated) {
                undone(allocated, earlier.key(), entry);
            } else if (fact instanceof PaymentReceived arrived) {
                if (entry.fact() instanceof PaymentReturned) {
                    gone(arrived.payment().id(), arrived.payment().amount(), entry);
                } else {
                    mistaken(arrived.payment().id(), entry);
                }
            } else if (fact instanceof PaymentRefunded refunded) {
                gone(refunded.payment(), refunded.amount().negate(), entry);
            } else if (fact instanceof PaymentConverted converted) {
                gone(converted.payment(), converted.amount().negate(), entry);
            } else if (fact instanceof PaymentReturned part) {
                part.taken().ifPresent(taken -> gone(part.payment(), taken.negate(), entry));
            }
        }

        private void undone(PaymentAllocated fact, EntryKey allocation, LedgerEntry entry) {
            Pending pending = payments.get(fact.allocation().payment());
            if (pending == null) {
                return; // a credit
            }
            boolean isReturned = returned.contains(
                    new Returned(fact.allocation().payment(), entry.effectiveDate(), entry.recordedAt()));
            Reason reason = isReturned ? Reason.RETURNED_BY_BANK : reasons.apply(entry);
            for (int i = 0; i < pending.lines.size(); i++) {
                Receipt.Line line = pending.lines.get(i);
                if (pending.entries.get(i).equals(allocation)) {
                    pending.lines.set(i, line.undone(moment(entry), reason));
                }
            }
            pending.gone = pending.gone.subtract(fact.settlement().income());
            changed(pending, entry);
        }

        /** It never came, as it is known from then on. */
        private void mistaken(PaymentId payment, LedgerEntry entry) {
            payments.remove(payment);
            TreeMap<Instant, Receipt> known = states.getOrDefault(payment.value(), new TreeMap<>());
            known.tailMap(entry.recordedAt(), true).clear();
            if (!known.isEmpty()) {
                mistakes.put(payment.value(), entry.recordedAt());
            }
        }

        private void changed(Pending pending, LedgerEntry entry) {
            boolean isUsedUp = pending.gone.signum() > 0
                    && pending.standing().add(pending.gone).equals(pending.payment.amount());
            if (!isUsedUp) {
                pending.wentBack = null;
            } else if (pending.wentBack == null) {
                pending.wentBack = moment(entry);
            }
            keep(pending, entry);
        }

        private void keep(Pending pending, LedgerEntry entry) {
            states.computeIfAbsent(pending.payment.id().value(), any -> new TreeMap<>())
                    .put(entry.recordedAt(), pending.recorded(entry.recordedAt()));
        }
    }

    /** A payment as the entries so far have left it. */
    private static final class Pending {
        private final Payment payment;
        private final Instant received;
        private final List<Receipt.Line> lines = new ArrayList<>();

        /** By which entry each line was applied. */
        private final List<EntryKey> entries = new ArrayList<>();

        private Amount gone;
        private @Nullable Instant wentBack;

        Pending(Payment payment, Instant received) {
            this.payment = payment;
            this.received = received;
            this.gone = Amount.zero(payment.amount().getCurrency());
        }

        Amount standing() {
            Amount standing = Amount.zero(payment.amount().getCurrency());
            for (Receipt.Line line : lines) {
                standing = line.reversal() == null ? standing.add(line.amount()) : standing;
            }
            return standing;
        }

        Receipt recorded(Instant at) {
            return new Receipt(
                    payment.id().value(),
                    at,
                    payment.customer().value(),
                    received,
                    payment.amount(),
                    payment.prepaidFor().isPresent(),
                    lines,
                    wentBack);
        }
    }
}
