package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** The hash changes with any field and with nothing else. */
class ContentHashTest {

    private static Invoice with(InvoiceLine line) {
        return Documents.draft().line(line).build().issue("R-7", "2026-04-01");
    }

    /** The vector of docs/invoices.md, whose SHA-256 was taken with another program. */
    @Test
    void isThatOfTheCanonicalForm() {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
                .line(InvoiceLine.priced("Straße \"A\"", new BigDecimal("3"), "C62", eur("0.335"), Rounding.halfUp(2)))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(CanonicalForm.of(invoice)).isEqualTo("""
                number=R-1
                type=380
                customer=ACME
                issueDate=2026-02-01
                dueDate=2026-03-03
                period.start=2026-01-01
                period.end=2026-02-01
                currency=EUR
                pricesIncludeTax=false
                lines=1
                lines[0].name=Straße "A"
                lines[0].quantity=3
                lines[0].unit=C62
                lines[0].price.net=0.335
                lines[0].price.baseQuantity=1
                lines[0].netAmount=1.01
                lines[0].explanations=1
                lines[0].explanations[0].key=line.priced
                lines[0].explanations[0].pattern={0} × {1} = {2}
                lines[0].explanations[0].arguments=3
                lines[0].explanations[0].arguments[0]=3
                lines[0].explanations[0].arguments[1]=0.335
                lines[0].explanations[0].arguments[2]=1.005
                lines[0].explanations[0].within=0
                totals.lines=1.01
                totals.allowances=0
                totals.charges=0
                totals.withoutTax=1.01
                totals.tax=0
                totals.withTax=1.01
                totals.prepaid=0
                totals.rounding=0
                totals.due=1.01
                convention=0.1
                """);
        assertThat(invoice.contentHash())
                .isEqualTo("q1:937f45879ed5133432a374e12f7af1c5167edada8162d79c07abe26380ffe026");
    }

    @Test
    void isTheSameForEqualDocuments() throws IOException, ClassNotFoundException {
        assertThat(Documents.invoice().contentHash())
                .isEqualTo(Documents.invoice().contentHash());
        assertThat(SerialStreams.copy(Documents.invoice()).contentHash())
                .isEqualTo(Documents.invoice().contentHash());
        Invoice two = with(line("2", "0.50", "19"));
        Invoice padded = with(line("2.000", "0.5000", "19.00"));
        assertThat(padded).isEqualTo(two);
        assertThat(padded.contentHash()).isEqualTo(two.contentHash());
        Invoice reason = with(billed(Explanation.of("k", "{0}", "20")));
        Invoice sameReason = with(billed(Explanation.of("k", "{0}", "20.00")));
        assertThat(sameReason).isEqualTo(reason);
        assertThat(sameReason.contentHash()).isEqualTo(reason.contentHash());
    }

    private static InvoiceLine line(String quantity, String price, String rate) {
        return InvoiceLine.priced("x", new BigDecimal(quantity), "C62", eur(price), Rounding.halfUp(2))
                .taxed(TaxTreatment.standard(rate));
    }

    private static InvoiceLine billed(Explanation reason) {
        return InvoiceLine.billed("x", Fraction.ONE, "C62", eur("1"), List.of(reason));
    }

    /** Each line of the canonical form comes from its own field: no two of these documents have one hash. */
    @Test
    void changesWithEachField() {
        Set<String> hashes = new HashSet<>();
        List<Invoice> documents = documents().toList();
        documents.forEach(document -> hashes.add(document.contentHash()));
        assertThat(hashes).hasSameSizeAs(documents);
        for (int i = 0; i < documents.size(); i++) {
            for (int j = 0; j < documents.size(); j++) {
                assertThat(documents.get(i).equals(documents.get(j)))
                        .as("%s and %s", i, j)
                        .isEqualTo(i == j);
            }
        }
    }

