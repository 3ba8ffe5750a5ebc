package io.quittance.json;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BilledLine;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.Escalation;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.InvoicingRequirements.Channel;
import io.quittance.core.contract.InvoicingRequirements.Credits;
import io.quittance.core.contract.InvoicingRequirements.Grouping;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.Phase;
import io.quittance.core.contract.Renewal;
import io.quittance.core.explain.Explanation;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.Masked;
import io.quittance.core.id.SellerId;
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
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.Blocks;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.Dynamic;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedBlocks;
import io.quittance.core.pricing.GraduatedPercentage;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.Matrix;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PackageRounding;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.Percentage;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.pricing.TierBound;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.TierRate;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.pricing.TimeBuckets.Bucket;
import io.quittance.core.pricing.TimeWindow;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.BusinessDayConvention;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.Percentile;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.UniqueCount;
import io.quittance.core.usage.UnitConversion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** What the documents of version 1 in {@code src/test/resources/version-1} say; together they use every field. */
final class FrozenDocuments {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final ServicePeriod SECOND_HALF = ServicePeriod.of("2026-01-16", "2026-02-01");

    private FrozenDocuments() {}

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    /** Charges of every kind, with all that may be agreed of charges and of all of them. */
    static ContractTerms terms() {
        return ContractTerms.builder()
                .currency("EUR")
                .zone("Europe/Berlin")
                .charge(Charge.oneOff("setup", FlatFee.of("500"))
                        .on("2026-02-15")
                        .quantity("2"))
                .charge(recurring())
                .charge(Charge.recurring("hosting", FlatFee.of("80"))
                        .phases(Phase.trial("P14D"), Phase.rampUp("P3M", "25"), Phase.discount("P1Y", "20"))
                        .escalated(Escalation.fixed(
                                dec("-2.5"),
                                Schedule.lastDayOfMonth(Period.ofMonths(6), YearMonth.of(2026, 2)),
                                LocalDate.of(2028, 1, 1))))
                .charge(usage())
                .charge(Charge.timeAndMaterials("work", "hours", TimeAndMaterials.of("consultant", "150")))
                .charge(Charge.resale("laptops", "delivered", CostPlus.markup("25"))
                        .billed(BillingCycle.monthly().fromLastDayOf(YearMonth.of(2026, 2))))
                .charge(Charge.milestones("project", "reached", Milestones.of("design", "20000")))
                .charge(Charge.completion("building", "percent", Completion.of("120000")))
                .conventions(Conventions.standard()
                        .withTierBound(TierBound.EXCLUSIVE)
                        .withDiscountSpread(DiscountSpread.EXACT)
                        .withProration(DayCount.THIRTY_DAY_MONTHS)
                        .withMinimumProration(new ElapsedTime(ZoneId.of("Europe/Berlin"))))
                .discount(Discount.percent("launch", "20").on(List.of(ChargeId.of("seats"))))
                .maximum(SpendMaximum.of("100000"))
                .minimum(SpendMinimum.of("10"))
                .commitment(TermCommitment.of("12000")
                        .perPeriod("100")
                        .overageFactor("1.5")
                        .carryingOver())
                .lineRounding(Rounding.of(2, RoundingMode.HALF_EVEN))
                .invoicing(InvoicingRequirements.none()
                        .withPurchaseOrder("PO-4711")
                        .withBuyerReference("04011000-12345-34")
                        .groupedBy(Grouping.CHARGE_GROUP)
                        .withCredits(Credits.APART)
                        .withMinimum("25")
                        .deliveredBy(Channel.PEPPOL, "0088:4012345000009")
                        .withFormat("UBL"))
                .paymentTerms(PaymentTerms.inInstalments(List.of(
                                Instalment.percent(dec("30"), DueDateRule.days(10)),
                                Instalment.amount(dec("100"), DueDateRule.daysThenDayOfMonth(5, 15)),
                                Instalment.rest(DueDateRule.lastDayOfMonth(1))))
                        .discount(EarlyPaymentDiscount.of("2", 7).on(EarlyPaymentDiscount.Base.NET))
                        .onBusinessDays(BusinessDayConvention.FOLLOWING))
                .billed(BillingCycle.quarterly())
                .build();
    }

