package io.quittance.testkit.revenue;

import io.quittance.core.revenue.PointInTime;
import io.quittance.core.revenue.RecognitionRule;

class PointInTimeOnDeliveryTest implements RecognitionRuleContract {
    @Override
    public RecognitionRule rule() {
        return PointInTime.onDelivery();
    }
}