    private static Stream<Invoice> documents() {
        InvoiceDraft draft = Documents.draft().build();
        InvoiceLine line = Documents.line();
        InvoiceLine other = line("2", "0.50", "19");
        return Stream.of(
                draft.issue("R-7", "2026-04-01"),
                draft.issue("R-8", "2026-04-01"),
                draft.issue("R-7", "2026-04-02"),
                Documents.draft()
                        .requirements(InvoicingRequirements.none())
                        .build()
                        .issue("R-7", "2026-04-01"),
                Documents.draft()
                        .requirements(draft.requirements().withPurchaseOrder("PO-2"))
                        .build()
                        .issue("R-7", "2026-04-01"),
                Documents.draft()
                        .requirements(draft.requirements().withBuyerReference("2"))
                        .build()
                        .issue("R-7", "2026-04-01"),
                Documents.draft()
                        .requirements(draft.requirements().withFormat("CII"))
                        .build()
                        .issue("R-7", "2026-04-01"),
                Documents.draft()
                        .requirements(draft.requirements().deliveredBy(InvoicingRequirements.Channel.EMAIL, "A-7"))
                        .build()
                        .issue("R-7", "2026-04-01"),
                Documents.draft()
                        .requirements(draft.requirements().deliveredBy(InvoicingRequirements.Channel.PEPPOL, "A-8"))
                        .build()
                        .issue("R-7", "2026-04-01"),
                with(other),
                with(other.identified("9")),
                with(other.identified("8")),
                with(other.noted("n")),
                with(other.noted("n\n")),
                with(other.noted("n\\n")),
                with(other.ordered("o")),
                with(other.bookedAt("o")),
                with(other.about(Documents.ITEM)),
                with(other.about(Documents.ITEM.with("colour", "blue"))),
                with(other.about(Documents.ITEM.classifiedAs(Identifier.of("1", "STI")))),
                with(other.withStatus(InvoiceLine.Status.INFORMATION)),
                with(other.within("1")),
                with(other.during(ServicePeriod.of("2026-03-01", "2026-03-02"))),
                with(line("3", "0.50", "19")),
                with(InvoiceLine.priced("y", new BigDecimal("2"), "C62", UnitPrice.of(eur("0.50")), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19"))),
                with(InvoiceLine.priced("x", new BigDecimal("2"), "H87", UnitPrice.of(eur("0.50")), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19"))),
                with(InvoiceLine.priced(
                                "x",
                                new BigDecimal("2"),
                                "C62",
                                UnitPrice.of(eur("1")).per(new BigDecimal("2")),
                                Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19"))),
                with(InvoiceLine.priced(
                                "x",
                                new BigDecimal("2"),
                                "C62",
                                UnitPrice.of(eur("0.60")).less(eur("0.10")),
                                Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19"))),
                with(other.with(AllowanceCharge.allowance(BigDecimal.TEN, eur("1"), Rounding.halfUp(2)))),
                with(other.with(AllowanceCharge.allowance(BigDecimal.ONE, eur("10"), Rounding.halfUp(2)))),
                with(line("2", "0.51", "19")),
                with(line("2", "0.50", "7")),
                with(other.taxed(TaxTreatment.zeroRated())),
                with(other.taxed(TaxTreatment.exempt("because"))),
                with(other.taxed(TaxTreatment.exempt("therefore"))),
                with(other.with(AllowanceCharge.allowance(eur("0.10")))),
                with(other.with(AllowanceCharge.charge(eur("0.10")))),
                with(other.with(AllowanceCharge.charge(eur("0.10")).because("b"))),
                with(other.with(AllowanceCharge.charge(eur("0.10")).withReasonCode("b"))),
                with(line.identified("2")),
                with(billed(Explanation.of("k", "{0}", "20"))),
                with(billed(Explanation.of("k", "{0}", "21"))),
                with(billed(Explanation.of("k", "{0}!", "20"))),
                with(billed(Explanation.of("l", "{0}", "20"))),
                with(billed(Explanation.of("k", "{0}", "20").within("w"))),
                Documents.draft().prepaid(Prepayment.of(eur("1"))).build().issue("R-7", "2026-04-01"),
                Documents.draft().rounding(eur("0.01")).build().issue("R-7", "2026-04-01"),
                changed(draft.toBuilder().type(InvoiceType.CORRECTED)),
                changed(draft.toBuilder().paymentTerms(PaymentTerms.net(30))),
                changed(draft.toBuilder().period(ServicePeriod.of("2026-03-02", "2026-04-01"))),
                changed(draft.toBuilder()
                        .parties(DocumentParties.of(Documents.SELLER, Documents.BUYER.tradingAs("Other")))),
                changed(draft.toBuilder().delivery(Delivery.on(LocalDate.of(2026, 3, 6)))),
                changed(draft.toBuilder().paymentInstruction(PaymentInstruction.by("10"))),
                changed(draft.toBuilder().references(Documents.REFERENCES.toProject("P-2"))),
                changed(draft.toBuilder().taxPoint(TaxPoint.at(TaxPoint.Event.DELIVERY))),
                changed(draft.toBuilder().retention(new RetentionClass("DE invoice", 9, true))),
                changed(draft.toBuilder().note(InvoiceNote.of("again"))),
                changed(draft.toBuilder().correction(Correction.of(CorrectionReason.ERROR))),
                changed(draft.toBuilder().correction(Correction.of(CorrectionReason.RETURN))),
                changed(draft.toBuilder()
                        .correction(Correction.of(CorrectionReason.RETURN).because("broken"))),
                changed(draft.toBuilder()
                        .taxCurrency(TaxCurrency.of(
                                Monetary.getCurrency("DKK"),
                                new BigDecimal("7.46"),
                                LocalDate.of(2026, 3, 31),
                                "ECB"))),
                Documents.draft()
                        .allowanceCharge(AllowanceCharge.charge(eur("1")).taxed(TaxTreatment.standard("19")))
                        .build()
                        .issue("R-7", "2026-04-01"));
    }

    private static Invoice changed(InvoiceDraft.Builder draft) {
        return draft.build().issue("R-7", "2026-04-01");
    }

    /** URIs of one host in other letters are equal as URIs, but other texts, with another hash. */
    @Test
    void documentsAtOtherAddressesAreOthers() {
        SupportingDocument small = SupportingDocument.of("S").at(URI.create("http://example.com/a"));
        SupportingDocument large = SupportingDocument.of("S").at(URI.create("http://EXAMPLE.com/a"));
        assertThat(small)
                .isNotEqualTo(large)
                .isEqualTo(SupportingDocument.of("S").at(URI.create("http://example.com/a")));
        assertThat(at(small)).isNotEqualTo(at(large));
        assertThat(at(small).contentHash()).isNotEqualTo(at(large).contentHash());
    }

    private static Invoice at(SupportingDocument document) {
        return Documents.draft()
                .references(DocumentReferences.none().with(document))
                .build()
                .issue("R-7", "2026-04-01");
    }
}