    private static Charge recurring() {
        return Charge.recurring("seats", PerUnit.of("10"))
                .quantity("25")
                .named("Seats")
                .unit("C62")
                .discount(Discount.amount("voucher", "10"))
                .maximum("400")
                .commitment(Commitment.ofAmount("100").overageFactor("2").withTrueUp(true))
                .minimum("50")
                .neverDecreasing()
                .billed(BillingCycle.monthly().inAdvance().from("2026-01-31"))
                .prorated(StubRule.CHARGE_WHOLE)
                .from("2026-03-01")
                .until("2028-03-01")
                .ancillary("PO-4712", "list price of 2026")
                .inGroup("north")
                .repriced("2027-01-01", PerUnit.of("11"))
                .escalated(Escalation.indexed("CPI-U", "2025-10", "P1Y", "2027-01-01")
                        .lagged(3)
                        .atLeast("0")
                        .atMost("3")
                        .rounded(Rounding.halfUp(4)));
    }

    private static Charge usage() {
        Meter meter = Meter.of("calls", Percentile.of("95", PercentileMethod.INCLUSIVE))
                .where("region", "eu");
        return Charge.usage("calls", meter, PerUnit.of("0.045"))
                .converted(UnitConversion.divideBy("60")
                        .withIncrements(Increments.of("60", "6"))
                        .withRounding(Rounding.of(0, RoundingMode.UP)))
                .free("100");
    }

    /** Every charge model, with all of its fields. */
    static ContractTerms models() {
        Tiers tiers = Tiers.of(
                List.of(new Tiers.Tier(
                        dec("10"), TierPrice.of("3").withFlatFee("1").withCap("20"))),
                TierPrice.of("2"));
        Blocks blocks = Blocks.of(
                List.of(new Blocks.Tier(dec("2"), new BlockPrice(dec("10"), dec("5")))),
                new BlockPrice(dec("20"), dec("8")));
        ChargeModel price = PerUnit.of("0.10");
        var terms = ContractTerms.builder().currency("JPY").zone("Asia/Tokyo").paymentTerms(PaymentTerms.net(30));
        List<ChargeModel> all = List.of(
                price,
                GraduatedTiers.of(tiers),
                FlatFee.of("99"),
                VolumeTiers.of(tiers),
                StairStep.of(List.of(new StairStep.Tier(dec("10"), dec("5"))), dec("9")),
                PackagePrice.of("100", "5").withFreeUnits(dec("50")).withRounding(PackageRounding.DOWN),
                GraduatedBlocks.of(blocks),
                VolumeBlocks.of(blocks),
                GraduatedPercentage.of(
                        List.of(new GraduatedPercentage.Tier(dec("1000"), new TierRate(dec("3"), dec("1")))),
                        new TierRate(dec("2"), dec("0"))),
                ProratedGraduated.of(tiers),
                ProratedVolume.of(tiers),
                Percentage.of(dec("2.9"))
                        .withFixedFee(dec("0.30"))
                        .withFreeEvents(10)
                        .withFreeAmount(dec("100"))
                        .withFloor(dec("0.50"))
                        .withCap(dec("20")),
                CostPlus.margin("20"),
                Dynamic.times(dec("1.2")),
                TimeBuckets.of(Bucket.DAY, price).withAggregation(new UniqueCount("user")),
                TimeWindows.of(
                                List.of(TimeWindow.of("night", LocalTime.of(22, 0), LocalTime.of(6, 0), price)
                                        .on(Set.of(DayOfWeek.MONDAY))),
                                price)
                        .withAggregation(new SumOfIncrements(Increments.of("60", "6"))),
                Matrix.of(List.of("region", "size"), Map.of(List.of("eu", "large"), dec("3")))
                        .otherwise(dec("4")),
                DimensionPrices.of(List.of(DimensionPrice.of("far", price).where("region", Set.of("apac"))), price)
                        .withAggregation(new Maximum()),
                TimeAndMaterials.of(Map.of("consultant", dec("150")))
                        .withRoleDimension("role")
                        .withOvertime("overtime", Map.of("night", dec("1.5")))
                        .withIncrement(dec("0.25"))
                        .withNotToExceed(dec("9000")),
                Milestones.of("design", "20000").then("go-live", "80000"),
                Completion.of("120000"));
        for (int i = 0; i < all.size(); i++) {
            terms.charge(Charge.usage("model-" + i, meter(all.get(i)), all.get(i)));
        }
        return terms.charge(Charge.usage(
                        ChargeId.of("capacity"),
                        List.of(Meter.sum("gb"), Meter.sum("users")),
                        Capacity.of(
                                Capacity.Tier.of("10").withLimit("gb", "5").withLimit("users", "3"),
                                Capacity.Tier.of("20"))))
                .build();
    }

