package io.quittance.json;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.Masked;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.CashRounding;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.CreditTransfer;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.DirectDebit;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceNote;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.InvoicedItem;
import io.quittance.core.invoice.PaymentCard;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.RetentionClass;
import io.quittance.core.invoice.SupportingDocument;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.invoice.TaxPoint;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.BusinessDayConvention;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxOnTotal;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Issued documents of all kinds: each part there or not, whatever it says. */
final class InvoiceArbitraries {
    private static final List<String> TEXTS =
            List.of("PO-4711", "Größe \"7\" {0} \\n", "\uD83D\uDE00".repeat(200), "1.10");
    private static final LocalDate ISSUED = LocalDate.of(2026, 2, 28);
    private static final Identifier NUMBER = Identifier.of("4000001000005", "0088");

    private final Random random;
    private final CurrencyUnit currency;
    private final Rounding cents;

    private InvoiceArbitraries(Random random) {
        this.random = random;
        currency = Monetary.getCurrency(one("EUR", "JPY", "KWD"));
        cents = Rounding.toMinorUnit(currency);
    }

    /** Invoices, and credit notes out of some of them. */
    static Arbitrary<Invoice> invoices() {
        return Arbitraries.randomValue(random -> new InvoiceArbitraries(random).document());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private <T> T maybe(T value, UnaryOperator<T> change) {
        return maybe() ? change.apply(value) : value;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** In whole minor units. */
    private Amount amount(int most) {
        return Amount.ofMinor(random.nextInt(most), currency);
    }

    private Invoice document() {
        boolean credited = random.nextInt(3) == 0;
        Invoice invoice = issued(draft(credited).build(), one("R-1", "2026/\"7\""));
        return credited ? credited(invoice) : invoice;
    }

    /** A note out of the invoice, or that itself where it comes to less than nothing. */
    private Invoice credited(Invoice invoice) {
        var why = new Correction(one(CorrectionReason.values()), maybe() ? text() : null);
        Creditable left = Creditable.of(invoice);
        try {
            InvoiceDraft note = maybe() ? left.whole(why) : left.share(why, Fraction.of(1 + random.nextInt(5), 7));
            return issued(finished(note.toBuilder()).build(), "G-1");
        } catch (IllegalArgumentException e) {
            return invoice;
        }
    }

    private static Invoice issued(InvoiceDraft draft, String number) {
        return draft.issue(new InvoiceNumber(number), ISSUED, BusinessCalendar.weekdays());
    }

    /** @param positive with lines that can be credited */
    private InvoiceDraft.Builder draft(boolean positive) {
        var draft = InvoiceDraft.builder(CustomerId.of(text()), currency)
                .type(
                        positive
                                ? InvoiceType.INVOICE
                                : one(InvoiceType.INVOICE, InvoiceType.CORRECTED, new InvoiceType("389")))
                .requirements(requirements())
                .taxPolicy(policy());
        if (maybe()) {
            draft.pricesIncludeTax();
        }
        if (maybe()) {
            draft.line(InvoiceLine.billed("Group", Fraction.ZERO, "C62", Amount.zero(currency), List.of())
                    .identified("group")
                    .withStatus(InvoiceLine.Status.GROUP));
            draft.line(line(true).within("group").identified("inner"));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            draft.line(line(positive));
        }
        if (maybe()) {
            draft.line(line(positive).withStatus(InvoiceLine.Status.INFORMATION).noted("not\tcounted"));
        }
        draft.allowanceCharge(
                AllowanceCharge.charge(Amount.ofMinor(1000, currency)).taxed(TaxTreatment.standard("19")));
        if (maybe()) {
            draft.allowanceCharge(AllowanceCharge.allowance(new BigDecimal("3.30"), amount(1000), cents)
                    .because(text())
                    .withReasonCode("95")
                    .taxed(TaxTreatment.standard("19")));
        }
        if (maybe()) {
            draft.taxCurrency(TaxCurrency.of(
                    Monetary.getCurrency("USD"), new BigDecimal("1.0800"), LocalDate.of(2026, 1, 30), "ECB"));
        }
        return finished(draft);
    }

    /** With what a credit note has of its own too. */
    private InvoiceDraft.Builder finished(InvoiceDraft.Builder draft) {
        draft.paymentTerms(terms());
        maybe(draft, some -> some.period(ServicePeriod.of("2026-01-01", "2026-02-01")));
        maybe(draft, some -> some.prepaid(Prepayment.of(amount(100))));
        maybe(draft, some -> some.prepaid(Prepayment.of(amount(100), new InvoiceNumber(text()))));
        maybe(draft, some -> some.rounding(Amount.ofMinor(random.nextInt(9) - 4, currency)));
        maybe(
                draft,
                some -> some.cashRounding(new CashRounding(
                        BigDecimal.valueOf(5, cents.scale()), one(RoundingMode.HALF_UP, RoundingMode.DOWN))));
        maybe(draft, some -> some.parties(parties()));
        maybe(draft, some -> some.delivery(delivery()));
        maybe(draft, some -> some.paymentInstruction(payment()));
        maybe(draft, some -> some.references(references()));
        maybe(draft, some -> some.taxPoint(one(TaxPoint.on(ISSUED), TaxPoint.at(one(TaxPoint.Event.values())))));
        maybe(draft, some -> some.retention(new RetentionClass(text(), 1 + random.nextInt(100), maybe())));
        maybe(draft, some -> some.note(new InvoiceNote("one\ntwo\\n \"three\"", maybe() ? "AAI" : null)));
        return draft;
    }

    private InvoiceLine line(boolean positive) {
        InvoiceLine line = maybe() ? priced(positive) : billed(positive);
        line = maybe(
                line,
                some -> some.taxed(one(
                        List.of(TaxTreatment.standard("19")),
                        List.of(TaxTreatment.standard("7.00")),
                        List.of(TaxTreatment.exempt(text()).withReasonCode("VATEX-EU-132")),
                        List.of(TaxTreatment.outsideScope()),
                        List.of(
                                TaxTreatment.standard("4").in("US-NY"),
                                TaxTreatment.standard("4.5").in(text())))));
        line = maybe(
                line, some -> some.with(AllowanceCharge.allowance(amount(20)).because(text())));
        line = maybe(
                line,
                some -> some.with(AllowanceCharge.charge(
                        new BigDecimal("12.50"), some.netAmount().abs(), cents)));
        line = maybe(line, some -> some.about(item()));
        line = maybe(line, some -> some.noted(text()));
        line = maybe(line, some -> some.bookedAt(text()));
        line = maybe(line, some -> some.ordered(text()));
        return maybe(line, some -> some.during(ServicePeriod.of("2026-01-16", "2026-02-01")));
    }

    private InvoiceLine priced(boolean positive) {
        UnitPrice price = UnitPrice.of(Amount.of(one("5", "0.335", "12.000000000000000001"), currency));
        price = maybe(price, some -> some.less(Amount.of("0.1", currency)));
        price = maybe(price, some -> some.per(one("1000", "0.50", "7")));
        BigDecimal quantity = new BigDecimal(one("3", "1500.0", "2.5", positive ? "41" : "-2.75", "100"));
        return InvoiceLine.priced(
                text(), quantity, "H87", price, Rounding.of(cents.scale(), one(RoundingMode.HALF_UP, RoundingMode.UP)));
    }

    private InvoiceLine billed(boolean positive) {
        Amount amount = Amount.ofMinor(1 + random.nextInt(100_000), currency);
        return InvoiceLine.billed(
                text(),
                one(Fraction.ONE, Fraction.of(1000, 3), Fraction.ZERO, Fraction.of(-1)),
                "C62",
                positive || maybe() ? amount : amount.negate(),
                List.of(
                        Explanation.of(
                                        "charge.per-unit",
                                        "{0} × {1} = {2} {9} {",
                                        text(),
                                        "0.0450",
                                        new BigDecimal("7.1550"))
                                .within(text())
                                .within("night"),
                        Explanation.of("empty", "")));
    }

    private InvoicedItem item() {
        InvoicedItem item = maybe(InvoicedItem.plain(), some -> some.describedAs("two\nlines"));
        item = maybe(item, some -> some.withSellerId(text()).withBuyerId(text()));
        item = maybe(item, some -> some.withStandardId(NUMBER));
        item = maybe(item, some -> some.classifiedAs(NUMBER).classifiedAs(Identifier.of(text(), "STI")));
        item = maybe(item, some -> some.withOrigin("DE"));
        return maybe(item, some -> some.with("colour", text()).with("colour", "two"));
    }

    private TaxPolicy policy() {
        Rounding rounding = Rounding.of(cents.scale(), one(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN));
        return one(new TaxPerGroup(rounding), new TaxPerLine(rounding), new TaxOnTotal(rounding));
    }

    private PaymentTerms terms() {
        PaymentTerms terms = one(
                PaymentTerms.net(random.nextInt(60)),
                PaymentTerms.net(30).discount("2", 5),
                PaymentTerms.inInstalments(List.of(
                        Instalment.percent("30", DueDateRule.days(10)),
                        Instalment.rest(DueDateRule.lastDayOfMonth(1)))));
        return terms.onBusinessDays(one(BusinessDayConvention.NONE, BusinessDayConvention.FOLLOWING));
    }

    private InvoicingRequirements requirements() {
        InvoicingRequirements asked = maybe(
                InvoicingRequirements.none(), some -> some.groupedBy(InvoicingRequirements.Grouping.ORDER_REFERENCE));
        asked = maybe(asked, some -> some.withCredits(InvoicingRequirements.Credits.APART));
        asked = maybe(asked, some -> some.withMinimum("25.50"));
        asked = maybe(asked, some -> some.withPurchaseOrder(text()));
        asked = maybe(asked, some -> some.withBuyerReference(text()));
        asked = maybe(asked, some -> some.deliveredBy(one(InvoicingRequirements.Channel.values())));
        asked = maybe(asked, some -> some.deliveredBy(InvoicingRequirements.Channel.PEPPOL, text()));
        return maybe(asked, some -> some.withFormat(text()));
    }

    private DocumentParties parties() {
        DocumentParties between = DocumentParties.of(party(), party());
        between = maybe(between, some -> some.payableTo(party()));
        return maybe(between, some -> some.representedBy(party()));
    }

    private Party party() {
        Party party = maybe(Party.named(text()), some -> some.tradingAs(text()));
        party = maybe(party, some -> some.identifiedBy(NUMBER).identifiedBy(Identifier.of(text())));
        party = maybe(party, some -> some.registeredAs(Identifier.of(text())));
        party = maybe(party, some -> some.withVatId("DE123456789").withTaxRegistrationId(text()));
        party = maybe(party, some -> some.withLegalInformation(text()));
        party = maybe(party, some -> some.reachedAt(NUMBER));
        party = maybe(party, some -> some.at(address()));
        Contact contact = maybe(Contact.of(text()), some -> some.withTelephone(text()));
        return maybe(party, some -> some.withContact(maybe(contact, other -> other.withEmail(text()))));
    }

    private PostalAddress address() {
        PostalAddress address =
                maybe(PostalAddress.in(one("DE", "1A")), some -> some.withLines(text(), text(), text()));
        address = maybe(address, some -> some.withCity(text()).withPostCode(text()));
        return maybe(address, some -> some.withSubdivision(text()));
    }

    private Delivery delivery() {
        Delivery delivery = maybe() ? Delivery.on(ISSUED) : Delivery.to(address());
        delivery = maybe(delivery, some -> some.at(address()));
        delivery = maybe(delivery, some -> some.receivedBy(text()));
        return maybe(delivery, some -> some.atLocation(NUMBER));
    }

    private PaymentInstruction payment() {
        CreditTransfer account = CreditTransfer.toIban("DE02120300000000202051").heldBy(text());
        PaymentInstruction instruction = one(
                PaymentInstruction.by("10"),
                PaymentInstruction.transfer(
                        account, CreditTransfer.toAccount(text()).at("BYLADEM1001")),
                PaymentInstruction.sepaTransfer(account),
                PaymentInstruction.directDebit(new DirectDebit(text(), "DE98ZZZ", Masked.of(text()))),
                PaymentInstruction.card(PaymentCard.ending("1111")),
                PaymentInstruction.card(PaymentCard.ending("111111").heldBy(text())));
        return one(
                instruction,
                instruction.referencedBy(text()),
                instruction.referencedBy(StructuredReference.Scheme.CREDITOR));
    }

    private DocumentReferences references() {
        DocumentReferences to =
                maybe(DocumentReferences.none(), some -> some.toProject(text()).toContract(text()));
        to = maybe(to, some -> some.toSalesOrder(text()).toReceivingAdvice(text()));
        to = maybe(to, some -> some.toDeliveryNote(text()).toTender(text()));
        to = maybe(to, some -> some.toObject(NUMBER).bookedAt(text()));
        to = maybe(
                to,
                some -> some.with(PrecedingInvoice.of(text()))
                        .with(new PrecedingInvoice(InvoiceNumber.of("R-0"), ISSUED)));
        var bytes = new byte[random.nextInt(50_000)];
        random.nextBytes(bytes);
        return maybe(
                to,
                some -> some.with(SupportingDocument.of("TS-1"))
                        .with(SupportingDocument.of("TS-2", text()).at(URI.create("https://example.com/ts?a=%20b")))
                        .with(SupportingDocument.of(text()).attached("text/csv", text(), bytes)));
    }
}
