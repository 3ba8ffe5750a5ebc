package io.quittance.conformance;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code invoice-rules}: whether a document keeps one rule. */
final class DocumentRuleAdapter implements Adapter {
    /** Terms of the whole document, by the names of the fields. */
    private static final Map<String, String> HEADER = Map.of(
            "type_code",
            "BT-3",
            "currency",
            "BT-5",
            "tax_currency",
            "BT-6",
            "tax_point_date",
            "BT-7",
            "kind",
            "syntax-kind");

    private static final Map<String, String> TOTALS = Map.of(
            "line_extension", "BT-106",
            "allowance_total", "BT-107",
            "charge_total", "BT-108",
            "tax_exclusive", "BT-109",
            "tax_total", "BT-110",
            "tax_total_accounting", "BT-111",
            "tax_inclusive", "BT-112",
            "prepaid", "BT-113",
            "rounding", "BT-114",
            "payable", "BT-115");

    private static final Map<String, String> TAX = Map.of(
            "vat_category", "BT-118",
            "vat_rate", "BT-119",
            "taxable", "BT-116",
            "tax", "BT-117",
            "exemption_code", "BT-121");

    private static final Map<String, String> ALLOWANCE = Map.of(
            "amount", "BT-92",
            "base", "BT-93",
            "percent", "BT-94",
            "vat_category", "BT-95",
            "vat_rate", "BT-96",
            "reason_code", "BT-98");

    private static final Map<String, String> CHARGE = Map.of(
            "amount", "BT-99",
            "base", "BT-100",
            "percent", "BT-101",
            "vat_category", "BT-102",
            "vat_rate", "BT-103",
            "reason_code", "BT-105");

    private static final Map<String, String> LINE_ALLOWANCE =
            Map.of("amount", "BT-136", "base", "BT-137", "percent", "BT-138", "reason_code", "BT-140");

    private static final Map<String, String> LINE_CHARGE =
            Map.of("amount", "BT-141", "base", "BT-142", "percent", "BT-143", "reason_code", "BT-145");

    private static final Map<String, String> LINE = Map.of("id", "BT-126", "quantity", "BT-129", "unit", "BT-130");

    private static final Map<String, String> PRICE =
            Map.of("net_price", "BT-146", "gross_price", "BT-148", "base_quantity", "BT-149");

    private static final Map<String, String> LINE_TAX = Map.of("vat_category", "BT-151", "vat_rate", "BT-152");

    private static final Map<String, String> PERIOD = Map.of("start", "BT-73", "end", "BT-74");

    private static final Map<String, String> LINE_PERIOD = Map.of("start", "BT-134", "end", "BT-135");

    private static final Map<String, String> SELLER = Map.of(
            "seller_party_id", "BT-29",
            "seller_legal_id", "BT-30",
            "seller_vat_id", "BT-31",
            "seller_tax_registration_id", "BT-32");

    private static final Map<String, String> BUYER = Map.of("buyer_vat_id", "BT-48", "buyer_legal_id", "BT-47");

    private static final Map<String, String> DATES = Map.of("due_date", "BT-9");

    private static final Map<String, String> REPRESENTATIVE = Map.of("tax_representative_vat_id", "BT-63");

    private static final Map<String, String> DELIVERY = Map.of("delivery_date", "BT-72");

    private static final Map<String, String> DELIVER_TO = Map.of("deliver_to_country", "BT-80");

    private static final Map<String, String> TAX_TOTAL = Map.of("subtotals", "tax-subtotals");

    private static final String DAY = "2026-01-01";

    @Override
    public Object answer(JsonNode input) {
        String rule = input.get("rule").asString();
        if (!RuleSet.PEPPOL_BIS3.ruleIds().contains(rule)) {
            return "not covered";
        }
        return RuleSet.PEPPOL_BIS3.check(document(input)).stream()
                        .anyMatch(violation -> violation.rule().equals(rule))
                ? "reject"
                : "accept";
    }

