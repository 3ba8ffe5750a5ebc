package io.quittance.einvoice;

import java.math.BigDecimal;

/** A line of a CII document. */
final class CiiLine {
    private CiiLine() {}

    static void write(Part line) {
        line.in("ram:IncludedSupplyChainTradeLineItem", () -> {
            line.in("ram:AssociatedDocumentLineDocument", () -> {
                line.text("ram:LineID", "BT-126");
                line.in("ram:IncludedNote", () -> line.text("ram:Content", "BT-127"));
            });
            line.in("ram:SpecifiedTradeProduct", "BG-31", CiiLine::product);
            line.in("ram:SpecifiedLineTradeAgreement", () -> {
                line.in("ram:BuyerOrderReferencedDocument", () -> line.text("ram:LineID", "BT-132"));
                line.each("BG-29", CiiLine::prices);
            });
            line.in(
                    "ram:SpecifiedLineTradeDelivery",
                    () -> line.number(
                            "ram:BilledQuantity",
                            "BT-129",
                            "unitCode",
                            line.group().text("BT-130").orElse("")));
            line.in("ram:SpecifiedLineTradeSettlement", () -> settlement(line));
        });
    }

    private static void product(Part item) {
        item.id("ram:GlobalID", "BT-157", "schemeID");
        item.text("ram:SellerAssignedID", "BT-155");
        item.text("ram:BuyerAssignedID", "BT-156");
        item.text("ram:Name", "BT-153");
        item.text("ram:Description", "BT-154");
        item.each(
                "BG-32",
                attribute -> attribute.in("ram:ApplicableProductCharacteristic", () -> {
                    attribute.text("ram:Description", "BT-160");
                    attribute.text("ram:Value", "BT-161");
                }));
        item.group()
                .values("BT-158")
                .forEach(code ->
                        item.in("ram:DesignatedProductClassification", () -> item.id("ram:ClassCode", code, "listID")));
        item.in("ram:OriginTradeCountry", () -> item.text("ram:ID", "BT-159"));
    }

    private static void prices(Part price) {
        PriceDiscount.of(price.group())
                .ifPresent(discount -> price.in("ram:GrossPriceProductTradePrice", () -> {
                    price.number("ram:ChargeAmount", "BT-148");
                    base(price);
                    discount(price, discount);
                }));
        price.in("ram:NetPriceProductTradePrice", () -> {
            price.number("ram:ChargeAmount", "BT-146");
            base(price);
        });
    }

    private static void discount(Part price, BigDecimal discount) {
        price.in("ram:AppliedTradeAllowanceCharge", () -> {
            CiiAmounts.indicator(price, false);
            price.put("ram:ActualAmount", discount.toPlainString());
        });
    }

    private static void base(Part price) {
        price.number(
                "ram:BasisQuantity",
                "BT-149",
                "unitCode",
                price.group().text("BT-150").orElse(""));
    }

    private static void settlement(Part line) {
        line.each("BG-30", tax -> CiiTax.category("ram:ApplicableTradeTax", tax, "BT-151", "BT-152"));
        line.in("ram:BillingSpecifiedPeriod", "BG-26", period -> CiiDates.period(period, "BT-134", "BT-135"));
        line.each("BG-27", part -> CiiAmounts.write(AmountTerms.LINE_ALLOWANCE, part));
        line.each("BG-28", part -> CiiAmounts.write(AmountTerms.LINE_CHARGE, part));
        line.in(
                "ram:SpecifiedTradeSettlementLineMonetarySummation",
                () -> line.number("ram:LineTotalAmount", "BT-131"));
        CiiAgreement.object(line, "BT-128");
        line.in("ram:ReceivableSpecifiedTradeAccountingAccount", () -> line.text("ram:ID", "BT-133"));
    }
}
