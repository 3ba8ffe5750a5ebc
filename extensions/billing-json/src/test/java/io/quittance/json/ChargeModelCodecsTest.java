package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.Blocks;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedBlocks;
import io.quittance.core.pricing.GraduatedPercentage;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PackageRounding;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.TierRate;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.core.pricing.VolumeTiers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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
                .charge(EventModelArbitraries.charge("c", model))
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
        Arbitrary<ChargeModel> plain = Arbitraries.oneOf(List.of(
                EventModelArbitraries.plain(),
                prices().map(PerUnit::of),
                tiers().map(GraduatedTiers::of),
                prices().map(FlatFee::of),
                tiers().map(VolumeTiers::of),
                stairSteps(),
                packages(),
                blocks().map(GraduatedBlocks::of),
                blocks().map(VolumeBlocks::of),
                graduatedPercentages(),
                tiers().map(ProratedGraduated::of),
                tiers().map(ProratedVolume::of)));
        Arbitrary<ChargeModel> nested = EventModelArbitraries.nested(plain);
        return Arbitraries.oneOf(List.of(plain, nested, EventModelArbitraries.nested(nested)))
                .filter(EventModelArbitraries::fits);
    }

    /** Zero or more, up to 8 decimal places. */
    static Arbitrary<BigDecimal> prices() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999"))
                .ofScale(8);
    }

    static Arbitrary<Tiers> tiers() {
        return tiers(tierPrices(), Tiers.Tier::new, Tiers::of);
    }

    static Arbitrary<StairStep> stairSteps() {
        return tiers(prices(), StairStep.Tier::new, StairStep::of);
    }

    static Arbitrary<GraduatedPercentage> graduatedPercentages() {
        Arbitrary<TierRate> rates = Combinators.combine(prices(), prices()).as(TierRate::new);
        return tiers(rates, GraduatedPercentage.Tier::new, GraduatedPercentage::of);
    }

    static Arbitrary<Blocks> blocks() {
        Arbitrary<BlockPrice> prices = Combinators.combine(positive(), prices()).as(BlockPrice::new);
        Arbitrary<BigDecimal> counts =
                Arbitraries.longs().between(1, Long.MAX_VALUE).map(BigDecimal::valueOf);
        return Combinators.combine(
                        Combinators.combine(counts, prices)
                                .as(Blocks.Tier::new)
                                .list()
                                .ofMaxSize(4),
                        prices)
                .as(Blocks::of);
    }

    static Arbitrary<PackagePrice> packages() {
        return Combinators.combine(positive(), prices(), prices(), Arbitraries.of(PackageRounding.class))
                .as((size, price, free, rounding) ->
                        PackagePrice.of(size, price).withFreeUnits(free).withRounding(rounding));
    }

    private static Arbitrary<BigDecimal> positive() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("1000000"))
                .ofScale(3);
    }

    private static <P, T, M> Arbitrary<M> tiers(
            Arbitrary<P> prices, BiFunction<BigDecimal, P, T> tier, BiFunction<List<T>, P, M> model) {
        Arbitrary<List<BigDecimal>> bounds =
                positive().set().ofMaxSize(4).map(set -> set.stream().sorted().toList());
        return Combinators.combine(bounds, prices.list().ofSize(5)).as((upTo, priced) -> {
            var bounded = new ArrayList<T>();
            for (BigDecimal bound : upTo) {
                bounded.add(tier.apply(bound, priced.get(bounded.size())));
            }
            return model.apply(bounded, priced.get(bounded.size()));
        });
    }

    static Arbitrary<TierPrice> tierPrices() {
        return Combinators.combine(prices(), prices(), prices().optional())
                .as((unit, fee, cap) -> cap.map(TierPrice.of(unit).withFlatFee(fee)::withCap)
                        .orElse(TierPrice.of(unit).withFlatFee(fee)));
    }
}
