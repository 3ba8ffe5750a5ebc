package io.quittance.kpi.billrun;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.LocalDays;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The states of one invoice: as it was issued, and as more became known of it. */
final class InvoiceStates {
    /** The stages that are days of an invoice, too; when it was issued the document says. */
    private static final Map<DocumentStage, Stage> STAGES = Map.of(
            DocumentStage.CUT_OFF, Stage.CUT_OFF,
            DocumentStage.DRAFT, Stage.DRAFTED,
            DocumentStage.APPROVED, Stage.APPROVED,
            DocumentStage.SENT, Stage.SENT);

    private static final Set<DocumentStage> MAKING =
            Set.of(DocumentStage.DRAFT, DocumentStage.APPROVED, DocumentStage.ISSUED);

    private final IssuedDocument document;
    private final GivenBack.Own own;
    private final List<GivenBack.Found> corrections;
    private final boolean unlinked;
    private final Optional<LocalDate> dueToBeSent;
    private final boolean renewal;
    private final ZoneId zone;

    InvoiceStates(
            IssuedDocument document,
            GivenBack.Own own,
            GivenBack givenBack,
            Optional<LocalDate> dueToBeSent,
            boolean renewal,
            ZoneId zone) {
        this.document = document;
        this.own = own;
        this.corrections = givenBack.of(document.invoice());
        this.unlinked = givenBack.isUnlinked(document.invoice());
        this.dueToBeSent = dueToBeSent;
        this.renewal = renewal;
        this.zone = zone;
    }

    /** When a document was issued, as was reported, or else when the day of its date began. */
    static Instant issued(IssuedDocument document, ZoneId zone) {
        return document.life()
                .first(DocumentStage.ISSUED)
                .orElseGet(
                        () -> document.invoice().issueDate().atStartOfDay(zone).toInstant());
    }

    /** What a document is that bills nothing, and corrects an invoice that is not known. */
    static IssuedInvoice unlinked(IssuedDocument document, ZoneId zone) {
        Invoice note = document.invoice();
        return IssuedInvoice.of(
                        note.number().value(),
                        note.customer().value(),
                        0,
                        Amount.zero(note.totals().withoutTax().getCurrency()),
                        issued(document, zone))
                .with(Stage.UNLINKED, note.issueDate());
    }

    void to(States<IssuedInvoice> states) {
        Instant issued = issued(document, zone);
        var times = new TreeSet<Instant>();
        times.add(issued);
        Stream.concat(
                        STAGES.keySet().stream().flatMap(stage -> document.life().first(stage).stream()),
                        corrections.stream().map(each -> issued(each.by(), zone)))
                .filter(issued::isBefore)
                .forEach(times::add);
        times.forEach(time -> states.add(at(time)));
    }

    /** As it was known at a time. */
    private IssuedInvoice at(Instant time) {
        Invoice invoice = document.invoice();
        IssuedInvoice state = IssuedInvoice.of(
                        invoice.number().value(),
                        invoice.customer().value(),
                        own.lines().size(),
                        own.amount(),
                        time)
                .with(Stage.ISSUED, invoice.issueDate());
        state = unlinked ? state.with(Stage.UNLINKED, invoice.issueDate()) : state;
        state = made(renewal ? state.asRenewal() : state);
        for (Map.Entry<DocumentStage, Stage> stage : STAGES.entrySet()) {
            Instant at = document.life().first(stage.getKey()).orElse(Instant.MAX);
            state = at.isAfter(time) ? state : state.with(stage.getValue(), LocalDays.dayOf(at, zone));
        }
        LocalDate end = serviceEnd().orElse(null);
        state = end == null ? state : state.with(Stage.SERVICE_END, end);
        LocalDate due = dueToBeSent.orElse(null);
        state = due == null ? state : state.with(Stage.DUE_TO_BE_SENT, due);
        for (GivenBack.Found each : corrections) {
            state = issued(each.by(), zone).isAfter(time) ? state : state.with(each.correction());
        }
        return state;
    }

    /** Made without a person if nobody had a part in its draft, approval and issue, and by the first one who had. */
    private IssuedInvoice made(IssuedInvoice state) {
        if (isAutomatic(document)) {
            return state.madeAutomatically();
        }
        return making(document)
                .filter(event -> event.stage() != DocumentStage.APPROVED)
                .map(DocumentEvent::origin)
                .flatMap(origin -> origin.actor().stream())
                .findFirst()
                .map(actor -> state.preparedBy(actor.value()))
                .orElse(state);
    }

    /** Whether it was reported as issued, and nobody had a part in its draft, approval and issue. */
    static boolean isAutomatic(IssuedDocument document) {
        return document.life().first(DocumentStage.ISSUED).isPresent()
                && making(document).map(DocumentEvent::origin).allMatch(Origin::isAutomatic);
    }

    /** What led to the document, up to its issue. */
    private static Stream<DocumentEvent> making(IssuedDocument document) {
        Instant issued = document.life().first(DocumentStage.ISSUED).orElse(Instant.MAX);
        return document.life().events().stream()
                .filter(event -> MAKING.contains(event.stage()) && !event.at().isAfter(issued));
    }

    /** The last day of what was served when it was issued; where nothing was, the last one that it bills ahead. */
    private Optional<LocalDate> serviceEnd() {
        LocalDate issue = document.invoice().issueDate();
        List<LocalDate> ends = own.lines().stream()
                .map(InvoiceLine::period)
                .flatMap(Optional::stream)
                .map(ServicePeriod::lastDay)
                .toList();
        return ends.stream()
                .filter(end -> end.isBefore(issue))
                .max(Comparator.naturalOrder())
                .or(() -> ends.stream().max(Comparator.naturalOrder()))
                .or(() -> document.invoice().period().map(ServicePeriod::lastDay));
    }
}
