package io.quittance.examples.monthend;

import io.quittance.core.billing.BillRun;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.verification.InvoicedLine;
import io.quittance.core.verification.VerificationReport;
import java.util.List;

/**
 * One row of the telephone data: what a customer used, and what the publisher charged for it; and what both come to under
 * the terms, so that a row that cannot be billed is rejected where it is read.
 */
record TelephoneCustomer(
        CustomerId customer,
        ContractHistory contract,
        List<UsageEvent> usage,
        List<InvoicedLine> published,
        BillRun run,
        VerificationReport verification) {

    /** The only document of the run. */
    InvoiceDraft draft() {
        return run.documents().get(0);
    }
}