    private static BusinessGroup document(JsonNode input) {
        JsonNode stated = input.get("stated");
        JsonNode present = input.get("presence");
        var document = put(BusinessGroup.document(), HEADER, input);
        present(document, DATES, present, DAY);
        present(document, Map.of("payment_terms", "BT-20"), present, "present");
        put(document, Map.of("code", "BT-8"), input.path("invoice_period"));
        document.add(present(BusinessGroup.of("BG-4"), SELLER, present, "present"));
        document.add(present(BusinessGroup.of("BG-7"), BUYER, present, "present"));
        document.add(present(BusinessGroup.of("BG-11"), REPRESENTATIVE, present, "present"));
        var address = present(BusinessGroup.of("BG-15"), DELIVER_TO, present, "AT");
        document.add(present(BusinessGroup.of("BG-13"), DELIVERY, present, DAY).add(address));
        if (input.has("invoice_period")) {
            document.add(put(BusinessGroup.of("BG-14"), PERIOD, input.get("invoice_period")));
        }
        input.path("allowances").forEach(node -> document.add(put(BusinessGroup.of("BG-20"), ALLOWANCE, node)));
        input.path("charges").forEach(node -> document.add(put(BusinessGroup.of("BG-21"), CHARGE, node)));
        document.add(totals(input, stated));
        for (JsonNode total : input.path("tax_totals")) {
            var group = put(BusinessGroup.of("tax-total"), TAX_TOTAL, total);
            if (total.has("amount")) {
                group.put(
                        "tax-amount",
                        total.get("amount").asString(),
                        total.get("currency").asString());
            }
            document.add(group);
        }
        stated.path("tax_breakdown").forEach(node -> document.add(taxGroup(node)));
        for (int i = 0; i < input.path("lines").size(); i++) {
            document.add(line(input, i));
        }
        return document.build();
    }

    private static BusinessGroup.Builder totals(JsonNode input, JsonNode stated) {
        var totals = put(put(BusinessGroup.of("BG-22"), TOTALS, stated), TOTALS, input);
        for (JsonNode currency : input.path("amount_currencies")) {
            totals.put("BT-114", "0", currency.asString());
        }
        return totals;
    }

    private static BusinessGroup.Builder taxGroup(JsonNode node) {
        var group = put(BusinessGroup.of("BG-23"), TAX, node);
        return node.path("has_exemption_text").asBoolean() ? group.put("BT-120", "present") : group;
    }

    private static BusinessGroup.Builder line(JsonNode input, int at) {
        JsonNode node = input.get("lines").get(at);
        var line = put(BusinessGroup.of("BG-25"), LINE, node);
        JsonNode net = input.get("stated").path("line_net").path(at);
        if (!net.isNull()) {
            line.put("BT-131", net.asString());
        }
        JsonNode period = input.path("line_periods").path(at);
        if (!period.isMissingNode()) {
            line.add(put(BusinessGroup.of("BG-26"), LINE_PERIOD, period));
        }
        node.path("allowances").forEach(one -> line.add(put(BusinessGroup.of("BG-27"), LINE_ALLOWANCE, one)));
        node.path("charges").forEach(one -> line.add(put(BusinessGroup.of("BG-28"), LINE_CHARGE, one)));
        var price = put(BusinessGroup.of("BG-29"), PRICE, node);
        JsonNode discounts = node.path("price_discount");
        for (JsonNode discount : discounts.isArray() ? discounts : node.findValues("price_discount")) {
            price.put("BT-147", discount.asString());
        }
        JsonNode units = input.path("unit_vs_base_unit").path(at);
        if (units.isArray()) {
            price.put("BT-150", units.get(1).asString());
        }
        for (JsonNode charge : input.path("price_allowance_indicators")) {
            price.put("price-charge", charge.asString());
        }
        return line.add(price).add(put(BusinessGroup.of("BG-30"), LINE_TAX, node));
    }

    /** Puts what the fields say. */
    private static BusinessGroup.Builder put(BusinessGroup.Builder group, Map<String, String> terms, JsonNode node) {
        terms.forEach((field, term) -> {
            if (node.hasNonNull(field)) {
                group.put(term, node.get(field).asString());
            }
        });
        return group;
    }

    /** Puts something where the fields say that it is there. */
    private static BusinessGroup.Builder present(
            BusinessGroup.Builder group, Map<String, String> terms, JsonNode present, String something) {
        terms.forEach((field, term) -> {
            if (present.path(field).asBoolean()) {
                group.put(term, something);
            }
        });
        return group;
    }
}
