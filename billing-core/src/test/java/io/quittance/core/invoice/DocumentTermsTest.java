package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Masked;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What documents say in the terms of EN 16931, and which rules they break. */
class DocumentTermsTest {

    /** Each term that a document can say, by hand from the standard's list of terms. */
    @Test
    void saysAllOfIt() {
        assertThat(said(Documents.invoice().terms()))
                .containsExactlyInAnyOrder(
                        "BT-1=R-7",
                        "BT-2=2026-04-01",
                        "BT-3=380",
                        "BT-5=EUR",
                        "BT-6=DKK",
                        "BT-7=2026-03-31",
                        "BT-9=2026-05-01",
                        "BT-10=04011000-1",
                        "BT-11=P-1",
                        "BT-12=C-1",
                        "BT-13=PO-1",
                        "BT-14=S-1",
                        "BT-15=RA-1",
                        "BT-16=DN-1",
                        "BT-17=T-1",
                        "BT-18=M-1 ABC",
                        "BT-19=4400",
                        "BT-20=net 30 days, 2% within 10 days",
                        "BG-1/BT-21=AAI",
                        "BG-1/BT-22=thank you",
                        "BG-2/BT-24=urn:cen.eu:en16931:2017",
                        "BG-3/BT-25=R-0",
                        "BG-3/BT-26=2026-02-28",
                        "BG-4/BT-27=Beispiel GmbH",
                        "BG-4/BT-28=Beispiel",
                        "BG-4/BT-29=4000001000005 0088",
                        "BG-4/BT-30=HRB 1",
                        "BG-4/BT-31=DE123456789",
                        "BG-4/BT-32=12/345/67890",
                        "BG-4/BT-33=Capital 25,000 EUR",
                        "BG-4/BT-34=seller@example.com EM",
                        "BG-4/BG-5/BT-35=Lindenweg 5",
                        "BG-4/BG-5/BT-36=Hof 2",
                        "BG-4/BG-5/BT-162=Tor 3",
                        "BG-4/BG-5/BT-37=Berlin",
                        "BG-4/BG-5/BT-38=10115",
                        "BG-4/BG-5/BT-39=BE",
                        "BG-4/BG-5/BT-40=DE",
                        "BG-4/BG-6/BT-41=Erika",
                        "BG-4/BG-6/BT-42=+49 30 1",
                        "BG-4/BG-6/BT-43=erika@example.com",
                        "BG-7/BT-44=Muster AG",
                        "BG-7/BT-45=Muster",
                        "BG-7/BT-46=K-7",
                        "BG-7/BT-47=HRB 2",
                        "BG-7/BT-48=DE987654321",
                        "BG-7/BT-49=buyer@example.com EM",
                        "BG-7/BG-8/BT-52=Bonn",
                        "BG-7/BG-8/BT-55=DE",
                        "BG-7/BG-9/BT-56=Max",
                        "BG-10/BT-59=Factor AG",
                        "BG-10/BT-60=F-1",
                        "BG-10/BT-61=HRB 3",
                        "BG-11/BT-62=Fiscal AG",
                        "BG-11/BT-63=DE5",
                        "BG-11/BG-12/BT-69=DE",
                        "BG-13/BT-70=Werk 2",
                        "BG-13/BT-71=L-1",
                        "BG-13/BT-72=2026-03-05",
                        "BG-13/BG-15/BT-80=DE",
                        "BG-14/BT-73=2026-03-01",
                        "BG-14/BT-74=2026-03-31",
                        // R7RF00 in digits is 277271500, which leaves 7 by 97; 98 - 7 = 91
                        "BG-16/BT-81=58",
                        "BG-16/BT-83=RF91R7",
                        "BG-16/BG-17/BT-84=DE02120300000000202051",
                        "BG-16/BG-17/BT-85=Beispiel GmbH",
                        "BG-16/BG-17/BT-86=BYLADEM1001",
                        "BG-20/BT-92=2.00 EUR",
                        "BG-20/BT-95=S",
                        "BG-20/BT-96=19",
                        "BG-20/BT-97=rounding",
                        "BG-20/BT-98=95",
                        "BG-21/BT-99=20.00 EUR",
                        "BG-21/BT-102=S",
                        "BG-21/BT-103=19",
                        "BG-21/BT-104=freight",
                        "BG-22/BT-106=82.00 EUR",
                        "BG-22/BT-107=2.00 EUR",
                        "BG-22/BT-108=20.00 EUR",
                        "BG-22/BT-109=100.00 EUR",
                        "BG-22/BT-110=19.00 EUR",
                        "BG-22/BT-111=141.74 DKK",
                        "BG-22/BT-112=119.00 EUR",
                        "BG-22/BT-113=19.00 EUR",
                        "BG-22/BT-115=100.00 EUR",
                        "BG-23/BT-116=100.00 EUR",
                        "BG-23/BT-117=19.00 EUR",
                        "BG-23/BT-118=S",
                        "BG-23/BT-119=19",
                        "BG-24/BT-122=TS-3",
                        "BG-24/BT-123=timesheet",
                        "BG-24/BT-124=https://example.com/ts-3",
                        "BG-24/BT-125=YSxi",
                        "BG-24/BT-125-1=text/csv",
                        "BG-24/BT-125-2=ts-3.csv",
                        "BG-25/BT-126=1",
                        "BG-25/BT-127=as agreed",
                        "BG-25/BT-129=2",
                        "BG-25/BT-130=HUR",
                        "BG-25/BT-131=82.00 EUR",
                        "BG-25/BT-132=10",
                        "BG-25/BT-133=4401",
                        "BG-25/BG-26/BT-134=2026-03-01",
                        "BG-25/BG-26/BT-135=2026-03-31",
                        "BG-25/BG-27/BT-136=9.00 EUR",
                        "BG-25/BG-27/BT-137=90.00 EUR",
                        "BG-25/BG-27/BT-138=10",
                        "BG-25/BG-27/BT-139=loyalty",
                        "BG-25/BG-28/BT-141=1.00 EUR",
                        "BG-25/BG-28/BT-144=travel",
                        "BG-25/BG-28/BT-145=FC",
                        "BG-25/BG-29/BT-146=45",
                        "BG-25/BG-29/BT-147=5",
                        "BG-25/BG-29/BT-148=50",
                        "BG-25/BG-30/BT-151=S",
                        "BG-25/BG-30/BT-152=19",
                        "BG-25/BG-31/BT-153=Work",
                        "BG-25/BG-31/BT-154=by the hour",
                        "BG-25/BG-31/BT-155=SKU-7",
                        "BG-25/BG-31/BT-156=B-7",
                        "BG-25/BG-31/BT-157=4012345678901 0160",
                        "BG-25/BG-31/BT-158=43 STI",
                        "BG-25/BG-31/BT-159=DE",
                        "BG-25/BG-31/BG-32/BT-160=colour",
                        "BG-25/BG-31/BG-32/BT-161=red");
    }