    /** The meter that takes of events what the model does. */
    private static Meter meter(ChargeModel model) {
        if (model instanceof TimeWindows windows) {
            return Meter.of("m", windows.aggregation());
        }
        return model instanceof DimensionPrices ? Meter.of("m", new Maximum()) : Meter.sum("m");
    }

    /** Terms with only what must be given. */
    static ContractTerms least() {
        return ContractTerms.builder()
                .currency("USD")
                .zone("America/New_York")
                .charge(Charge.usage("night", "night-minutes", PerUnit.of("0.045")))
                .paymentTerms(PaymentTerms.net(30))
                .build();
    }

    static Contract contract() {
        return Contract.of(
                        ContractId.of("C-1"),
                        CustomerId.of("ACME"),
                        ServicePeriod.of("2026-01-01", "2027-01-01"),
                        terms())
                .soldBy(SellerId.of("DE01"))
                .renewed(Renewal.of("P1Y", "P3M").atMost(2));
    }

    static ContractHistory history() {
        return ContractHistory.of(contract(), Instant.parse("2025-12-01T09:00:00Z"))
                .amended(Amendment.terms(
                        "A-1", LocalDate.of(2026, 4, 1), Instant.parse("2026-03-01T09:00:00.5Z"), terms()))
                .amended(Amendment.end("A-2", LocalDate.of(2026, 10, 1), Instant.parse("2026-03-02T09:00:00Z")))
                .amended(Amendment.pause(
                        "A-3", ServicePeriod.of("2026-05-01", "2026-05-10"), Instant.parse("2026-03-03T09:00:00Z")))
                .amended(Amendment.withdrawal("A-4", "A-2", Instant.parse("2026-03-04T09:00:00.000000001Z")));
    }

    static BilledPeriod period() {
        return BilledPeriod.of(
                "P1M calendar",
                300,
                JANUARY,
                true,
                List.of(
                        BilledLine.of(ChargeId.of("seats"), "signed", JANUARY, Amount.of("499", "EUR")),
                        BilledLine.of(ChargeId.of("seats"), "A-1", SECOND_HALF, Amount.of("-257.55", "EUR"))
                                .credited(Amount.of("10", "EUR"))
                                .revision(2)),
                BilledBefore.nothing().discount("voucher", Fraction.of(1, 3)),
                BilledBefore.nothing()
                        .charge("seats", Amount.of("241.45", "EUR"))
                        .prepaid(Amount.of("30", "EUR"))
                        .discount("voucher", Fraction.of(10))
                        .commitment(new TermCommitment.Progress(
                                Fraction.of(100), Fraction.of(dec("99.5")), Fraction.of(2, 7))));
    }

    static BillingMark mark() {
        return new BillingMark(
                LocalDate.of(2026, 3, 1),
                2,
                LocalDate.of(2027, 1, 1),
                new TreeMap<>(Map.of("P1M calendar", new BillingMark.Reached(300, 302, 301))),
                List.of(new BillLine(
                        "q1:1234",
                        BillLine.Kind.CREDIT,
                        ContractId.of("C-1"),
                        ChargeId.of("seats"),
                        "signed",
                        JANUARY,
                        SECOND_HALF,
                        "Seats",
                        Fraction.of(-400, 31),
                        "C62",
                        Amount.of("-129.03", "EUR"),
                        List.of(Explanation.of("charge.per-unit", "{0} = {1}", "16/31 × 25 × 10", "4000/31")
                                .within("night")),
                        "PO-4711",
                        "north",
                        List.of())));
    }

    /** The same period and mark with the treatments of their lines. */
    static BilledPeriod taxedPeriod() {
        BilledPeriod period = period();
        return BilledPeriod.of(
                period.cycle(),
                period.number(),
                period.period(),
                period.isClosed(),
                List.of(
                        period.lines().get(0).taxed(List.of(TaxTreatment.standard("19"))),
                        period.lines()
                                .get(1)
                                .taxed(List.of(
                                        TaxTreatment.standard("4").in("US-NY"),
                                        TaxTreatment.outsideScope().in("US-NYC").because("not taxed there")))),
                period.before(),
                period.after());
    }

