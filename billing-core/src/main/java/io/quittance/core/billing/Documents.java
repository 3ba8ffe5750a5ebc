package io.quittance.core.billing;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a run as drafts of documents, as the customer asks for them; those below the least amount wait. */
final class Documents {
    private final List<InvoiceDraft> drafts = new ArrayList<>();
    private final List<BillLine> waiting = new ArrayList<>();
    private final List<BillingFinding> findings = new ArrayList<>();

    private Documents() {}

    /**
     * Makes documents.
     *
     * @param lines those that wait from earlier runs, then those of this one
     * @param terms those of the day of the run
     * @param last whether the contract is over, so that nothing waits any longer
     */
    static Documents of(CustomerId customer, List<BillLine> lines, ContractTerms terms, boolean last) {
        var documents = new Documents();
        InvoicingRequirements requirements = terms.invoicing();
        Map<String, List<BillLine>> groups = new LinkedHashMap<>();
        for (BillLine line : lines) {
            groups.computeIfAbsent(group(line, requirements), name -> new ArrayList<>())
                    .add(line);
        }
        for (List<BillLine> group : groups.values()) {
            documents.add(customer, group, terms, last);
        }
        return documents;
    }

    private static String group(BillLine line, InvoicingRequirements requirements) {
        String name = switch (requirements.grouping()) {
            case CONTRACT -> "";
            case CHARGE_GROUP -> line.invoiceGroup().orElse("");
            case ORDER_REFERENCE -> line.orderReference().orElse("");
        };
        boolean apart = requirements.credits() == InvoicingRequirements.Credits.APART
                && line.amount().signum() < 0;
        return (apart ? "-" : "+") + name;
    }

    private void add(CustomerId customer, List<BillLine> lines, ContractTerms terms, boolean last) {
        Amount total = lines.stream().map(BillLine::amount).reduce(Amount.zero(terms.currency()), Amount::add);
        ServicePeriod days = span(lines);
        if (!last && terms.invoicing().waits(total)) {
            waiting.addAll(lines);
            findings.add(new BillingFinding(
                    BillingFinding.Code.BELOW_MINIMUM,
                    "contract",
                    days,
                    Explanation.of(
                            "bill.waits",
                            "{0} wait until a document comes to {1}",
                            total.toFraction(),
                            terms.invoicing().minimum())));
            return;
        }
        var builder = InvoiceDraft.builder(customer, terms.currency())
                .period(days)
                .paymentTerms(terms.paymentTerms())
                .requirements(terms.invoicing());
        lines.forEach(line -> builder.line(line(line)));
        drafts.add(builder.build());
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

    private static InvoiceLine line(BillLine line) {
        InvoiceLine billed = InvoiceLine.billed(
                        line.name(), line.quantity(), line.unit(), line.amount(), line.explanations())
                .identified(line.id())
                .during(line.days());
        return line.orderReference().map(billed::ordered).orElse(billed);
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