    private static List<String> said(BusinessGroup group) {
        var said = new ArrayList<String>();
        for (String term : group.terms()) {
            group.values(term)
                    .forEach(value -> said.add(term + "=" + value.text()
                            + value.qualifier().map(code -> " " + code).orElse("")));
        }
        for (String id : group.groupIds()) {
            group.groups(id).forEach(inner -> said(inner).forEach(text -> said.add(id + "/" + text)));
        }
        return said;
    }

    @Test
    void aCompleteDocumentKeepsAllRules() {
        assertThat(Documents.invoice().check()).isEmpty();
        assertThat(Documents.draft().build().check()).isEmpty();
        assertThat(Documents.invoice().check(RuleSet.PEPPOL_BIS3))
                .extracting(RuleViolation::rule)
                .containsExactly("PEPPOL-EN16931-R001", "PEPPOL-EN16931-R004");
    }

    /** Neither parties nor tax: what is missing is named; number and date of a draft are not. */
    @Test
    void namesWhatIsMissing() {
        InvoiceDraft bare = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Goods", BigDecimal.ONE, "C62", eur("10"), Rounding.halfUp(2)))
                .build();
        assertThat(bare.check())
                .extracting(violation -> violation.rule() + " " + violation.path())
                .containsExactly(
                        "BR-06 BT-27",
                        "BR-07 BT-44",
                        "BR-08 BG-5",
                        "BR-10 BG-8",
                        "BR-CO-04 BG-25[1]/BT-151",
                        "BR-CO-18 BG-23");
        assertThat(bare.issue("R-1", "2026-01-01").check()).hasSameSizeAs(bare.check());
    }

