package io.quittance.core.invoice;

import static io.quittance.core.invoice.AllowanceCharge.Kind.ALLOWANCE;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.party.Party;
import io.quittance.core.tax.TaxSubtotal;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a document as {@link InvoiceText} describes it. */
final class InvoiceTextWriter {
    private static final int WIDTH = 78;
    private static final int AMOUNT = 16;
    private static final String INDENT = "    ";

    private final Invoice invoice;
    private final Locale locale;
    private final DecimalFormat number;
    private final StringBuilder text = new StringBuilder();

    InvoiceTextWriter(Invoice invoice, Locale locale) {
        this.invoice = invoice;
        this.locale = locale;
        number = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
    }

    String written() {
        head();
        List<Amount> nets = invoice.draft().lineNetAmounts();
        for (int i = 0; i < nets.size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            if (line.status() == InvoiceLine.Status.DETAIL) {
                line(line);
            } else {
                shown(line, nets.get(i));
            }
        }
        rule();
        if (isGross()) {
            sumOfPrices();
        } else {
            sumOfLines();
        }
        sums();
        foot();
        return text.toString();
    }

    /** Whether amounts are those of prices with tax, as the customer agreed to them. */
    private boolean isGross() {
        return invoice.draft().pricesIncludeTax();
    }

    private void head() {
        Explanation title = invoice.type().isCredit()
                ? Explanation.of(
                        "document.credit-note", "Credit note {0} of {1}", invoice.number(), invoice.issueDate())
                : Explanation.of("document.invoice", "Invoice {0} of {1}", invoice.number(), invoice.issueDate());
        row(title, "");
        invoice.draft().parties().ifPresent(parties -> {
            row(Explanation.of("document.seller", "From: {0}", address(parties.seller())), "");
            row(Explanation.of("document.buyer", "To: {0}", address(parties.buyer())), "");
        });
        invoice.period()
                .ifPresent(days ->
                        row(Explanation.of("document.period", "Period: {0} to {1}", days.start(), days.lastDay()), ""));
        invoice.purchaseOrder().ifPresent(order -> row(Explanation.of("document.order", "Your order: {0}", order), ""));
        invoice.draft()
                .references()
                .preceding()
                .forEach(other -> row(Explanation.of("document.preceding", "Refers to: {0}", other.number()), ""));
        invoice.draft().notes().forEach(note -> plain(note.text(), ""));
        if (isGross()) {
            row(Explanation.of("document.gross", "Prices include the tax"), "");
        }
        rule();
    }

