package io.quittance.kpi.billrun;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.CalendarEntry;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.billing.BillableItem;
import io.quittance.kpi.billing.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What runs found to be due, held against what documents bill of it. An item is a charge of a contract in one period; what a later run finds in addition, such as usage that came late, is an item of
 * its own, which could not be billed before that run.
 */
final class BillableItems {
    private final RunLines lines;
    private final PlannedBills planned;
    private final GivenBack givenBack;
    private final Reasons reasons;
    private final ZoneId zone;
    private final Map<ContractId, CustomerId> customers = new HashMap<>();
    private final Map<String, LocalDate> ranOn = new HashMap<>();
    private final SortedMap<String, Item> items = new TreeMap<>();

    BillableItems(RunLines lines, PlannedBills planned, GivenBack givenBack, Reasons reasons, ZoneId zone) {
        this.lines = lines;
        this.planned = planned;
        this.givenBack = givenBack;
        this.reasons = reasons;
        this.zone = zone;
    }

    EventLog<BillableItem> of(List<BillRun> runs, List<IssuedDocument> documents) {
        runs.stream().sorted(Comparator.comparing(BillRun::date)).forEach(this::read);
        documents.forEach(this::read);
        var states = new States<BillableItem>();
        items.values().forEach(item -> item.to(states));
        return states.log();
    }

    /** A line that an earlier run found is that of the earlier one. */
    private void read(BillRun run) {
        run.documents().forEach(draft -> customers.put(run.contract(), draft.customer()));
        Instant from = run.date().atStartOfDay(zone).toInstant();
        for (BillLine line : run.lines()) {
            if (ranOn.putIfAbsent(line.id(), run.date()) == null) {
                item(line).add(from, new Change(line, line.amount(), null, zero(line.amount())));
            }
        }
    }

    private void read(IssuedDocument document) {
        Instant issued = InvoiceStates.issued(document, zone);
        Invoice invoice = document.invoice();
        for (InvoiceLine line : invoice.lines()) {
            BillLine from = lines.of(line).orElse(null);
            if (from != null && line.status() == InvoiceLine.Status.DETAIL) {
                customers.putIfAbsent(from.contract(), invoice.customer());
                Amount amount = invoice.type().isCredit() ? line.netAmount().negate() : line.netAmount();
                if (!invoice.type().isCredit() || isByTerms(invoice, from, amount)) {
                    item(from).add(issued, new Change(from, zero(amount), invoice.issueDate(), amount));
                }
            }
        }
        givenBack.supersededBy(invoice).ifPresent(before -> withdraw(before.invoice(), invoice.issueDate(), issued));
    }

    private void withdraw(Invoice replaced, LocalDate day, Instant issued) {
        for (InvoiceLine line : replaced.lines()) {
            lines.of(line)
                    .ifPresent(from -> item(from)
                            .add(
                                    issued,
                                    new Change(
                                            from,
                                            zero(line.netAmount()),
                                            day,
                                            line.netAmount().negate())));
        }
    }

    /** Whether a credit note says what is due by the terms: it is a run's own, or corrects an error; what somebody wanted to give is no leakage. */
    private boolean isByTerms(Invoice note, BillLine from, Amount amount) {
        if (from.amount().isEqualTo(amount)) {
            return true;
        }
        Correction.Reason why = reasons.required(note);
        return why == Correction.Reason.ERROR || why == Correction.Reason.CONTRACT_CHANGE;
    }

    private static Amount zero(Amount amount) {
        return Amount.zero(amount.getCurrency());
    }

    private Item item(BillLine line) {
        boolean isLate =
                line.kind() == BillLine.Kind.DIFFERENCE && line.amount().signum() > 0;
        String charge =
                line.contract() + " " + line.charge() + " " + line.period().start();
        LocalDate ran =
                Optional.ofNullable(ranOn.get(line.id())).orElse(line.days().end());
        return items.computeIfAbsent(isLate ? charge + " late " + ran : charge, Item::new);
    }

    private CustomerId customerOf(BillLine line) {
        CustomerId known = customers.get(line.contract());
        if (known != null) {
            return known;
        }
        return planned.customerOf(line.contract())
                .orElseThrow(() -> new InvalidArgumentException(
                        "billable.customer",
                        "planned",
                        "must have the contract of a run without documents, whose customer is not known otherwise",
                        line.contract()));
    }

    /** When it could be billed: as planned, or from the run on that found it. */
    private LocalDate billFrom(BillLine line) {
        return planned.of(line).stream()
                .map(CalendarEntry::billable)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> Optional.ofNullable(ranOn.get(line.id()))
                        .orElse(line.days().end()));
    }

    /**
     * What one line adds to an item.
     *
     * @param entitled by a run; 0 for a document
     * @param day of the document; null for a run
     * @param billed by a document; 0 for a run
     */
    private record Change(
            BillLine line, Amount entitled, @Nullable LocalDate day, Amount billed) {}

    /** One item with all that happened to it. */
    private final class Item {
        private final String key;
        private final SortedMap<Instant, List<Change>> changes = new TreeMap<>();

        Item(String key) {
            this.key = key;
        }

        void add(Instant time, Change change) {
            changes.computeIfAbsent(time, any -> new ArrayList<>()).add(change);
        }

        /** What comes to nothing and was never billed is no item, or none any more. */
        void to(States<BillableItem> states) {
            var known = new ArrayList<Change>();
            boolean isThere = false;
            for (Map.Entry<Instant, List<Change>> next : changes.entrySet()) {
                known.addAll(next.getValue());
                BillableItem state = state(known, next.getKey());
                if (state.entitled().signum() > 0 || state.billedOn() != null) {
                    states.add(state);
                    isThere = true;
                } else if (isThere) {
                    states.gone(key, next.getKey());
                    isThere = false;
                }
            }
        }

        private BillableItem state(List<Change> known, Instant time) {
            BillLine first = known.get(0).line();
            Amount entitled = zero(first.amount());
            LocalDate from = LocalDate.MAX;
            LocalDate last = LocalDate.MIN;
            for (Change each : known) {
                entitled = entitled.add(each.entitled());
                LocalDate billable = billFrom(each.line());
                from = billable.isBefore(from) ? billable : from;
                last = each.line().days().lastDay().isAfter(last)
                        ? each.line().days().lastDay()
                        : last;
            }
            LocalDate delivered = last.isBefore(from) ? last : from;
            return new BillableItem(
                    key,
                    customerOf(first).value(),
                    delivered,
                    from,
                    entitled.max(zero(entitled)),
                    billings(known, zero(entitled)),
                    time);
        }

        /** What was billed on each day, less what was given back on it; none where only something was given back, and no more of it than was billed by then. */
        private static List<BillableItem.Billing> billings(List<Change> known, Amount none) {
            SortedMap<LocalDate, Amount> byDay = new TreeMap<>();
            boolean isBilled = false;
            for (Change each : known) {
                LocalDate day = each.day();
                if (day != null) {
                    byDay.merge(day, each.billed(), Amount::add);
                    isBilled |= each.billed().signum() > 0;
                }
            }
            var billings = new ArrayList<BillableItem.Billing>();
            Amount left = none;
            for (Map.Entry<LocalDate, Amount> day : byDay.entrySet()) {
                Amount amount = day.getValue().max(left.negate());
                left = left.add(amount);
                billings.add(new BillableItem.Billing(day.getKey(), amount));
            }
            return isBilled ? billings : List.of();
        }
    }
}
