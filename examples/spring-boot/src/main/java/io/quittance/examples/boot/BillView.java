package io.quittance.examples.boot;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.InvoiceJson;
import java.util.List;
import tools.jackson.databind.util.RawValue;

/**
 * What was billed.
 *
 * @param documents as {@code invoice.schema.json} has them: each line says how its amount came about
 * @param findings what could not be billed, and why
 */
record BillView(List<RawValue> documents, List<Finding> findings) {

    /** As {@link BillingFinding}, with its reason in words. */
    record Finding(String code, String path, ServicePeriod period, String reason) {}

    static BillView of(List<Invoice> documents, List<BillingFinding> findings) {
        return new BillView(
                documents.stream().map(InvoiceJson::write).map(RawValue::new).toList(),
                findings.stream()
                        .map(found -> new Finding(
                                found.code().name(),
                                found.path(),
                                found.period(),
                                found.reason().text()))
                        .toList());
    }
}