    private static String address(Party party) {
        var parts = new ArrayList<String>();
        parts.add(party.name());
        party.address().ifPresent(address -> {
            parts.addAll(address.lines());
            parts.add((address.postCode().map(code -> code + " ").orElse("")
                            + address.city().orElse(""))
                    .strip());
            parts.add(address.country());
        });
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private void line(InvoiceLine line) {
        String taxes = line.taxes().stream().map(Object::toString).collect(Collectors.joining(", "));
        plain(line.name() + (taxes.isEmpty() ? "" : " [" + taxes + "]"), money(line.netAmount()));
        String price = written(line.quantity()) + " " + line.unit() + " × "
                + written(MinorUnits.written(line.price().net()));
        plain(
                INDENT
                        + price
                        + (line.price().baseQuantity().compareTo(BigDecimal.ONE) == 0
                                ? ""
                                : " / " + written(line.price().baseQuantity())),
                "");
        line.period().ifPresent(days -> plain(INDENT + days.start() + " – " + days.lastDay(), ""));
        reasons(line.explanations());
        for (AllowanceCharge one : line.allowanceCharges()) {
            plain(INDENT + label(one), INDENT + money(one.signed()));
        }
    }

    /** What does not count: its amount stands in words, so that the amounts of the column add up. */
    private void shown(InvoiceLine line, Amount net) {
        plain(line.name(), "");
        Explanation what = line.status() == InvoiceLine.Status.GROUP
                ? isGross()
                        ? Explanation.of(
                                "document.group-net", "in all, of which the parts count: {0} without tax", money(net))
                        : Explanation.of("document.group", "in all, of which the parts count: {0}", money(net))
                : Explanation.of("document.information", "only for information: {0}", money(net));
        plain(INDENT + what.text(locale), "");
        line.period().ifPresent(days -> plain(INDENT + days.start() + " – " + days.lastDay(), ""));
        reasons(line.explanations());
    }

    private String label(AllowanceCharge one) {
        Explanation kind = one.kind() == ALLOWANCE
                ? Explanation.of("document.allowance", "less")
                : Explanation.of("document.charge", "plus");
        return kind.text(locale)
                + one.percent().map(percent -> " " + written(percent) + " %").orElse("")
                + one.reason().map(reason -> " " + reason).orElse("");
    }

    private void reasons(List<Explanation> reasons) {
        reasons.forEach(reason -> plain(INDENT + reason.text(locale), ""));
    }

    private void sumOfLines() {
        sum(
                Explanation.of("document.lines", "Sum of the lines"),
                invoice.draft().totals().lines());
        invoice.draft().allowanceCharges().forEach(one -> plain(label(one), money(one.signed())));
    }

    private void sumOfPrices() {
        Amount all = CreditNoteDraft.total(invoice.draft());
        Amount lines = all;
        for (AllowanceCharge one : invoice.draft().allowanceCharges()) {
            lines = lines.subtract(one.signed());
        }
        sum(Explanation.of("document.lines", "Sum of the lines"), lines);
        if (!invoice.draft().allowanceCharges().isEmpty()) {
            invoice.draft().allowanceCharges().forEach(one -> plain(label(one), money(one.signed())));
            sum(Explanation.of("document.prices", "Sum of the prices"), all);
        }
        rule();
    }

    private void sums() {
        InvoiceDraft draft = invoice.draft();
        InvoiceTotals totals = draft.totals();
        sum(Explanation.of("document.without-tax", "Without tax"), totals.withoutTax());
        for (TaxSubtotal subtotal : draft.taxes().subtotals()) {
            plain(subtotal.treatment().toString(), money(subtotal.tax()));
            reasons(subtotal.explanations());
            subtotal.reasons().forEach(reason -> plain(INDENT + reason, ""));
        }
        sum(Explanation.of("document.with-tax", "With tax"), totals.withTax());
        draft.taxInTaxCurrency()
                .ifPresent(tax -> sum(Explanation.of("document.tax-currency", "Tax in the second currency"), tax));
        sumUnlessZero(
                Explanation.of("document.prepaid", "Paid before"),
                totals.prepaid().negate());
        sumUnlessZero(Explanation.of("document.rounding", "Rounding"), totals.rounding());
        rule();
    }

    private void foot() {
        List<DueAmount> parts = invoice.dueAmounts();
        for (DueAmount part : parts) {
            row(Explanation.of("document.due", "Due by {0}", part.dueDate()), money(part.amount()));
        }
        if (parts.size() > 1) {
            sum(Explanation.of("document.due-in-all", "Due in all"), invoice.amountDue());
        }
        invoice.draft().paymentTerms().discounts().forEach(discount -> row(earlyPayment(discount), ""));
        invoice.paymentInstruction()
                .flatMap(PaymentInstruction::reference)
                .ifPresent(reference ->
                        row(Explanation.of("document.reference", "Reference of the payment: {0}", reference), ""));
    }

    private Explanation earlyPayment(EarlyPaymentDiscount discount) {
        String percent = written(discount.percent());
        LocalDate until = discount.until(invoice.issueDate());
        return discount.base() == EarlyPaymentDiscount.Base.TOTAL
                ? Explanation.of("document.discount", "{0} % less if paid by {1}", percent, until)
                : Explanation.of(
                        "document.discount-net", "{0} % of the amount without tax less if paid by {1}", percent, until);
    }

    private void sumUnlessZero(Explanation name, Amount amount) {
        if (amount.signum() != 0) {
            sum(name, amount);
        }
    }

    private void sum(Explanation name, Amount amount) {
        row(name, money(amount));
    }

    private void row(Explanation words, String amount) {
        plain(words.text(locale), amount);
    }

    /** Words, broken between them where they are too long, and the amount at the end of the last of their lines. */
    private void plain(String words, String amount) {
        int room = amount.isEmpty() ? WIDTH : WIDTH - AMOUNT;
        List<String> lines = wrapped(words, room);
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            String line = lines.get(i);
            text.append(line);
            if (last && !amount.isEmpty()) {
                text.append(" ".repeat(Math.max(WIDTH - line.length() - amount.length(), 1)))
                        .append(amount);
            }
            text.append('\n');
        }
    }

    private static List<String> wrapped(String words, int room) {
        var lines = new ArrayList<String>();
        for (String paragraph : words.split("\\R", -1)) {
            String indent =
                    " ".repeat(paragraph.length() - paragraph.stripLeading().length());
            var line = new StringBuilder(indent);
            for (String word : paragraph.strip().split(" ", -1)) {
                if (line.length() > indent.length() && line.length() + 1 + word.length() > room) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent).append("  ");
                }
                line.append(line.toString().isBlank() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private void rule() {
        text.append("-".repeat(WIDTH)).append('\n');
    }

    private String money(Amount amount) {
        return written(MinorUnits.written(amount)) + " " + amount.getCurrency().getCurrencyCode();
    }

    private String written(BigDecimal value) {
        int places = Math.max(value.scale(), 0);
        number.setMinimumFractionDigits(places);
        number.setMaximumFractionDigits(places);
        return number.format(value);
    }
}
