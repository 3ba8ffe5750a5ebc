package io.quittance.benchmarks.baselines;

import io.quittance.benchmarks.w1.Prices;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.joda.time.DateTime;
import org.killbill.billing.catalog.api.BillingAlignment;
import org.killbill.billing.catalog.api.BillingMode;
import org.killbill.billing.catalog.api.BillingPeriod;
import org.killbill.billing.catalog.api.Block;
import org.killbill.billing.catalog.api.BlockType;
import org.killbill.billing.catalog.api.Currency;
import org.killbill.billing.catalog.api.InternationalPrice;
import org.killbill.billing.catalog.api.Limit;
import org.killbill.billing.catalog.api.Plan;
import org.killbill.billing.catalog.api.PlanPhase;
import org.killbill.billing.catalog.api.Price;
import org.killbill.billing.catalog.api.Product;
import org.killbill.billing.catalog.api.StaticCatalog;
import org.killbill.billing.catalog.api.Tier;
import org.killbill.billing.catalog.api.TierBlockPolicy;
import org.killbill.billing.catalog.api.TieredBlock;
import org.killbill.billing.catalog.api.Unit;
import org.killbill.billing.catalog.api.Usage;
import org.killbill.billing.catalog.api.UsageType;
import org.killbill.billing.junction.BillingEvent;
import org.killbill.billing.subscription.api.SubscriptionBaseTransitionType;
import org.killbill.billing.usage.api.RawUsageRecord;
import org.killbill.billing.util.config.definition.InvoiceConfig;

/** A catalogue of ten meters with four tiers each, and what else Kill Bill's usage code asks for. */
@SuppressWarnings("NullAway") // what is never asked for is null
final class Stubs {
    /** Blocks of a thousandth up to 1000, 2500 and 5000 units; -1 is without end. */
    private static final BigDecimal[] BLOCKS = {
        new BigDecimal("1000000"), new BigDecimal("1500000"), new BigDecimal("2500000"), new BigDecimal("-1")
    };

    static final List<Usage> USAGES = IntStream.range(0, 10)
            .mapToObj(meter -> (Usage) new ConsumableUsage(meter))
            .toList();

    private static final Product PRODUCT = stub(Product.class, Map.of("getName", "product"));
    private static final Plan PLAN = stub(Plan.class, Map.of("getName", "plan", "getProduct", PRODUCT));
    private static final PlanPhase PHASE = stub(PlanPhase.class, Map.of("getName", "phase"));

    private Stubs() {}

    static String unitOf(int meter) {
        return USAGES.get(meter).getName();
    }

    static UUID subscription(int customer) {
        return new UUID(3, customer);
    }

    static InvoiceConfig config() {
        return stub(InvoiceConfig.class, Map.of("getMaxRawUsagePreviousPeriod", 0, "getMaxDailyNumberOfItemsSafetyBound", 15));
    }

