package io.quittance.testkit.revenue;

import io.quittance.core.revenue.RecognitionRule;
import io.quittance.core.revenue.RightToInvoice;

class RightToInvoiceTest implements RecognitionRuleContract {
    @Override
    public RecognitionRule rule() {
        return new RightToInvoice();
    }
}
