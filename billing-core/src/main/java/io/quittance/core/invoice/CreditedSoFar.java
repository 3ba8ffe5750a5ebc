package io.quittance.core.invoice;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.money.CurrencyUnit;

/** What credit notes have given back of an invoice, added up from the notes themselves. */
final class CreditedSoFar {
    private final Invoice invoice;
    private final InvoiceDraft draft;
    private final Amount zero;
    private final List<BigDecimal> quantities;
    private final List<Fraction> shares;
    private final List<Amount> amounts;
    private final List<Amount> nets;
    private final List<Amount> allowances;
    private final List<Amount> allowanceNets;
    private final Map<TaxTreatment, Amount> taxable = new HashMap<>();
    private final Map<TaxTreatment, Amount> taxes = new HashMap<>();
    private final List<Amount> inTaxCurrency = new ArrayList<>();
    private final Set<InvoiceNumber> numbers = new HashSet<>();

    CreditedSoFar(Invoice invoice, List<Invoice> creditNotes) {
        this.invoice = invoice;
        draft = invoice.draft();
        zero = Amount.zero(invoice.amountDue().getCurrency());
        int lines = draft.lines().size();
        quantities = new ArrayList<>(Collections.nCopies(lines, BigDecimal.ZERO));
        shares = new ArrayList<>(Collections.nCopies(lines, Fraction.ZERO));
        amounts = new ArrayList<>(Collections.nCopies(lines, zero));
        nets = new ArrayList<>(amounts);
        allowances =
                new ArrayList<>(Collections.nCopies(draft.allowanceCharges().size(), zero));
        allowanceNets = new ArrayList<>(allowances);
        for (int i = 0; i < creditNotes.size(); i++) {
            add(creditNotes.get(i), "creditNotes[" + i + "]");
        }
    }

    private void add(Invoice note, String name) {
        Credited credited = note.draft()
                .credited()
                .filter(what -> what.invoice().equals(PrecedingInvoice.of(invoice)))
                .filter(what -> note.customer().equals(invoice.customer()))
                .orElseThrow(() -> new InvalidArgumentException(
                        "credit.note",
                        name,
                        "must be a credit note out of invoice " + invoice.number() + " of " + invoice.issueDate(),
                        note.number()));
        Require.that(numbers.add(note.number()), "credit.twice", name, "must not be given twice", note.number());
        addLines(note.draft(), credited, name);
        addAllowances(note.draft(), credited, name);
        for (TaxSubtotal subtotal : credited.taxes()) {
            taxable.merge(subtotal.treatment().withoutReason(), subtotal.taxable(), Amount::add);
            taxes.merge(subtotal.treatment().withoutReason(), subtotal.tax(), Amount::add);
        }
        credited.inTaxCurrency().ifPresent(inTaxCurrency::add);
    }

    private void addLines(InvoiceDraft note, Credited credited, String name) {
        for (int i = 0; i < credited.lines().size(); i++) {
            CreditedLine part = credited.lines().get(i);
            int at = requireIndex(part.index(), amounts.size(), name);
            quantities.set(at, quantities.get(at).add(part.quantity()));
            shares.set(at, shares.get(at).plus(part.share()).min(Fraction.ONE));
            amounts.set(at, amounts.get(at).add(note.lines().get(i).netAmount()));
            nets.set(at, nets.get(at).add(note.lineNetAmounts().get(i)));
            InvoiceLine line = draft.lines().get(at);
            requireWithin(isWithin(amounts.get(at), line.netAmount()), name, at, line.netAmount(), amounts.get(at));
            requireWithin(isWithin(quantities.get(at), line.quantity()), name, at, line.quantity(), quantities.get(at));
        }
    }

    private static void requireWithin(boolean isWithin, String name, int line, Object whole, Object credited) {
        Require.that(
                isWithin,
                "credit.exceeded",
                name,
                "must not take what is credited of lines[" + line + "] beyond the " + whole + " of the invoice",
                credited);
    }

    private void addAllowances(InvoiceDraft note, Credited credited, String name) {
        for (int i = 0; i < credited.allowanceCharges().size(); i++) {
            int at = requireIndex(credited.allowanceCharges().get(i), allowances.size(), name);
            AllowanceCharge part = note.allowanceCharges().get(i);
            Amount net = note.allowanceChargeNetAmounts().get(i);
            boolean isOff = part.kind() == AllowanceCharge.Kind.ALLOWANCE;
            allowances.set(at, allowances.get(at).add(part.signed()));
            allowanceNets.set(at, allowanceNets.get(at).add(isOff ? net.negate() : net));
        }
    }

    private static int requireIndex(int index, int size, String name) {
        Require.that(index >= 0 && index < size, "credit.index", name, "must only credit what the invoice has", index);
        return index;
    }

    /** Whether a part lies between nothing and the whole, of any sign. */
    static boolean isWithin(Amount part, Amount whole) {
        return part.signum() == 0
                || (part.signum() == whole.signum() && part.abs().compareTo(whole.abs()) <= 0);
    }

    private static boolean isWithin(BigDecimal part, BigDecimal whole) {
        return part.signum() == 0
                || (part.signum() == whole.signum() && part.abs().compareTo(whole.abs()) <= 0);
    }

    /** The amount between nothing and the whole that is nearest. */
    static Amount clamped(Amount part, Amount whole) {
        if (isWithin(part, whole)) {
            return part;
        }
        return part.signum() == whole.signum() ? whole : whole.subtract(whole);
    }

    Invoice invoice() {
        return invoice;
    }

    InvoiceDraft draft() {
        return draft;
    }

    CurrencyUnit currency() {
        return zero.getCurrency();
    }

    Amount zero() {
        return zero;
    }

    BigDecimal quantity(int line) {
        return quantities.get(line);
    }

    /** How much of a line's amount, exactly. */
    Fraction share(int line) {
        return shares.get(line);
    }

    /** What of the amount that a line shows, with tax where prices have it. */
    Amount amount(int line) {
        return amounts.get(line);
    }

    Amount net(int line) {
        return nets.get(line);
    }

    /** What of an allowance, below zero, or a charge of the document. */
    Amount allowance(int index) {
        return allowances.get(index);
    }

    Amount allowanceNet(int index) {
        return allowanceNets.get(index);
    }

    Amount taxable(TaxTreatment treatment) {
        return taxable.getOrDefault(treatment, zero);
    }

    Amount tax(TaxTreatment treatment) {
        return taxes.getOrDefault(treatment, zero);
    }

    Amount tax() {
        return taxes.values().stream().reduce(zero, Amount::add);
    }

    /** Lines, allowances and charges without tax. */
    Amount withoutTax() {
        return sum(nets, allowanceNets);
    }

    /** What the notes give back in all. */
    Amount total() {
        return draft.pricesIncludeTax()
                ? sum(amounts, allowances)
                : withoutTax().add(tax());
    }

    private Amount sum(List<Amount> lines, List<Amount> others) {
        return others.stream().reduce(lines.stream().reduce(zero, Amount::add), Amount::add);
    }

    Amount inTaxCurrency(TaxCurrency currency) {
        return inTaxCurrency.stream().reduce(Amount.zero(currency.currency()), Amount::add);
    }
}
