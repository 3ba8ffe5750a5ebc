package io.quittance.benchmarks.baselines;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.jspecify.annotations.Nullable;
import org.killbill.billing.account.api.ImmutableAccountData;
import org.killbill.billing.catalog.api.BillingAlignment;
import org.killbill.billing.catalog.api.BillingMode;
import org.killbill.billing.catalog.api.BillingPeriod;
import org.killbill.billing.catalog.api.Currency;
import org.killbill.billing.catalog.api.Duration;
import org.killbill.billing.catalog.api.Fixed;
import org.killbill.billing.catalog.api.Limit;
import org.killbill.billing.catalog.api.PhaseType;
import org.killbill.billing.catalog.api.Plan;
import org.killbill.billing.catalog.api.PlanPhase;
import org.killbill.billing.catalog.api.PriceList;
import org.killbill.billing.catalog.api.Product;
import org.killbill.billing.catalog.api.ProductCategory;
import org.killbill.billing.catalog.api.Recurring;
import org.killbill.billing.catalog.api.StaticCatalog;
import org.killbill.billing.catalog.api.Usage;
import org.killbill.billing.junction.BillingEvent;
import org.killbill.billing.junction.BillingEventSet;
import org.killbill.billing.subscription.api.SubscriptionBaseTransitionType;

/** What Kill Bill's generator of recurring items asks for, in plain classes, since it asks for some of it at every item. */
@SuppressWarnings("NullAway") // what is never asked for is null
final class RecurringStubs {
    static final Plan PLAN = new MonthlyPlan();

    private RecurringStubs() {}

    /** An account of its own for each subscription. */
    record Account(UUID id) implements ImmutableAccountData {
        @Override
        public UUID getId() {
            return id;
        }

        @Override
        public String getExternalKey() {
            return "account";
        }

        @Override
        public Currency getCurrency() {
            return Currency.EUR;
        }

        @Override
        public DateTimeZone getTimeZone() {
            return DateTimeZone.UTC;
        }

        @Override
        public DateTimeZone getFixedOffsetTimeZone() {
            return DateTimeZone.UTC;
        }

        @Override
        public DateTime getReferenceTime() {
            return new DateTime(0, DateTimeZone.UTC);
        }
    }

    /** The events of one account, in order. */
    static final class Events extends TreeSet<BillingEvent> implements BillingEventSet {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean isAccountAutoInvoiceOff() {
            return false;
        }

        @Override
        public boolean isAccountAutoInvoiceDraft() {
            return false;
        }

        @Override
        public boolean isAccountAutoInvoiceReuseDraft() {
            return false;
        }

        @Override
        public List<UUID> getSubscriptionIdsWithAutoInvoiceOff() {
            return List.of();
        }

        @Override
        public Map<String, Usage> getUsages() {
            return Map.of();
        }
    }

    /** A start, a change of price or, without a price, a cancellation. */
    record Event(UUID subscription, DateTime date, long order, @Nullable BigDecimal price) implements BillingEvent {
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
            return MonthlyPhase.PHASE;
        }

        @Override
        public Plan getPlan() {
            return PLAN;
        }

        @Override
        public BillingPeriod getBillingPeriod() {
            return price == null ? BillingPeriod.NO_BILLING_PERIOD : BillingPeriod.MONTHLY;
        }

        @Override
        public String getDescription() {
            return "event";
        }

        @Override
        public @Nullable BigDecimal getFixedPrice() {
            return null;
        }

        @Override
        public @Nullable BigDecimal getRecurringPrice() {
            return price;
        }

        @Override
        public Currency getCurrency() {
            return Currency.EUR;
        }

        @Override
        public SubscriptionBaseTransitionType getTransitionType() {
            if (price == null) {
                return SubscriptionBaseTransitionType.CANCEL;
            }
            return order == 0 ? SubscriptionBaseTransitionType.CREATE : SubscriptionBaseTransitionType.CHANGE;
        }

        @Override
        public Long getTotalOrdering() {
            return order;
        }

        @Override
        public List<Usage> getUsages() {
            return List.of();
        }

        @Override
        public DateTime getCatalogEffectiveDate() {
            return date;
        }

        @Override
        public int compareTo(BillingEvent other) {
            return Long.compare(order, other.getTotalOrdering());
        }
    }

    /** Billed by the month, in advance. */
    private static final class MonthlyPlan implements Plan {
        @Override
        public StaticCatalog getCatalog() {
            return null;
        }

        @Override
        public BillingMode getRecurringBillingMode() {
            return BillingMode.IN_ADVANCE;
        }

        @Override
        public PlanPhase[] getInitialPhases() {
            return new PlanPhase[0];
        }

        @Override
        public Product getProduct() {
            return OneProduct.PRODUCT;
        }

        @Override
        public PriceList getPriceList() {
            return null;
        }

        @Override
        public Iterator<PlanPhase> getInitialPhaseIterator() {
            return null;
        }

        @Override
        public PlanPhase getFinalPhase() {
            return MonthlyPhase.PHASE;
        }

        @Override
        public BillingPeriod getRecurringBillingPeriod() {
            return BillingPeriod.MONTHLY;
        }

        @Override
        public int getPlansAllowedInBundle() {
            return 1;
        }

        @Override
        public PlanPhase[] getAllPhases() {
            return new PlanPhase[0];
        }

        @Override
        public Date getEffectiveDateForExistingSubscriptions() {
            return null;
        }

        @Override
        public PlanPhase findPhase(String name) {
            return MonthlyPhase.PHASE;
        }

        @Override
        public DateTime dateOfFirstRecurringNonZeroCharge(DateTime start, PhaseType phase) {
            return null;
        }

        @Override
        public String getName() {
            return "plan";
        }

        @Override
        public String getPrettyName() {
            return "plan";
        }
    }

    /** The only phase. */
    private static final class MonthlyPhase implements PlanPhase {
        static final PlanPhase PHASE = new MonthlyPhase();

        @Override
        public StaticCatalog getCatalog() {
            return null;
        }

        @Override
        public Fixed getFixed() {
            return null;
        }

        @Override
        public Recurring getRecurring() {
            return null;
        }

        @Override
        public Usage[] getUsages() {
            return new Usage[0];
        }

        @Override
        public Duration getDuration() {
            return null;
        }

        @Override
        public PhaseType getPhaseType() {
            return PhaseType.EVERGREEN;
        }

        @Override
        public boolean compliesWithLimits(String unit, BigDecimal value) {
            return true;
        }

        @Override
        public String getName() {
            return "phase";
        }

        @Override
        public String getPrettyName() {
            return "phase";
        }
    }

    /** The only product. */
    private static final class OneProduct implements Product {
        static final Product PRODUCT = new OneProduct();

        @Override
        public StaticCatalog getCatalog() {
            return null;
        }

        @Override
        public Collection<Product> getAvailable() {
            return List.of();
        }

        @Override
        public Collection<Product> getIncluded() {
            return List.of();
        }

        @Override
        public ProductCategory getCategory() {
            return ProductCategory.BASE;
        }

        @Override
        public String getCatalogName() {
            return "catalog";
        }

        @Override
        public Limit[] getLimits() {
            return new Limit[0];
        }

        @Override
        public boolean compliesWithLimits(String unit, BigDecimal value) {
            return true;
        }

        @Override
        public String getName() {
            return "product";
        }

        @Override
        public String getPrettyName() {
            return "product";
        }
    }
}
