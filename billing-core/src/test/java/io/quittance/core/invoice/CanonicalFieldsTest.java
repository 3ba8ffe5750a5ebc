package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.Masked;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every field that a document can have is in its canonical form, by hand from what {@link Documents} is made of. */
class CanonicalFieldsTest {

    /** Reasons have their own tests, and their words change more often. */
    private static String withoutReasons(Invoice invoice) {
        return CanonicalForm.of(invoice)
                .lines()
                .filter(line -> !line.contains(".explanations"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** RF91 are the check digits of R7; 19.00 of tax at 7.46 are 141.74. */
    @Test
    void aFullDocument() {
        assertThat(withoutReasons(Documents.invoice()))
                .isEqualTo("""
                number=R-7
                type=380
                customer=K-7
                issueDate=2026-04-01
                dueDate=2026-05-01
                period.start=2026-03-01
                period.end=2026-04-01
                purchaseOrder=PO-1
                buyerReference=04011000-1
                currency=EUR
                pricesIncludeTax=false
                parties.seller.name=Beispiel GmbH
                parties.seller.tradingName=Beispiel
                parties.seller.ids=1
                parties.seller.ids[0].scheme=0088
                parties.seller.ids[0].value=4000001000005
                parties.seller.legalId.value=HRB 1
                parties.seller.vatId=DE123456789
                parties.seller.taxRegistrationId=12/345/67890
                parties.seller.legalInformation=Capital 25,000 EUR
                parties.seller.electronicAddress.scheme=EM
                parties.seller.electronicAddress.value=seller@example.com
                parties.seller.address.country=DE
                parties.seller.address.lines=3
                parties.seller.address.lines[0]=Lindenweg 5
                parties.seller.address.lines[1]=Hof 2
                parties.seller.address.lines[2]=Tor 3
                parties.seller.address.city=Berlin
                parties.seller.address.postCode=10115
                parties.seller.address.subdivision=BE
                parties.seller.contact.name=Erika
                parties.seller.contact.telephone=+49 30 1
                parties.seller.contact.email=erika@example.com
                parties.buyer.name=Muster AG
                parties.buyer.tradingName=Muster
                parties.buyer.ids=1
                parties.buyer.ids[0].value=K-7
                parties.buyer.legalId.value=HRB 2
                parties.buyer.vatId=DE987654321
                parties.buyer.electronicAddress.scheme=EM
                parties.buyer.electronicAddress.value=buyer@example.com
                parties.buyer.address.country=DE
                parties.buyer.address.city=Bonn
                parties.buyer.contact.name=Max
                parties.payee.name=Factor AG
                parties.payee.ids=1
                parties.payee.ids[0].value=F-1
                parties.payee.legalId.value=HRB 3
                parties.taxRepresentative.name=Fiscal AG
                parties.taxRepresentative.vatId=DE5
                parties.taxRepresentative.address.country=DE
                delivery.date=2026-03-05
                delivery.name=Werk 2
                delivery.location.value=L-1
                delivery.address.country=DE
                payment.means=58
                payment.reference=RF91R7
                payment.transfers=1
                payment.transfers[0].account=DE02120300000000202051
                payment.transfers[0].name=Beispiel GmbH
                payment.transfers[0].provider=BYLADEM1001
                references.project=P-1
                references.contract=C-1
                references.salesOrder=S-1
                references.receivingAdvice=RA-1
                references.deliveryNote=DN-1
                references.tender=T-1
                references.object.scheme=ABC
                references.object.value=M-1
                references.accounting=4400
                references.preceding=1
                references.preceding[0].number=R-0
                references.preceding[0].issueDate=2026-02-28
                references.supporting=1
                references.supporting[0].id=TS-3
                references.supporting[0].description=timesheet
                references.supporting[0].location=https://example.com/ts-3
                references.supporting[0].mediaType=text/csv
                references.supporting[0].fileName=ts-3.csv
                references.supporting[0].content=YSxi
                taxPoint.date=2026-03-31
                notes=1
                notes[0].subject=AAI
                notes[0].text=thank you
                lines=1
                lines[0].id=1
                lines[0].name=Work
                lines[0].item.description=by the hour
                lines[0].item.sellerId=SKU-7
                lines[0].item.buyerId=B-7
                lines[0].item.standardId.scheme=0160
                lines[0].item.standardId.value=4012345678901
                lines[0].item.classifications=1
                lines[0].item.classifications[0].scheme=STI
                lines[0].item.classifications[0].value=43
                lines[0].item.origin=DE
                lines[0].item.attributes=1
                lines[0].item.attributes[0].name=colour
                lines[0].item.attributes[0].value=red
                lines[0].note=as agreed
                lines[0].quantity=2
                lines[0].unit=HUR
                lines[0].price.net=45
                lines[0].price.baseQuantity=1
                lines[0].price.discount=5
                lines[0].allowanceCharges=2
                lines[0].allowanceCharges[0].kind=allowance
                lines[0].allowanceCharges[0].amount=9
                lines[0].allowanceCharges[0].base=90
                lines[0].allowanceCharges[0].percent=10
                lines[0].allowanceCharges[0].reason=loyalty
                lines[0].allowanceCharges[1].kind=charge
                lines[0].allowanceCharges[1].amount=1
                lines[0].allowanceCharges[1].reason=travel
                lines[0].allowanceCharges[1].reasonCode=FC
                lines[0].netAmount=82
                lines[0].taxes=1
                lines[0].taxes[0].category=S
                lines[0].taxes[0].rate=19
                lines[0].period.start=2026-03-01
                lines[0].period.end=2026-04-01
                lines[0].orderReference=10
                lines[0].accounting=4401
                allowanceCharges=2
                allowanceCharges[0].kind=allowance
                allowanceCharges[0].amount=2
                allowanceCharges[0].reason=rounding
                allowanceCharges[0].reasonCode=95
                allowanceCharges[0].taxes=1
                allowanceCharges[0].taxes[0].category=S
                allowanceCharges[0].taxes[0].rate=19
                allowanceCharges[1].kind=charge
                allowanceCharges[1].amount=20
                allowanceCharges[1].reason=freight
                allowanceCharges[1].taxes=1
                allowanceCharges[1].taxes[0].category=S
                allowanceCharges[1].taxes[0].rate=19
                taxes=1
                taxes[0].treatment.category=S
                taxes[0].treatment.rate=19
                taxes[0].taxable=100
                taxes[0].tax=19
                taxCurrency.currency=DKK
                taxCurrency.rate=7.46
                taxCurrency.rateDate=2026-03-30
                taxCurrency.source=ECB
                taxCurrency.tax=141.74
                prepayments=1
                prepayments[0].amount=19
                totals.lines=82
                totals.allowances=2
                totals.charges=20
                totals.withoutTax=100
                totals.tax=19
                totals.withTax=119
                totals.prepaid=19
                totals.rounding=0
                totals.due=100
                dispatch.channel=peppol
                dispatch.address=A-7
                dispatch.format=UBL
                retention.name=DE invoice
                retention.lastDay=2034-12-31
                paymentTerms=%s
                convention=0.1
                """.formatted(PaymentTerms.net(30).discount("2", 10)));
    }

    private static InvoiceLine line(String quantity, String price, TaxTreatment... taxes) {
        return InvoiceLine.priced("Goods", new BigDecimal(quantity), "C62", eur(price), Rounding.halfUp(2))
                .taxed(taxes);
    }

    private static InvoiceDraft.Builder draft(InvoiceLine... lines) {
        var builder = InvoiceDraft.builder(CustomerId.of("K-7"), Documents.EUR).paymentTerms(PaymentTerms.net(30));
        List.of(lines).forEach(builder::line);
        return builder;
    }

    private static String field(Invoice invoice, String name) {
        return withoutReasons(invoice)
                .lines()
                .filter(line -> line.startsWith(name))
                .collect(Collectors.joining(" "));
    }

    /** Of 3 at 47.60 with 19 % in it, one: 40.00 of 120.00 net; of 11.90 off, a third: 3.97, and 3.34 of 10.00 net. */
    @Test
    void aCreditNote() {
        Invoice invoice = draft(line("3", "47.60", TaxTreatment.standard("19")))
                .allowanceCharge(AllowanceCharge.allowance(eur("11.90")).taxed(TaxTreatment.standard("19")))
                .pricesIncludeTax()
                .build()
                .issue("R-1", "2026-01-31");
        Invoice note = Creditable.of(invoice)
                .credit(Correction.of(CorrectionReason.CONTRACT_CHANGE).because("fewer"))
                .quantity(0, BigDecimal.ONE)
                .draft()
                .issue("G-1", "2026-02-01");
        assertThat(field(note, "correction")).isEqualTo("correction.reason=contract-change correction.words=fewer");
        assertThat(field(note, "credited"))
                .isEqualTo("credited.invoice.number=R-1 credited.invoice.issueDate=2026-01-31 credited.lines=1"
                        + " credited.lines[0].index=0 credited.lines[0].share=1/3 credited.lines[0].quantity=1"
                        + " credited.allowanceCharges=1 credited.allowanceCharges[0].index=0 credited.netAmounts=2"
                        + " credited.netAmounts[0]=40.00 credited.netAmounts[1]=-3.34");
        assertThat(field(note, "references.preceding"))
                .isEqualTo("references.preceding=1 references.preceding[0].number=R-1"
                        + " references.preceding[0].issueDate=2026-01-31");
        Invoice whole = Creditable.of(draft(line("3", "10")).build().issue("R-2", "2026-01-31"))
                .whole(Correction.of(CorrectionReason.ERROR))
                .issue("G-2", "2026-02-01");
        assertThat(field(whole, "correction")).isEqualTo("correction.reason=error");
        assertThat(field(whole, "credited"))
                .isEqualTo("credited.invoice.number=R-2 credited.invoice.issueDate=2026-01-31 credited.lines=1"
                        + " credited.lines[0].index=0 credited.lines[0].share=1 credited.lines[0].quantity=3");
    }

    @Test
    void otherMeansOfPayment() {
        var debit = new DirectDebit("M-1", "DE98ZZZ09999999999", Masked.of("DE02120300000000202051"));
        assertThat(field(
                        draft(line("1", "10"))
                                .paymentInstruction(PaymentInstruction.directDebit(debit))
                                .build()
                                .issue("R-1", "2026-01-31"),
                        "payment."))
                .isEqualTo("payment.means=59 payment.debit.mandate=M-1 payment.debit.creditorId=DE98ZZZ09999999999"
                        + " payment.debit.account=DE02120300000000202051");
        assertThat(field(
                        draft(line("1", "10"))
                                .paymentInstruction(PaymentInstruction.card(
                                                PaymentCard.ending("1234").heldBy("Erika"))
                                        .referencedBy("free"))
                                .build()
                                .issue("R-1", "2026-01-31"),
                        "payment."))
                .isEqualTo(
                        "payment.means=48 payment.reference=free payment.card.lastDigits=1234 payment.card.holder=Erika");
    }

    /** What is exempt for two reasons, and lines that do not count. */
    @Test
    void reasonsAndStates() {
        Invoice invoice = draft(
                        line("1", "10", TaxTreatment.exempt("a")),
                        line("1", "20", TaxTreatment.exempt("b")),
                        line("1", "0")
                                .withStatus(InvoiceLine.Status.INFORMATION)
                                .within("g"),
                        line("1", "0").identified("g").withStatus(InvoiceLine.Status.GROUP))
                .taxPoint(TaxPoint.at(TaxPoint.Event.PAYMENT))
                .prepaid(Prepayment.of(eur("1"), InvoiceNumber.of("A-1")))
                .build()
                .issue("R-1", "2026-01-31");
        assertThat(field(invoice, "taxes[0].reasons"))
                .isEqualTo("taxes[0].reasons=2 taxes[0].reasons[0]=a taxes[0].reasons[1]=b");
        assertThat(field(invoice, "taxPoint")).isEqualTo("taxPoint.event=payment");
        assertThat(field(invoice, "prepayments[0]")).isEqualTo("prepayments[0].amount=1 prepayments[0].invoice=A-1");
        assertThat(field(invoice, "lines[2].status")).isEqualTo("lines[2].status=information");
        assertThat(field(invoice, "lines[2].parent")).isEqualTo("lines[2].parent=g");
        assertThat(field(invoice, "lines[0].taxes[0].reason")).isEqualTo("lines[0].taxes[0].reason=a");
    }
}
