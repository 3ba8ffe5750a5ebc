package io.quittance.kpi.billrun;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.CalendarEntry;
import io.quittance.core.billing.DueCharge;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import javax.money.CurrencyUnit;

/** What was planned to be billed: by when an invoice was to go out, and which one did not. */
final class PlannedBills {
    /** Where nothing tells the currency of a contract: that of no currency (ISO 4217). */
    private static final String NO_CURRENCY = "XXX";

    private final Map<ContractId, List<CalendarEntry>> entries = new LinkedHashMap<>();
    private final RunLines lines;
    private final ZoneId zone;

    PlannedBills(List<CalendarEntry> planned, RunLines lines, ZoneId zone) {
        this.lines = lines;
        this.zone = zone;
        planned.forEach(entry -> entries.computeIfAbsent(entry.contract(), any -> new ArrayList<>())
                .add(entry));
    }

    /** What a line of a run was planned as. */
    List<CalendarEntry> of(BillLine line) {
        return line.kind() != BillLine.Kind.CHARGE
                ? List.of()
                : entries.getOrDefault(line.contract(), List.of()).stream()
                        .filter(entry -> isOf(entry, line))
                        .toList();
    }

    /** Who pays for a contract, if something of it was planned. */
    Optional<CustomerId> customerOf(ContractId contract) {
        return entries.getOrDefault(contract, List.of()).stream()
                .map(CalendarEntry::customer)
                .findFirst();
    }

    private boolean isOf(CalendarEntry entry, BillLine line) {
        return entry.charges().stream().anyMatch(due -> isOf(entry, due, line));
    }

    /** What is counted over the term covers days of which an earlier run had billed all: it was planned for a later one. */
    private boolean isOf(CalendarEntry entry, DueCharge due, BillLine line) {
        return due.charge().equals(line.charge())
                && due.days().intersection(line.days()).isPresent()
                && !(entry.isOverTerm() && lines.cameAfter(entry.billable(), line));
    }

    /** By when an invoice with these lines was to go out: the first of their days; what waited for more has none. */
    Optional<LocalDate> dueToBeSent(List<InvoiceLine> some) {
        return some.stream()
                .map(lines::of)
                .flatMap(Optional::stream)
                .filter(line -> !lines.waited(line))
                .flatMap(line -> of(line).stream())
                .map(CalendarEntry::target)
                .min(Comparator.naturalOrder());
    }

    /** Adds an invoice for each day of a contract on which something could be billed, until all of it is. */
    void to(States<IssuedInvoice> states, List<IssuedDocument> documents) {
        var covered = new Covered(documents);
        Map<String, List<CalendarEntry>> bills = new LinkedHashMap<>();
        entries.values()
                .forEach(some -> some.forEach(entry -> bills.computeIfAbsent(
                                "due " + entry.contract() + " " + entry.billable(), any -> new ArrayList<>())
                        .add(entry)));
        bills.forEach((key, some) -> {
            CalendarEntry first = some.get(0);
            Instant from = first.billable().atStartOfDay(zone).toInstant();
            Instant until = some.stream()
                    .map(covered::from)
                    .max(Comparator.naturalOrder())
                    .orElse(from);
            if (until.isAfter(from)) {
                LocalDate target = some.stream()
                        .map(CalendarEntry::target)
                        .min(Comparator.naturalOrder())
                        .orElse(first.target());
                states.add(IssuedInvoice.of(
                                key,
                                first.customer().value(),
                                0,
                                Amount.zero(covered.currencyOf(first.contract())),
                                from)
                        .with(Stage.DUE_TO_BE_SENT, target));
                if (until.isBefore(Instant.MAX)) {
                    states.gone(key, until);
                }
            }
        });
    }

    /** When what was planned was billed. */
    private final class Covered {
        private final Map<String, Instant> documented = new HashMap<>();

        Covered(List<IssuedDocument> documents) {
            for (IssuedDocument each : documents) {
                Instant issued = InvoiceStates.issued(each, zone);
                for (InvoiceLine line : each.invoice().lines()) {
                    line.id()
                            .ifPresent(id ->
                                    documented.merge(id, issued, BinaryOperator.minBy(Comparator.naturalOrder())));
                }
            }
        }

        /** From when on it is billed: on documents, waiting for one, or with nothing to bill; never if that is not known. */
        Instant from(CalendarEntry entry) {
            return entry.charges().stream()
                    .map(due -> billed(entry, due))
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> closed(entry));
        }

        /** The same for one charge, by the first run that has lines of it; what later ones charge for these days is billed anew, or came late. */
        private Optional<Instant> billed(CalendarEntry entry, DueCharge due) {
            return lines.of(entry.contract()).stream()
                    .map(run -> run.lines().stream()
                            .filter(line -> line.kind() == BillLine.Kind.CHARGE && isOf(entry, due, line))
                            .map(line -> billed(run, line))
                            .max(Comparator.naturalOrder()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Instant billed(BillRun run, BillLine line) {
            return line.amount().signum() == 0 || run.mark().waiting().contains(line)
                    ? dayOf(run)
                    : documented.getOrDefault(line.id(), Instant.MAX);
        }

        private Instant closed(CalendarEntry entry) {
            return lines.of(entry.contract()).stream()
                    .filter(run -> !run.date().isBefore(entry.billable()) && closes(run, entry))
                    .map(this::dayOf)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
        }

        /** What is counted over the term stays open until that ends: a run that could bill it has billed all that was reached. */
        private static boolean closes(BillRun run, CalendarEntry entry) {
            if (entry.isOverTerm()) {
                return run.mark().cycles().containsKey(entry.cycle())
                        && entry.charges().stream().noneMatch(due -> RunLines.refuses(run, due.charge()));
            }
            return run.periods().stream()
                    .anyMatch(period -> period.isClosed()
                            && period.cycle().equals(entry.cycle())
                            && period.number() == entry.number());
        }

        private Instant dayOf(BillRun run) {
            return run.date().atStartOfDay(zone).toInstant();
        }

        CurrencyUnit currencyOf(ContractId contract) {
            return lines.of(contract).stream()
                    .map(run -> run.total().getCurrency())
                    .findFirst()
                    .orElseGet(() -> Currencies.of(NO_CURRENCY, "currency"));
        }
    }
}
