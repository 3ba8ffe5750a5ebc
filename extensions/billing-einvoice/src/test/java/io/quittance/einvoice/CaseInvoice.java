package io.quittance.einvoice;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.CreditTransfer;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.invoice.TaxPoint;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import tools.jackson.databind.JsonNode;

/** A case as an issued document of this library. Names, addresses, dates and reasons are made up; which there are is not. */
final class CaseInvoice {
    private static final LocalDate ISSUED = LocalDate.parse("2026-03-31");
    private static final int RATE_PLACES = 18;

    private final JsonNode input;
    private final CurrencyUnit currency;

    private CaseInvoice(JsonNode input) {
        this.input = input;
        currency = Monetary.getCurrency(input.get("currency").asString());
    }

    /**
     * The document.
     *
     * @param preceding to how many invoices it refers
     */
    static Invoice of(ConformanceCase one, int preceding) {
        return new CaseInvoice(one.input()).invoice(one, preceding);
    }

    private Invoice invoice(ConformanceCase one, int preceding) {
        var builder = InvoiceDraft.builder(new CustomerId("buyer"), currency)
                .type(new InvoiceType(input.get("type_code").asString()))
                .paymentTerms(has("payment_terms") ? PaymentTerms.net(30).discount("2", 10) : PaymentTerms.net(30))
                .requirements(InvoicingRequirements.none().withBuyerReference("B-77"))
                .parties(parties())
                .references(references(preceding))
                .paymentInstruction(PaymentInstruction.transfer(CreditTransfer.toIban("DE02 1203 0000 0000 2020 51")));
        for (JsonNode line : input.get("lines")) {
            builder.line(line(line));
        }
        allowanceCharges(input).forEach(builder::allowanceCharge);
        if (input.hasNonNull("prepaid")) {
            builder.prepaid(Prepayment.of(amount(input, "prepaid")));
        }
        if (input.hasNonNull("rounding")) {
            builder.rounding(amount(input, "rounding"));
        }
        String taxCurrency = input.path("tax_currency").asString("");
        if (!taxCurrency.isEmpty() && !taxCurrency.equals(currency.getCurrencyCode())) {
            builder.taxCurrency(taxCurrency(one));
        }
        if (has("invoice_period")) {
            builder.period(ServicePeriod.of("2026-03-01", "2026-04-01"));
        }
        if (has("tax_point_date")) {
            builder.taxPoint(TaxPoint.on(ISSUED));
        }
        if (has("delivery_date") || has("deliver_to_country")) {
            builder.delivery(delivery());
        }
        return builder.build().issue("R-2026-0007", ISSUED.toString());
    }

    private boolean has(String fact) {
        return input.path("presence").path(fact).asBoolean(false);
    }

    private DocumentReferences references(int preceding) {
        DocumentReferences references = DocumentReferences.none();
        for (int i = 0; i < preceding; i++) {
            references = references.with(PrecedingInvoice.of("R-2025-000" + i));
        }
        return references;
    }

    private Delivery delivery() {
        Delivery delivery =
                has("delivery_date") ? Delivery.on(LocalDate.parse("2026-03-05")) : Delivery.to(address("AT"));
        return has("deliver_to_country") ? delivery.at(address("AT")) : delivery;
    }

    /** Split payment is for Italy, and German rules want a rate that what is outside the scope of the tax does not have. */
    private String country() {
        return uses("B") ? "IT" : uses("O") ? "AT" : "DE";
    }

    private boolean uses(String category) {
        for (JsonNode line : input.get("lines")) {
            if (line.path("vat_category").asString("").equals(category)) {
                return true;
            }
        }
        return false;
    }

    /** Outside the scope of the tax nobody has a number for it (BR-O-02). */
    private boolean hasVat(String fact) {
        return has(fact) && !uses("O");
    }

    private DocumentParties parties() {
        String country = country();
        Party seller = Party.named("Muster & Söhne GmbH")
                .at(address(country).withLines("Lindenweg 5"))
                .withContact(
                        Contact.of("Frau Muster").withTelephone("+49 30 123456").withEmail("rechnung@example.com"))
                .reachedAt(Identifier.of("4000001000005", "0088"));
        seller = hasVat("seller_vat_id") ? seller.withVatId(country + "123456789") : seller;
        seller = has("seller_tax_registration_id") ? seller.withTaxRegistrationId("12/345/67890") : seller;
        seller = has("seller_legal_id") ? seller.registeredAs(Identifier.of("HRB 4711")) : seller;
        seller = has("seller_party_id") ? seller.identifiedBy(Identifier.of("4000001000005", "0088")) : seller;
        Party buyer = Party.named("Beispiel AG").at(address(country)).reachedAt(Identifier.of("4000001000005", "0088"));
        buyer = hasVat("buyer_vat_id") ? buyer.withVatId(country + "987654321") : buyer;
        buyer = has("buyer_legal_id") ? buyer.registeredAs(Identifier.of("HRB 815")) : buyer;
        DocumentParties parties = DocumentParties.of(seller, buyer);
        return hasVat("tax_representative_vat_id")
                ? parties.representedBy(
                        Party.named("Vertreter KG").at(address(country)).withVatId(country + "111111111"))
                : parties;
    }