    /** What is off a line is shown without tax too; the price is that of all of the quantity, which is exact. */
    @Test
    void sharesAnAllowanceOfAPriceWithTax() {
        // 119.00 less 11.90, tax in it: 107.10 / 1.19 = 90.00; 11.90 × 90 / 107.10 = 10.00
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .parties(DocumentParties.of(Documents.SELLER, Documents.BUYER))
                .pricesIncludeTax()
                .line(InvoiceLine.priced("Goods", new BigDecimal("7"), "C62", eur("17"), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19"))
                        .with(AllowanceCharge.allowance(eur("11.90")).because("loyalty")))
                .build();
        assertThat(said(draft.terms()))
                .contains(
                        "BG-25/BT-129=7",
                        "BG-25/BT-131=90.00 EUR",
                        "BG-25/BG-27/BT-136=10.00 EUR",
                        "BG-25/BG-29/BT-146=100",
                        "BG-25/BG-29/BT-149=7",
                        "BG-25/BG-29/BT-150=C62",
                        "BG-22/BT-115=107.10 EUR");
        assertThat(draft.check()).isEmpty();
    }

    /** EN 16931: a percentage is one of the base that is stated with it, and of prices with tax neither is without tax. */
    @Test
    void aPercentageOfAPriceWithTaxIsLeftOut() {
        // 119.00 less 10 %, 11.90; of 107.10 the document takes 10 % off, 10.71: 96.39, of which 81.00 are without tax
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .pricesIncludeTax()
                .line(InvoiceLine.priced("Goods", BigDecimal.ONE, "C62", eur("119"), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19"))
                        .with(AllowanceCharge.allowance(BigDecimal.TEN, eur("119"), Rounding.halfUp(2))))
                .allowanceCharge(AllowanceCharge.allowance(BigDecimal.TEN, eur("107.10"), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19")))
                .build();
        assertThat(said(draft.terms()))
                .contains("BG-25/BG-27/BT-136=10.00 EUR", "BG-20/BT-92=9.00 EUR", "BG-22/BT-109=81.00 EUR")
                .noneMatch(said -> said.contains("BT-137") || said.contains("BT-138"))
                .noneMatch(said -> said.contains("BT-93") || said.contains("BT-94="));
    }

    /** A price with tax that is all taken off is nothing without it; a line of no pieces has a price, and no quantity for it. */
    @Test
    void linesOfNothingHaveTheirTermsToo() {
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .pricesIncludeTax()
                .line(InvoiceLine.priced("Goods", BigDecimal.ONE, "C62", eur("11.90"), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19"))
                        .with(AllowanceCharge.allowance(eur("11.90")).because("free")))
                .line(InvoiceLine.priced("None", BigDecimal.ZERO, "C62", eur("5"), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19")))
                .build();
        List<BusinessGroup> lines = draft.terms().groups("BG-25");
        assertThat(said(lines.get(0)))
                .contains("BT-131=0.00 EUR", "BG-27/BT-136=11.90 EUR", "BG-29/BT-146=11.9", "BG-29/BT-149=1");
        assertThat(said(lines.get(1)))
                .contains("BT-129=0", "BG-29/BT-146=0")
                .noneMatch(said -> said.contains("BT-149") || said.contains("BT-150"));
    }

    /** 1500 at 12.50 per 1000; what is off a line is stated as it is, also where it is finer than EN 16931 has it (BR-DEC-24). */
    @Test
    void aPriceOfSeveralUnitsSaysOfHowMany() {
        InvoiceLine calls = InvoiceLine.priced(
                        "Calls",
                        new BigDecimal("1500"),
                        "C62",
                        UnitPrice.of(eur("12.50")).per("1000"),
                        Rounding.halfUp(2))
                .with(AllowanceCharge.allowance(eur("0.005")))
                .with(AllowanceCharge.allowance(eur("0.005")));
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(calls)
                .build();
        assertThat(said(draft.terms()))
                .contains(
                        "BG-25/BT-131=18.74 EUR",
                        "BG-25/BG-29/BT-146=12.5",
                        "BG-25/BG-29/BT-149=1000",
                        "BG-25/BG-29/BT-150=C62",
                        "BG-25/BG-27/BT-136=0.005 EUR");
        assertThat(draft.check()).extracting(RuleViolation::rule).contains("BR-DEC-24");
    }

    /** BT-120 and BT-121: why no tax is due, in words or as a code. */
    @Test
    void saysWhyNothingIsTaxed() {
        InvoiceLine goods = InvoiceLine.priced("Goods", BigDecimal.ONE, "C62", eur("10"), Rounding.halfUp(2));
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(goods.taxed(TaxTreatment.exempt("training")))
                .line(goods.taxed(TaxTreatment.reverseCharge()))
                .build();
        assertThat(said(draft.terms())).contains("BG-23/BT-120=training", "BG-23/BT-121=VATEX-EU-AE");
    }

    /** A due date says all of net 30, but not of two instalments (BT-20). */
    @Test
    void saysPaymentTermsWhereADueDateIsNotEnough() {
        PaymentTerms halves = PaymentTerms.inInstalments(
                List.of(Instalment.percent("50", DueDateRule.days(10)), Instalment.rest(DueDateRule.days(30))));
        assertThat(Documents.draft().paymentTerms(halves).build().terms().text("BT-20"))
                .contains(halves.toString());
        assertThat(Documents.draft()
                        .paymentTerms(PaymentTerms.net(30))
                        .build()
                        .terms()
                        .text("BT-20"))
                .isEmpty();
    }

    /** What does not count is not in a document of the standard. */
    @Test
    void leavesOutWhatDoesNotCount() {
        InvoiceLine group = InvoiceLine.priced("Group", BigDecimal.ONE, "C62", eur("0"), Rounding.halfUp(2))
                .identified("g")
                .withStatus(InvoiceLine.Status.GROUP);
        InvoiceDraft draft = Documents.draft()
                .line(group)
                .line(Documents.line().identified("2").within("g"))
                .build();
        assertThat(draft.terms().groups("BG-25"))
                .extracting(line -> line.text("BT-126").orElseThrow())
                .containsExactly("1", "2");
    }

    /** Whatever is sold at whatever rates, with or without tax in the prices, totals and groups are right to the cent. */
    @Property
    void whatIsAddedUpHereKeepsEveryRuleOfAmounts(
            @ForAll List<@LongRange(min = -100_000, max = 500_000) Long> prices,
            @ForAll @IntRange(min = 1, max = 30) int quantity,
            @ForAll @LongRange(min = 0, max = 5_000) long off,
            @ForAll boolean withTax) {
        var builder = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .parties(DocumentParties.of(Documents.SELLER, Documents.BUYER))
                .line(Documents.line());
        if (withTax) {
            builder.pricesIncludeTax();
        }
        List<TaxTreatment> rates =
                List.of(TaxTreatment.standard("19"), TaxTreatment.standard("7"), TaxTreatment.zeroRated());
        for (int i = 0; i < prices.size(); i++) {
            long price = prices.get(i);
            BigDecimal pieces = BigDecimal.valueOf(price < 0 ? -quantity : quantity, 1);
            builder.line(InvoiceLine.priced(
                            "line",
                            pieces,
                            "C62",
                            eur(BigDecimal.valueOf(Math.abs(price), 3).toPlainString()),
                            Rounding.halfUp(2))
                    .taxed(rates.get(i % 3))
                    .with(AllowanceCharge.allowance(
                                    eur(BigDecimal.valueOf(off, 2).toPlainString()))
                            .because("off")));
        }
        Invoice invoice = builder.build().issue("R-1", "2026-01-01");
        assertThat(invoice.check()).isEmpty();
        assertThat(invoice.check(RuleSet.PEPPOL_BIS3))
                .extracting(RuleViolation::rule)
                .doesNotContain("PEPPOL-EN16931-R120", "PEPPOL-EN16931-R046", "PEPPOL-EN16931-R121");
    }

    @Test
    void paysInCashOrByDebitOrCard() {
        InvoiceDraft debit = Documents.draft()
                .paymentInstruction(
                        PaymentInstruction.directDebit(new DirectDebit("M-1", "DE98ZZZ", Masked.of("DE02"))))
                .build();
        assertThat(said(debit.terms()))
                .contains(
                        "BG-16/BT-81=59",
                        "BG-16/BG-19/BT-89=M-1",
                        "BG-16/BG-19/BT-90=DE98ZZZ",
                        "BG-16/BG-19/BT-91=DE02");
        InvoiceDraft card = Documents.draft()
                .paymentInstruction(
                        PaymentInstruction.card(PaymentCard.ending("1111").heldBy("Max")))
                .taxPoint(TaxPoint.at(TaxPoint.Event.PAYMENT))
                .period(ServicePeriod.of("2026-03-01", "2026-03-02"))
                .build();
        assertThat(said(card.terms()))
                .contains("BG-16/BT-81=48", "BG-16/BG-18/BT-87=1111", "BG-16/BG-18/BT-88=Max", "BT-8=432")
                .contains("BG-14/BT-74=2026-03-01");
    }
}
