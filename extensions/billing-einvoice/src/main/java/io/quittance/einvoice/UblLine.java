package io.quittance.einvoice;

import java.util.Optional;

/** A line of a UBL document. */
final class UblLine {
    private UblLine() {}

    static void write(Part line, boolean credit) {
        String unit = line.group().text("BT-130").orElse("");
        line.in(credit ? "cac:CreditNoteLine" : "cac:InvoiceLine", () -> {
            line.text("cbc:ID", "BT-126");
            line.text("cbc:Note", "BT-127");
            line.number(credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", "BT-129", "unitCode", unit);
            line.amount("cbc:LineExtensionAmount", "BT-131");
            line.text("cbc:AccountingCost", "BT-133");
            line.in("cac:InvoicePeriod", "BG-26", period -> {
                period.text("cbc:StartDate", "BT-134");
                period.text("cbc:EndDate", "BT-135");
            });
            line.in("cac:OrderLineReference", () -> line.text("cbc:LineID", "BT-132"));
            UblReferences.object(line, "cac:DocumentReference", "BT-128");
            line.each("BG-27", part -> UblAmounts.write(AmountTerms.LINE_ALLOWANCE, part));
            line.each("BG-28", part -> UblAmounts.write(AmountTerms.LINE_CHARGE, part));
            line.in("cac:Item", () -> item(line));
            line.in("cac:Price", "BG-29", UblLine::price);
        });
    }

    private static void item(Part line) {
        line.each("BG-31", item -> {
            item.text("cbc:Description", "BT-154");
            item.text("cbc:Name", "BT-153");
            item.in("cac:BuyersItemIdentification", () -> item.text("cbc:ID", "BT-156"));
            item.in("cac:SellersItemIdentification", () -> item.text("cbc:ID", "BT-155"));
            item.in("cac:StandardItemIdentification", () -> item.id("cbc:ID", "BT-157", "schemeID"));
            item.in("cac:OriginCountry", () -> item.text("cbc:IdentificationCode", "BT-159"));
            item.group()
                    .values("BT-158")
                    .forEach(code -> item.in(
                            "cac:CommodityClassification",
                            () -> item.id("cbc:ItemClassificationCode", code, "listID")));
        });
        line.each(
                "BG-30",
                tax -> UblAmounts.category("cac:ClassifiedTaxCategory", tax, "BT-151", "BT-152", Optional.empty()));
        line.each(
                "BG-31",
                item -> item.each(
                        "BG-32",
                        attribute -> attribute.in("cac:AdditionalItemProperty", () -> {
                            attribute.text("cbc:Name", "BT-160");
                            attribute.text("cbc:Value", "BT-161");
                        })));
    }

    private static void price(Part price) {
        price.group().number("BT-146").ifPresent(net -> price.money("cbc:PriceAmount", net));
        price.number(
                "cbc:BaseQuantity",
                "BT-149",
                "unitCode",
                price.group().text("BT-150").orElse(""));
        PriceDiscount.of(price.group())
                .ifPresent(discount -> price.in("cac:AllowanceCharge", () -> {
                    price.put("cbc:ChargeIndicator", "false");
                    price.money("cbc:Amount", discount);
                    price.group().number("BT-148").ifPresent(gross -> price.money("cbc:BaseAmount", gross));
                }));
    }
}
