package io.quittance.core.billing;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceTotals;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines of a run as drafts of documents, as the customer asks for them; those below the least amount wait. What comes to less
 * than nothing is a credit note, whose amounts are positive; where one of its sums or of a treatment would be negative all the
 * same, what is given back is a credit note and the rest an invoice.
 */
final class Documents {
    private final CustomerId customer;
    private final ContractTerms terms;
    private final boolean last;
    private final List<InvoiceDraft> drafts = new ArrayList<>();
    private final List<BillLine> waiting = new ArrayList<>();
    private final List<BillingFinding> findings = new ArrayList<>();

    private Documents(CustomerId customer, ContractTerms terms, boolean last) {
        this.customer = customer;
        this.terms = terms;
        this.last = last;
    }

    /**
     * Makes documents.
     *
     * @param lines those that wait from earlier runs, then those of this one
     * @param terms those of the day of the run
     * @param last whether the contract is over, so that nothing waits any longer
     */
    static Documents of(CustomerId customer, List<BillLine> lines, ContractTerms terms, boolean last) {
        var documents = new Documents(customer, terms, last);
        Map<String, List<BillLine>> groups = new LinkedHashMap<>();
        for (BillLine line : lines) {
            groups.computeIfAbsent(group(line, terms.invoicing()), name -> new ArrayList<>())
                    .add(line);
        }
        groups.values().forEach(documents::add);
        return documents;
    }

    private static String group(BillLine line, InvoicingRequirements requirements) {
        String name = switch (requirements.grouping()) {
            case CONTRACT -> "";
            case CHARGE_GROUP -> line.invoiceGroup().orElse("");
            case ORDER_REFERENCE -> line.orderReference().orElse("");
        };
        boolean apart = requirements.credits() == InvoicingRequirements.Credits.APART && givesBack(line);
        return (apart ? "-" : "+") + name;
    }

    private static boolean givesBack(BillLine line) {
        return line.amount().signum() < 0;
    }

    private void add(List<BillLine> lines) {
        InvoiceDraft invoice = invoice(lines);
        if (invoice.totals().withTax().signum() < 0) {
            giveBack(lines);
        } else if (!last && terms.invoicing().waits(invoice.totals().lines())) {
            waiting.addAll(lines);
            findings.add(new BillingFinding(
                    BillingFinding.Code.BELOW_MINIMUM,
                    "contract",
                    span(lines),
                    Explanation.of(
                            "bill.waits",
                            "{0} wait until a document comes to {1}",
                            invoice.totals().lines().toFraction(),
                            terms.invoicing().minimum())));
        } else {
            drafts.add(invoice);
        }
    }

    private void giveBack(List<BillLine> lines) {
        InvoiceDraft note = creditNote(lines);
        if (isPositive(note)) {
            drafts.add(note);
        } else { // of lines that only give back, nothing is negative
            add(lines.stream().filter(Documents::givesBack).toList());
            add(lines.stream().filter(line -> !givesBack(line)).toList());
        }
    }

    /** Whether neither a total nor the sum or tax of a treatment is negative. */
    private static boolean isPositive(InvoiceDraft note) {
        InvoiceTotals totals = note.totals();
        return Stream.concat(
                        Stream.of(totals.withoutTax(), totals.tax(), totals.withTax()),
                        note.taxes().subtotals().stream().flatMap(group -> Stream.of(group.taxable(), group.tax())))
                .allMatch(amount -> amount.signum() >= 0);
    }

    private InvoiceDraft invoice(List<BillLine> lines) {
        var builder = InvoiceDraft.builder(customer, terms.currency())
                .period(span(lines))
                .paymentTerms(terms.paymentTerms())
                .requirements(terms.invoicing());
        lines.forEach(line -> builder.line(line(
                line,
                InvoiceLine.billed(line.name(), line.quantity(), line.unit(), line.amount(), line.explanations()))));
        return builder.build();
    }

    /** Due at once, as credit notes out of invoices are; it refers to no invoice, since a run does not know their numbers. */
    private InvoiceDraft creditNote(List<BillLine> lines) {
        var builder = InvoiceDraft.builder(customer, terms.currency())
                .type(InvoiceType.CREDIT_NOTE)
                .period(span(lines))
                .paymentTerms(PaymentTerms.net(0))
                .requirements(terms.invoicing());
        why(lines).map(Correction::of).ifPresent(why -> builder.correction(why).note(why.note()));
        lines.forEach(line -> builder.line(line(
                line,
                InvoiceLine.billed(
                        line.name(),
                        line.quantity().negated(),
                        line.unit(),
                        line.amount().negate(),
                        line.explanations()))));
        return builder.build();
    }

    /**
     * Why it is given back, where all that gives back tells the same: terms that hold no longer are a change of the contract;
     * another tax, or another quantity or share on the same terms, corrects an error.
     */
    private static Optional<CorrectionReason> why(List<BillLine> lines) {
        Set<CorrectionReason> reasons = EnumSet.noneOf(CorrectionReason.class);
        for (BillLine line : lines) {
            if (givesBack(line)) {
                if (line.kind() == BillLine.Kind.CHARGE) {
                    return Optional.empty(); // it was agreed to be negative
                }
                reasons.add(isChanged(line) ? CorrectionReason.CONTRACT_CHANGE : CorrectionReason.ERROR);
            }
        }
        return reasons.size() == 1 ? reasons.stream().findFirst() : Optional.empty();
    }

    private static boolean isChanged(BillLine line) {
        return line.kind() == BillLine.Kind.CREDIT
                && line.explanations().stream().noneMatch(reason -> reason.key().equals(BillLine.RETAXED));
    }

    private static ServicePeriod span(List<BillLine> lines) {
        LocalDate start = lines.get(0).days().start();
        LocalDate end = lines.get(0).days().end();
        for (BillLine line : lines) {
            start = line.days().start().isBefore(start) ? line.days().start() : start;
            end = line.days().end().isAfter(end) ? line.days().end() : end;
        }
        return new ServicePeriod(start, end);
    }

    private static InvoiceLine line(BillLine line, InvoiceLine billed) {
        InvoiceLine shown = billed.identified(line.id()).during(line.days()).taxed(line.taxes());
        return line.orderReference().map(shown::ordered).orElse(shown);
    }

    List<InvoiceDraft> drafts() {
        return drafts;
    }

    List<BillLine> waiting() {
        return waiting;
    }

    List<BillingFinding> findings() {
        return findings;
    }
}
