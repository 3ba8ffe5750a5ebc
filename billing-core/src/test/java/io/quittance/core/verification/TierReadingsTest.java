package io.quittance.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.VolumeTiers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1.00 for each of the first 100, 0.50 for the others. */
class TierReadingsTest {
    private static final Tiers TIERS =
            GraduatedTiers.upTo("100", "1.00").then("0.50").tiers();

    private static Tiers all(String price) {
        return Tiers.of(List.of(), TierPrice.of(price));
    }

    @Test
    void tiersAreReadAsEachOfThemAndInTheOtherWay() {
        assertThat(TierReadings.of(GraduatedTiers.of(TIERS)))
                .containsExactly(VolumeTiers.of(all("1.00")), VolumeTiers.of(all("0.50")), VolumeTiers.of(TIERS));
        assertThat(TierReadings.of(VolumeTiers.of(TIERS)))
                .containsExactly(VolumeTiers.of(all("1.00")), VolumeTiers.of(all("0.50")), GraduatedTiers.of(TIERS));
    }

    /** A seat that is there for half of the month costs half, whatever tier it is in. */
    @Test
    void proratedTiersStayProrated() {
        assertThat(TierReadings.of(ProratedGraduated.of(TIERS)))
                .containsExactly(
                        ProratedVolume.of(all("1.00")), ProratedVolume.of(all("0.50")), ProratedVolume.of(TIERS));
        assertThat(TierReadings.of(ProratedVolume.of(TIERS)))
                .containsExactly(
                        ProratedVolume.of(all("1.00")), ProratedVolume.of(all("0.50")), ProratedGraduated.of(TIERS));
    }

    @Test
    void aPriceWithoutTiersHasNoOtherReading() {
        assertThat(TierReadings.of(PerUnit.of("1.00"))).isEmpty();
    }
}
