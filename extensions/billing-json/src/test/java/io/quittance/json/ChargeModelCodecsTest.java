package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every charge model reads back as it was written, and the schema allows what was written. */
class ChargeModelCodecsTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();

    @Property
    void readsWhatItWrote(@ForAll("models") ChargeModel model) {
        ContractTerms terms = ContractTerms.builder()
                .currency("EUR")
                .zone("Europe/Berlin")
                .charge(Charge.usage("c", "m", model))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        String written = JSON.write(terms);
        assertThat(JSON.read(written)).isEqualTo(terms);
        assertThat(JSON.write(JSON.read(written))).isEqualTo(written);
        assertThat(Schemas.violations("contract-terms", written)).isEmpty();
    }

    /** One row for each charge model of this library. */
    @Provide
    Arbitrary<ChargeModel> models() {
        return Arbitraries.oneOf(List.of(prices().map(PerUnit::of), tiers().map(GraduatedTiers::of)));
    }

    /** Zero or more, up to 8 decimal places. */
    static Arbitrary<BigDecimal> prices() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999"))
                .ofScale(8);
    }

    static Arbitrary<Tiers> tiers() {
        Arbitrary<List<BigDecimal>> bounds = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("1000000"))
                .ofScale(3)
                .set()
                .ofMaxSize(4)
                .map(set -> set.stream().sorted().toList());
        return Combinators.combine(bounds, tierPrices().list().ofSize(5)).as((upTo, prices) -> {
            var bounded = new ArrayList<Tiers.Tier>();
            for (BigDecimal bound : upTo) {
                bounded.add(new Tiers.Tier(bound, prices.get(bounded.size())));
            }
            return Tiers.of(bounded, prices.get(bounded.size()));
        });
    }

    static Arbitrary<TierPrice> tierPrices() {
        return Combinators.combine(prices(), prices(), prices().optional())
                .as((unit, fee, cap) -> cap.map(TierPrice.of(unit).withFlatFee(fee)::withCap)
                        .orElse(TierPrice.of(unit).withFlatFee(fee)));
    }
}
