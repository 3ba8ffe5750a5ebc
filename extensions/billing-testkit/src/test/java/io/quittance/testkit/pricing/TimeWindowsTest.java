package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.TimeWindow;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.testkit.pricing.ChargeModelContract.ByEvents;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;
import java.time.DayOfWeek;
import java.util.List;

class TimeWindowsTest implements ByEvents, Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        TimeWindow night = TimeWindow.of(
                        "night",
                        "22:00",
                        "06:00",
                        GraduatedTiers.upTo("100", TierPrice.of("0.10").withFlatFee("5"))
                                .then("0.05"))
                .on(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        return TimeWindows.of(
                List.of(
                        night,
                        TimeWindow.wholeDays("weekend", PerUnit.of("0.08"), DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                PerUnit.of("0.30"));
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(5);
    }
}
