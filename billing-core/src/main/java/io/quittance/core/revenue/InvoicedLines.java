package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of issued documents as obligations, each with what was billed of it. */
final class InvoicedLines {
    private final LineRule rule;
    private final List<Obligation> obligations = new ArrayList<>();
    private final List<RevenueFact> facts = new ArrayList<>();

    InvoicedLines(LineRule rule) {
        this.rule = requireNonNull(rule, "rule");
    }

    void addAll(List<Invoice> invoices) {
        Map<InvoiceNumber, Invoice> byNumber = new HashMap<>();
        for (int i = 0; i < invoices.size(); i++) {
            Invoice invoice = requireNonNull(invoices.get(i), "invoices[" + i + "]");
            Invoice first = byNumber.putIfAbsent(invoice.number(), invoice);
            Require.that(
                    first == null || first.equals(invoice),
                    "invoices.conflict",
                    "invoices[" + i + "].number",
                    "must not be that of another invoice",
                    invoice.number());
            Require.that(
                    !invoice.type().equals(InvoiceType.PREPAYMENT),
                    "invoices.prepayment",
                    "invoices[" + i + "].type",
                    "must not be for an advance, which the final invoice bills again",
                    invoice.type());
            if (first == null) {
                add(invoice, "invoices[" + i + "]");
            }
        }
    }

    private void add(Invoice invoice, String path) {
        InvoiceDraft draft = invoice.draft();
        var places = new ArrayList<Integer>();
        var amounts = new ArrayList<Amount>();
        for (int i = 0; i < draft.lines().size(); i++) {
            if (draft.lines().get(i).status() == InvoiceLine.Status.DETAIL) {
                places.add(i);
                amounts.add(draft.lineNetAmounts().get(i));
            }
        }
        List<Amount> beside = beside(draft, amounts, path);
        for (int i = 0; i < places.size(); i++) {
            Amount amount = amounts.get(i).add(beside.get(i));
            add(invoice, places.get(i), invoice.type().isCredit() ? amount.negate() : amount);
        }
    }

    private void add(Invoice invoice, int place, Amount amount) {
        InvoiceLine line = invoice.lines().get(place);
        String name = PartNames.joined(List.of(invoice.number().value(), String.valueOf(place + 1)));
        RecognitionRule earned;
        try {
            earned = rule.rule(invoice, line);
        } catch (RuntimeException e) {
            throw new InvalidArgumentException(
                            "recognition.failed", "rule", "must answer for the line " + name, e.toString())
                    .causedBy(e);
        }
        if (earned == null) {
            throw new InvalidArgumentException(
                    "recognition.no-answer", "rule", "must answer for the line " + name, "no answer");
        }
        var id = ObligationId.of(name);
        obligations.add(Obligation.of(id, amount, earned).agreedOn(rule.agreed(invoice, line)));
        facts.add(BilledAmount.of(name, id, invoice.number(), invoice.issueDate(), amount));
    }

    /** What each line that counts bears of what is off and on top of the document. */
    private static List<Amount> beside(InvoiceDraft draft, List<Amount> lines, String path) {
        Amount all = Amount.zero(draft.totals().lines().getCurrency());
        for (int i = 0; i < draft.allowanceCharges().size(); i++) {
            Amount amount = draft.allowanceChargeNetAmounts().get(i);
            boolean off = draft.allowanceCharges().get(i).kind() == AllowanceCharge.Kind.ALLOWANCE;
            all = off ? all.subtract(amount) : all.add(amount);
        }
        if (lines.isEmpty()) {
            Require.that(
                    all.signum() == 0,
                    "invoices.lines",
                    path + ".lines",
                    "must have one that counts, to bear what is beside them",
                    all);
            return List.of();
        }
        return Apportionment.largestRemainder(
                        Rounding.toMinorUnit(all.getCurrency()).scale())
                .split(all, weights(lines));
    }

    /** What is charged bears it; where nothing is charged, what is given back; where all is free, each line alike. */
    private static List<BigDecimal> weights(List<Amount> lines) {
        boolean charged = lines.stream().anyMatch(line -> line.signum() > 0);
        boolean free = lines.stream().allMatch(line -> line.signum() == 0);
        return lines.stream()
                .map(Amount::toBigDecimal)
                .map(line -> free ? BigDecimal.ONE : charged ? line.max(BigDecimal.ZERO) : line.abs())
                .toList();
    }

    List<Obligation> obligations() {
        return obligations;
    }

    List<RevenueFact> facts() {
        return facts;
    }
}
