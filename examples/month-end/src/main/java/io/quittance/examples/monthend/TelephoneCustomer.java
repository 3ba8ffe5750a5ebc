package io.quittance.examples.monthend;

import io.quittance.core.id.CustomerId;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.verification.BilledCharge;
import java.util.List;

/** One row of the telephone data: what a customer used, and what the publisher charged for it. */
record TelephoneCustomer(CustomerId customer, List<UsageEvent> usage, List<BilledCharge> published) {}