    static BillingMark taxedMark() {
        BillingMark mark = mark();
        BillLine line = mark.waiting().get(0);
        var taxed = new BillLine(
                line.id(),
                line.kind(),
                line.contract(),
                line.charge(),
                line.terms(),
                line.period(),
                line.days(),
                line.name(),
                line.quantity(),
                line.unit(),
                line.amount(),
                line.explanations(),
                line.order(),
                line.group(),
                List.of(TaxTreatment.exempt("insurance").withReasonCode("VATEX-EU-135-1A")));
        return new BillingMark(mark.date(), mark.amendments(), mark.termEnd(), mark.cycles(), List.of(taxed));
    }

    static List<Step> steps() {
        return List.of(Step.after(
                        Fraction.ZERO,
                        "units",
                        Fraction.of(159),
                        Expression.of(dec("159"))
                                .times(Expression.of(dec("0.045")))
                                .plus(Expression.of(dec("0.30")))
                                .rounded(Rounding.halfUp(2)),
                        "charge.per-unit",
                        "{1} = {2}, {0}",
                        "minutes")
                .within("night"));
    }

    private static final Party SELLER = Party.named("Beispiel GmbH")
            .tradingAs("Beispiel")
            .identifiedBy(Identifier.of("4000001000005", "0088"))
            .registeredAs(Identifier.of("HRB 1"))
            .withVatId("DE123456789")
            .withTaxRegistrationId("12/345/67890")
            .withLegalInformation("Capital 25,000 EUR")
            .reachedAt(Identifier.of("seller@example.com", "EM"))
            .at(PostalAddress.in("DE")
                    .withLines("Lindenweg 5")
                    .withCity("Berlin")
                    .withPostCode("10115")
                    .withSubdivision("BE"))
            .withContact(Contact.of("Office").withTelephone("+49 30 1").withEmail("office@example.com"));

    private static final DocumentReferences REFERENCES = DocumentReferences.none()
            .toProject("P-1")
            .toContract("C-1")
            .toSalesOrder("S-1")
            .toReceivingAdvice("RA-1")
            .toDeliveryNote("DN-1")
            .toTender("T-1")
            .toObject(Identifier.of("M-1"))
            .bookedAt("4400")
            .with(new PrecedingInvoice(InvoiceNumber.of("R-0"), LocalDate.of(2025, 12, 31)))
            .with(SupportingDocument.of("TS-1", "timesheet")
                    .at(URI.create("https://example.com/ts-1"))
                    .attached("text/csv", "ts-1.csv", new byte[] {97, 44, 98}));

    private static final InvoicedItem ITEM = InvoicedItem.plain()
            .describedAs("two metres")
            .withSellerId("SKU-7")
            .withBuyerId("B-7")
            .withStandardId(Identifier.of("4012345678901", "0160"))
            .classifiedAs(Identifier.of("43", "STI"))
            .withOrigin("DE")
            .with("colour", "red");

    static Invoice invoice() {
        CurrencyUnit eur = Monetary.getCurrency("EUR");
        Rounding cents = Rounding.halfUp(2);
        TaxTreatment state = TaxTreatment.standard("19").in("DE");
        return InvoiceDraft.builder(CustomerId.of("ACME"), eur)
                .period(JANUARY)
                .requirements(InvoicingRequirements.none()
                        .withPurchaseOrder("PO-4711")
                        .withBuyerReference("04011000-1")
                        .groupedBy(Grouping.CHARGE_GROUP)
                        .withCredits(Credits.APART)
                        .withMinimum("25")
                        .deliveredBy(InvoicingRequirements.Channel.PEPPOL, "A-7")
                        .withFormat("UBL"))
                .paymentTerms(PaymentTerms.inInstalments(List.of(
                                Instalment.percent("70", DueDateRule.days(10)), Instalment.rest(DueDateRule.days(30))))
                        .discount("2", 5))
                .parties(DocumentParties.of(SELLER, Party.named("Muster AG"))
                        .payableTo(Party.named("Factor AG"))
                        .representedBy(Party.named("Fiscal AG")))
                .delivery(Delivery.on(LocalDate.of(2026, 1, 5))
                        .receivedBy("Works")
                        .atLocation(Identifier.of("L-1"))
                        .at(PostalAddress.in("DE")))
                .paymentInstruction(PaymentInstruction.sepaTransfer(CreditTransfer.toIban("DE02120300000000202051")
                                .heldBy("Beispiel GmbH")
                                .at("BYLADEM1001"))
                        .referencedBy(StructuredReference.Scheme.CREDITOR))
                .references(REFERENCES)
                .taxPoint(TaxPoint.on(LocalDate.of(2026, 1, 31)))
                .note(new InvoiceNote("thank you", "AAI"))
                .retention(new RetentionClass("DE invoice", 8, true))
                .line(InvoiceLine.billed("Package", Fraction.ZERO, "C62", Amount.zero(eur), List.of())
                        .identified("package")
                        .withStatus(InvoiceLine.Status.GROUP))
                .line(InvoiceLine.billed(
                                "Seats",
                                Fraction.of(25),
                                "C62",
                                Amount.of("250", eur),
                                List.of(Explanation.of("charge.per-unit", "{0} × {1} = {2}", "25", "10", "250")
                                        .within("night")))
                        .identified("q1:1234")
                        .within("package")
                        .during(JANUARY)
                        .ordered("PO-4712")
                        .taxed(state))
                .line(InvoiceLine.priced(
                                "Cable",
                                dec("2"),
                                "C62",
                                UnitPrice.of(Amount.of("5", eur)).less(Amount.of("0.5", eur)),
                                cents)
                        .about(ITEM)
                        .noted("as agreed")
                        .bookedAt("4400")
                        .with(AllowanceCharge.allowance(dec("10"), Amount.of("9", eur), cents)
                                .because("loyalty")
                                .withReasonCode("95"))
                        .taxed(TaxTreatment.exempt("insurance").withReasonCode("VATEX-EU-135-1A")))
                .allowanceCharge(AllowanceCharge.charge(Amount.of("4", eur)).taxed(state))
                .taxCurrency(TaxCurrency.of(Monetary.getCurrency("USD"), dec("1.08"), LocalDate.of(2026, 1, 30), "ECB"))
                .prepaid(Prepayment.of(Amount.of("60", eur), InvoiceNumber.of("A-1")))
                .build()
                .issue("R-1", "2026-02-01");
    }

