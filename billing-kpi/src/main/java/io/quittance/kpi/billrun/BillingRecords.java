package io.quittance.kpi.billrun;

import static java.util.Objects.requireNonNull;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.CalendarEntry;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.LocalDays;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.VerificationReport;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.billing.BillableItem;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.billing.Correction;
import io.quittance.kpi.billing.DocumentCheck;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.billing.SentOnTime;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The records of a seller, out of which the KPIs of billing are computed: documents as they were issued, with what has happened to them, and the bill runs and the calendar that they come from. What
 * they do not say is asked of the host, and never guessed.
 *
 * <pre>{@code
 * BillingRecords records = BillingRecords.of(documents, zone).billed(runs).planned(calendar);
 * KpiResult accuracy = InvoiceAccuracy.within(30).compute(records.invoices().figures(march, AsOf.endOf("2026-04-30")));
 * }</pre>
 *
 * <p>A document is known from when it was reported as issued, or else from the beginning of its date on, and a run from the beginning of its day on.
 *
 * @param documents invoices and credit notes, by date and number
 * @param zone in which days begin
 * @param runs those that were made, of any contracts; or, for {@link #billable}, one of each contract that begins with nothing
 * @param planned what the calendar had
 * @param reasons why documents correct that do not say so themselves, by their numbers
 * @param renewals the numbers of invoices that only renew what the customer had
 */
public record BillingRecords(
        List<IssuedDocument> documents,
        ZoneId zone,
        List<BillRun> runs,
        List<CalendarEntry> planned,
        SortedMap<InvoiceNumber, Correction.Reason> reasons,
        SortedSet<InvoiceNumber> renewals)
        implements Serializable {
    private static final Comparator<IssuedDocument> ORDER = Comparator.comparing(
                    (IssuedDocument each) -> each.invoice().issueDate())
            .thenComparing(each -> each.invoice().number());

    /** Copies the lists, sorts the documents by date and number, and checks that no two documents have one number. */
    public BillingRecords {
        documents = documents.stream().sorted(ORDER).toList();
        requireNonNull(zone, "zone");
        runs = List.copyOf(runs);
        planned = List.copyOf(planned);
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        renewals = Collections.unmodifiableSortedSet(new TreeSet<>(renewals));
        var numbers = new HashSet<InvoiceNumber>();
        for (IssuedDocument each : documents) {
            InvoiceNumber number = each.invoice().number();
            Require.that(
                    numbers.add(number), "document.number-twice", "documents", "must have each number once", number);
        }
    }

    /** Documents alone, in any order: all invoices that are measured, and all that corrects them. */
    public static BillingRecords of(Collection<IssuedDocument> documents, ZoneId zone) {
        return new BillingRecords(List.copyOf(documents), zone, List.of(), List.of(), new TreeMap<>(), new TreeSet<>());
    }

    /** The same with bill runs, in the place of others: they tell which line bills or gives back what. */
    public BillingRecords billed(Collection<BillRun> newRuns) {
        return new BillingRecords(documents, zone, List.copyOf(newRuns), planned, reasons, renewals);
    }

    /** The same with the calendar of the contracts, in the place of another: it tells what could be billed when, and is due to be sent by when. */
    public BillingRecords planned(BillingCalendar calendar) {
        return new BillingRecords(documents, zone, runs, calendar.entries(), reasons, renewals);
    }

    /** The same with the reasons of documents that correct and say none, or that they settle a dispute, in the place of others. */
    public BillingRecords because(Map<InvoiceNumber, Correction.Reason> newReasons) {
        return new BillingRecords(documents, zone, runs, planned, new TreeMap<>(newReasons), renewals);
    }

    /**
     * The same, where these invoices, in the place of others, only renew what the customer had, for {@link io.quittance.kpi.billing.RepeatBusiness#withoutRenewals}. It is asked of each document now, and not kept.
     *
     * @param renewing such as {@code invoice -> renewed.contains(invoice.number())}
     */
    public BillingRecords renewals(Predicate<? super Invoice> renewing) {
        requireNonNull(renewing, "renewing");
        var numbers = new TreeSet<InvoiceNumber>();
        for (IssuedDocument each : documents) {
            if (renewing.test(each.invoice())) {
                numbers.add(each.invoice().number());
            }
        }
        return new BillingRecords(documents, zone, runs, planned, reasons, numbers);
    }

    /**
     * The invoices, for KPIs of {@link IssuedInvoice}.
     *
     * <ul>
     *   <li>Amounts are without tax, with what is off and on top of the document as a whole.
     *   <li>What gives back is no invoice but a correction: a credit or debit note of the one invoice that it refers to, and a line by which a run gives back, on whatever document, of the invoice that
     *       first billed the charge for its days. A corrected invoice (384) corrects all of the one that it refers to, and is an invoice itself. Usage that came late is billed, and corrects nothing.
     *   <li>What gives back of an invoice that is not among the records, or that nothing names, corrects none: the document, with lines and an amount of 0 if it bills nothing, has its date as {@link
     *       io.quittance.kpi.billing.Stage#UNLINKED}.
     *   <li>The reason is that of the document; else that of {@link #because}; else that of the line of the run.
     *   <li>The service ends on the last day that was served when it was issued; of what bills only ahead, on the last day that it bills.
     *   <li>Cut-off, draft and sending are the first ones that were reported. It is due to be sent by the first target of what it bills; an invoice that was planned and is not there yet is one of 0.00
     *       with the key {@code due C-1 2026-02-01}, until it is issued.
     *   <li>It was made without a person if it was reported as issued, and nobody had a part in its draft, approval and issue.
     *   <li>It only renews what the customer had if {@link #renewals(Predicate)} says so.
     * </ul>
     *
     * @throws IllegalArgumentException if neither a document that corrects nor {@link #because} says why
     */
    public EventLog<IssuedInvoice> invoices() {
        GivenBack givenBack = givenBack();
        PlannedBills bills = bills();
        var states = new States<IssuedInvoice>();
        for (IssuedDocument each : documents) {
            Optional<GivenBack.Own> bill = givenBack.own(each.invoice());
            bill.ifPresent(own -> new InvoiceStates(
                            each,
                            own,
                            givenBack,
                            bills.dueToBeSent(own.lines()),
                            renewals.contains(each.invoice().number()),
                            zone)
                    .to(states));
            if (bill.isEmpty() && givenBack.isUnlinked(each.invoice())) {
                states.add(InvoiceStates.unlinked(each, zone));
            }
        }
        bills.to(states, documents);
        return states.log();
    }

    /** Documents that give back, in all or in part, of an invoice that is not among the records or that nothing names: their amounts correct nothing. */
    public List<InvoiceNumber> unlinked() {
        return givenBack().unlinked();
    }

    /**
     * What runs found to be due and what of it is billed, for KPIs of {@link BillableItem}: a charge of a contract in a period, such as {@code C-1 calls 2026-01-01}, with the amounts of its lines. Of
     * what is counted over the whole term, such as milestones, it is what one run adds, by the day of the run. It can be billed from the day of the calendar on, or else from that of the run; what is
     * billed ahead counts as delivered on that day. What a credit note gives back beside the runs counts as not billed only where it corrects an error or a change of the contract.
     *
     * <p>What no run has looked at is not there: to find it, give runs that begin with nothing, in the place of those that were made.
     *
     * @throws IllegalArgumentException if the customer of a run is not known, or why a credit note was given
     */
    public EventLog<BillableItem> billable() {
        return new BillableItems(lines(), bills(), givenBack(), new Reasons(reasons), zone).of(runs, documents);
    }

    /** That a document was generated, and first sent, with or without a person, as far as that was reported. */
    public EventLog<Operation> operations() {
        var states = new States<Operation>();
        for (IssuedDocument each : documents) {
            each.life()
                    .first(DocumentStage.ISSUED)
                    .ifPresent(at ->
                            states.add(operation(each, Operation.Kind.GENERATED, at, InvoiceStates.isAutomatic(each))));
            each.life().events().stream()
                    .filter(event -> event.stage() == DocumentStage.SENT)
                    .findFirst()
                    .ifPresent(event -> states.add(operation(
                            each,
                            Operation.Kind.SENT,
                            event.at(),
                            event.origin().isAutomatic())));
        }
        return states.log();
    }

    private Operation operation(IssuedDocument document, Operation.Kind kind, Instant at, boolean automatic) {
        Invoice invoice = document.invoice();
        return new Operation(
                invoice.number() + " " + kind.name().toLowerCase(Locale.ROOT),
                kind,
                invoice.customer().value(),
                LocalDays.dayOf(at, zone),
                automatic,
                at);
    }

    /**
     * The documents, checked by rules such as {@link RuleSet#EN16931}.
     *
     * @param warnings the ids of rules, such as {@code BR-08}, that only warn where they are broken; {@code check()} knows none
     */
    public EventLog<DocumentCheck> checks(RuleSet rules, Set<String> warnings) {
        requireNonNull(rules, "rules");
        requireNonNull(warnings, "warnings");
        var states = new States<DocumentCheck>();
        for (IssuedDocument each : documents) {
            List<String> broken = each.invoice().check(rules).stream()
                    .map(RuleViolation::rule)
                    .distinct()
                    .toList();
            states.add(new DocumentCheck(
                    each.invoice().number().value(),
                    each.invoice().issueDate(),
                    broken.stream().filter(rule -> !warnings.contains(rule)).toList(),
                    broken.stream().filter(warnings::contains).toList(),
                    InvoiceStates.issued(each, zone)));
        }
        return states.log();
    }

    /** The invoices of a period, held against the terms by verifications of their contracts; credit notes are no invoices. */
    public VerifiedInvoices verified(ServicePeriod period, Collection<VerificationReport> reports) {
        GivenBack givenBack = givenBack();
        return VerifiedInvoices.of(
                period,
                documents.stream()
                        .map(IssuedDocument::invoice)
                        .filter(invoice -> givenBack.own(invoice).isPresent() && period.contains(invoice.issueDate()))
                        .map(invoice -> invoice.number().value())
                        .toList(),
                reports);
    }

    /**
     * What {@code billing.on-time} is computed from: the invoices that were due to be sent in a period, and those of them that were sent by their day; with the invoices themselves, ask {@link SentOnTime}.
     *
     * @throws IllegalArgumentException as for {@link #invoices}, or if the period ends after the date of the question
     */
    public BillingFigures sent(ServicePeriod period, AsOf asOf) {
        List<KpiItem> due = SentOnTime.byTheDay()
                .compute(invoices().figures(period, asOf))
                .basis()
                .items();
        long onTime = due.stream().filter(item -> item.numerator().signum() > 0).count();
        return BillingFigures.empty().forPeriod(period).withSent(onTime, due.size());
    }

    private RunLines lines() {
        return new RunLines(runs);
    }

    private PlannedBills bills() {
        return new PlannedBills(planned, lines(), zone);
    }

    private GivenBack givenBack() {
        return new GivenBack(documents, lines(), new Reasons(reasons));
    }
}