    private static PostalAddress address(String country) {
        return PostalAddress.in(country).withCity("Musterstadt").withPostCode("10115");
    }

    private TaxCurrency taxCurrency(ConformanceCase one) {
        BigDecimal tax = new BigDecimal(one.expected().path("tax_total").asString("0"));
        BigDecimal other = new BigDecimal(input.path("tax_total_accounting").asString("0"));
        BigDecimal rate = tax.signum() == 0 || other.signum() == 0
                ? BigDecimal.ONE
                : other.divide(tax, RATE_PLACES, RoundingMode.HALF_UP);
        return TaxCurrency.of(Monetary.getCurrency(input.get("tax_currency").asString()), rate, ISSUED, "made up");
    }

    private InvoiceLine line(JsonNode node) {
        InvoiceLine line = InvoiceLine.priced(
                        "item of line " + node.get("id").asString(),
                        new BigDecimal(node.path("quantity").asString("1")),
                        node.path("unit").asString("C62"),
                        price(node),
                        Rounding.toMinorUnit(currency))
                .identified(node.get("id").asString())
                .taxed(treatments(node))
                .withStatus(InvoiceLine.Status.valueOf(node.path("line_status").asString("DETAIL")));
        for (AllowanceCharge allowanceCharge : allowanceCharges(node)) {
            line = line.with(allowanceCharge);
        }
        return node.hasNonNull("parent_line")
                ? line.within(node.get("parent_line").asString())
                : line;
    }

    /** The net price counts; the gross price and its discount are said where they lead to it. */
    private UnitPrice price(JsonNode node) {
        Amount net = Amount.of(new BigDecimal(node.path("net_price").asString("0")), currency);
        UnitPrice price = UnitPrice.of(net);
        JsonNode discount = node.path("price_discount");
        if (node.hasNonNull("gross_price") && discount.isString()) {
            UnitPrice other = UnitPrice.of(amount(node, "gross_price")).less(amount(node, "price_discount"));
            price = other.net().equals(net) ? other : price;
        }
        return price.per(new BigDecimal(node.path("base_quantity").asString("1")));
    }

    private List<AllowanceCharge> allowanceCharges(JsonNode node) {
        var all = new ArrayList<AllowanceCharge>();
        for (JsonNode allowance : node.path("allowances")) {
            all.add(complete(allowance, AllowanceCharge.Kind.ALLOWANCE));
        }
        for (JsonNode charge : node.path("charges")) {
            all.add(complete(charge, AllowanceCharge.Kind.CHARGE));
        }
        return all;
    }

    private AllowanceCharge complete(JsonNode node, AllowanceCharge.Kind kind) {
        AllowanceCharge one =
                part(node, kind).because("agreed").taxed(treatments(node).toArray(new TaxTreatment[0]));
        return node.hasNonNull("reason_code")
                        && !node.get("reason_code").asString().equals("LOGISTICS")
                ? one.withReasonCode(node.get("reason_code").asString())
                : one;
    }

    /** The amount counts; base and percentage are said where they lead to it. */
    private AllowanceCharge part(JsonNode node, AllowanceCharge.Kind kind) {
        boolean off = kind == AllowanceCharge.Kind.ALLOWANCE;
        Amount amount = amount(node, "amount");
        if (node.hasNonNull("base") && node.hasNonNull("percent")) {
            BigDecimal percent = new BigDecimal(node.get("percent").asString());
            Rounding rounding = Rounding.toMinorUnit(currency);
            Amount base = amount(node, "base");
            AllowanceCharge part = off
                    ? AllowanceCharge.allowance(percent, base, rounding)
                    : AllowanceCharge.charge(percent, base, rounding);
            if (part.amount().equals(amount)) {
                return part;
            }
        }
        return off ? AllowanceCharge.allowance(amount) : AllowanceCharge.charge(amount);
    }

    private static List<TaxTreatment> treatments(JsonNode node) {
        if (!node.hasNonNull("vat_category")) {
            return List.of();
        }
        TaxRate rate = TaxRate.of(new BigDecimal(node.path("vat_rate").asString("0")));
        String category = node.get("vat_category").asString();
        return List.of(
                switch (category) {
                    case "O" -> TaxTreatment.outsideScope();
                    case "E" -> TaxTreatment.exempt("insurance, article 135 (1) a");
                    case "AE" -> TaxTreatment.reverseCharge();
                    case "K" -> TaxTreatment.intraCommunity();
                    case "G" -> TaxTreatment.export();
                    default -> TaxTreatment.of(new TaxCategory(category), rate);
                });
    }

    private Amount amount(JsonNode node, String field) {
        return Amount.of(new BigDecimal(node.get(field).asString()), currency);
    }
}