    /** One that the seller takes from the account of the buyer. */
    static Invoice debited() {
        return small(PaymentInstruction.directDebit(new DirectDebit("M-1", "DE98ZZZ", Masked.of("DE02"))), "R-4");
    }

    /** One that was paid by card. */
    static Invoice paidByCard() {
        return small(PaymentInstruction.card(PaymentCard.ending("1111").heldBy("Muster AG")), "R-5");
    }

    private static Invoice small(PaymentInstruction instruction, String number) {
        return InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(0))
                .paymentInstruction(instruction)
                .taxPoint(TaxPoint.at(TaxPoint.Event.PAYMENT))
                .taxPolicy(new TaxPerLine(Rounding.of(2, RoundingMode.HALF_EVEN)))
                .rounding(Amount.of("0.01", "EUR"))
                .cashRounding(CashRounding.to("0.05"))
                .line(InvoiceLine.billed("Fee", Fraction.ONE, "C62", Amount.of("1", "EUR"), List.of()))
                .build()
                .issue(number, "2026-02-01");
    }

    /** A third of 119.00 with 19 % within, and of what is off the document. */
    static Invoice creditNote() {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30))
                .pricesIncludeTax()
                .line(InvoiceLine.billed("Set", Fraction.of(3), "H87", Amount.of("119", "EUR"), List.of())
                        .taxed(TaxTreatment.standard("19")))
                .allowanceCharge(
                        AllowanceCharge.allowance(Amount.of("11.90", "EUR")).taxed(TaxTreatment.standard("19")))
                .build()
                .issue("R-3", "2026-02-01");
        return Creditable.of(invoice)
                .credit(Correction.of(CorrectionReason.CONTRACT_CHANGE).because("one too many"))
                .quantity(0, dec("1"))
                .draft()
                .issue("G-1", "2026-02-03");
    }

    static Allocation allocation() {
        Payment payment = Payment.of(
                PaymentId.of("P-1"), CustomerId.of("ACME"), LocalDate.of(2026, 3, 1), Amount.of("300", "EUR"));
        return Allocation.of(payment, List.of(OpenItem.of(Receivable.of(invoice()))), new OldestDueFirst());
    }

    /** 100.00 as the payer names it, and 150.00 more because it is undisputed. */
    static Allocation composedAllocation() {
        Payment payment = Payment.of(
                        PaymentId.of("P-2"), CustomerId.of("ACME"), LocalDate.of(2026, 3, 1), Amount.of("300", "EUR"))
                .naming(Remittance.of(ReceivableId.of("R-1"), Amount.of("100", "EUR")));
        var strategy = new AsRemitted().then(new OldestDueFirst().where("undisputed", item -> !item.isDisputed()));
        return Allocation.of(payment, List.of(OpenItem.of(Receivable.of(invoice()))), strategy);
    }
}
