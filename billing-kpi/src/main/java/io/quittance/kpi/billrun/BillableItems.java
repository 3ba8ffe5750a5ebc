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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What runs found to be due, held against what documents bill of it. An item is a charge of a contract in one period; what a later run finds in addition, such as usage that came late, is an item of
 * its own, which could not be billed before that run. What is counted over the whole term is so in {@link AddedItems}.
 */
final class BillableItems {
    private final RunLines lines;
    private final PlannedBills planned;
    private final GivenBack givenBack;
    private final Reasons reasons;
    private final ZoneId zone;
    private final Map<ContractId, CustomerId> customers = new HashMap<>();
    private final AddedItems added = new AddedItems();
    private final Set<String> read = new HashSet<>();
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
        List<BillLine> found =
                run.lines().stream().filter(line -> read.add(line.id())).toList();
        added.read(run.date(), found.stream().filter(lines::isOverTerm).toList());
        for (BillLine line : found) {
            for (AddedItems.Part part : parts(line, line.amount())) {
                item(part).add(from, new Change(part.line(), part.amount(), null, zero(part.amount())));
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
                    bill(from, amount, invoice.issueDate(), issued);
                }
            }
        }
        givenBack.supersededBy(invoice).ifPresent(before -> withdraw(before.invoice(), invoice.issueDate(), issued));
    }

    private void withdraw(Invoice replaced, LocalDate day, Instant issued) {
        for (InvoiceLine line : replaced.lines()) {
            lines.of(line).ifPresent(from -> bill(from, line.netAmount().negate(), day, issued));
        }
    }

    private void bill(BillLine line, Amount amount, LocalDate day, Instant issued) {
        for (AddedItems.Part part : parts(line, amount)) {
            item(part).add(issued, new Change(part.line(), zero(amount), day, part.amount()));
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

    private Item item(AddedItems.Part part) {
        return items.computeIfAbsent(part.item(), Item::new);
    }

    /** The items that a line is of, with the part of its amount that each has. */
    private List<AddedItems.Part> parts(BillLine line, Amount amount) {
        if (lines.isOverTerm(line)) {
            return added.of(line, amount);
        }
        boolean isLate =
                line.kind() == BillLine.Kind.DIFFERENCE && line.amount().signum() > 0;
        String charge =
                line.contract() + " " + line.charge() + " " + line.period().start();
        return List.of(new AddedItems.Part(isLate ? charge + " late " + ranOn(line) : charge, line, amount));
    }

    private LocalDate ranOn(BillLine line) {
        return lines.ranOn(line).orElse(line.days().end());
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
                .orElseGet(() -> ranOn(line));
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