    /** Answers by the name of the method; for what is asked once for a line at most. */
    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object answer = answers.get(method.getName());
            if (answer != null || !method.getReturnType().isPrimitive()) {
                return answer;
            }
            return method.getReturnType() == boolean.class ? (Object) false : (Object) 0;
        }));
    }

    /** A record of usage. */
    record Record(UUID subscription, DateTime date, String unitType, BigDecimal amount, String trackingId)
            implements RawUsageRecord {
        @Override
        public UUID getSubscriptionId() {
            return subscription;
        }

        @Override
        public DateTime getDate() {
            return date;
        }

        @Override
        public String getUnitType() {
            return unitType;
        }

        @Override
        public BigDecimal getAmount() {
            return amount;
        }

        @Override
        public String getTrackingId() {
            return trackingId;
        }
    }

    /** The start of a subscription. */
    record Event(UUID subscription, DateTime date, Usage usage) implements BillingEvent {
        @Override
        public UUID getSubscriptionId() {
            return subscription;
        }

        @Override
        public UUID getBundleId() {
            return subscription;
        }

        @Override
        public int getBillCycleDayLocal() {
            return 1;
        }

        @Override
        public int getQuantity() {
            return 1;
        }

        @Override
        public BillingAlignment getBillingAlignment() {
            return BillingAlignment.ACCOUNT;
        }

        @Override
        public DateTime getEffectiveDate() {
            return date;
        }

        @Override
        public PlanPhase getPlanPhase() {
            return PHASE;
        }

        @Override
        public Plan getPlan() {
            return PLAN;
        }

        @Override
        public BillingPeriod getBillingPeriod() {
            return BillingPeriod.MONTHLY;
        }

        @Override
        public String getDescription() {
            return "start";
        }

        @Override
        public @Nullable BigDecimal getFixedPrice() {
            return null;
        }

        @Override
        public @Nullable BigDecimal getRecurringPrice() {
            return null;
        }

        @Override
        public Currency getCurrency() {
            return Currency.EUR;
        }

        @Override
        public SubscriptionBaseTransitionType getTransitionType() {
            return SubscriptionBaseTransitionType.CREATE;
        }

        @Override
        public Long getTotalOrdering() {
            return 1L;
        }

        @Override
        public List<Usage> getUsages() {
            return List.of(usage);
        }

        @Override
        public DateTime getCatalogEffectiveDate() {
            return date;
        }

        @Override
        public int compareTo(BillingEvent other) {
            return date.compareTo(other.getEffectiveDate());
        }
    }

    /** The unit of a meter. */
    private record MeterUnit(String name) implements Unit {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getPrettyName() {
            return name;
        }
    }

    /** One price, in whatever currency. */
    private record OnePrice(BigDecimal amount) implements InternationalPrice {
        @Override
        public Price[] getPrices() {
            return new Price[0];
        }

        @Override
        public BigDecimal getPrice(Currency currency) {
            return amount;
        }

        @Override
        public boolean isZero() {
            return amount.signum() == 0;
        }
    }

    /** One tier of one meter, and the block in it. */
    private record BlockTier(Unit unit, BigDecimal max, InternationalPrice price) implements Tier, TieredBlock {
        @Override
        public Limit[] getLimits() {
            return new Limit[0];
        }

        @Override
        public TieredBlock[] getTieredBlocks() {
            return new TieredBlock[] {this};
        }

        @Override
        public @Nullable InternationalPrice getFixedPrice() {
            return null;
        }

        @Override
        public @Nullable InternationalPrice getRecurringPrice() {
            return null;
        }

        @Override
        public BigDecimal getMax() {
            return max;
        }

        @Override
        public BlockType getType() {
            return BlockType.TIERED;
        }

        @Override
        public Unit getUnit() {
            return unit;
        }

        @Override
        public BigDecimal getSize() {
            return BigDecimal.ONE;
        }

        @Override
        public InternationalPrice getPrice() {
            return price;
        }

        @Override
        public BigDecimal getMinTopUpCredit() {
            return BigDecimal.ZERO;
        }
    }

    /** One usage section: consumable, in arrear, all tiers. */
    private static final class ConsumableUsage implements Usage {
        private final String name;
        private final Tier[] tiers;

        ConsumableUsage(int meter) {
            name = "meter-" + meter;
            var unit = new MeterUnit(name);
            tiers = IntStream.range(0, BLOCKS.length)
                    .mapToObj(tier -> new BlockTier(
                            unit,
                            BLOCKS[tier],
                            new OnePrice(BigDecimal.valueOf(Prices.unitPrice(meter, tier), 7))))
                    .toArray(Tier[]::new);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getPrettyName() {
            return name;
        }

        @Override
        public @Nullable StaticCatalog getCatalog() {
            return null;
        }

        @Override
        public BillingMode getBillingMode() {
            return BillingMode.IN_ARREAR;
        }

        @Override
        public UsageType getUsageType() {
            return UsageType.CONSUMABLE;
        }

        @Override
        public TierBlockPolicy getTierBlockPolicy() {
            return TierBlockPolicy.ALL_TIERS;
        }

        @Override
        public BillingPeriod getBillingPeriod() {
            return BillingPeriod.MONTHLY;
        }

        @Override
        public boolean compliesWithLimits(String unit, BigDecimal value) {
            return true;
        }

        @Override
        public Limit[] getLimits() {
            return new Limit[0];
        }

        @Override
        public Tier[] getTiers() {
            return tiers;
        }

        @Override
        public Block[] getBlocks() {
            return new Block[0];
        }

        @Override
        public @Nullable InternationalPrice getFixedPrice() {
            return null;
        }

        @Override
        public @Nullable InternationalPrice getRecurringPrice() {
            return null;
        }
    }
}
