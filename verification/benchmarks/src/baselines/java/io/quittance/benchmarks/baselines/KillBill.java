package io.quittance.benchmarks.baselines;

import io.quittance.benchmarks.Variant;
import io.quittance.benchmarks.w1.Checksum;
import io.quittance.benchmarks.w1.Peers;
import io.quittance.benchmarks.w1.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.LocalDate;
import org.killbill.billing.callcontext.InternalTenantContext;
import org.killbill.billing.catalog.api.CatalogApiException;
import org.killbill.billing.invoice.api.InvoiceApiException;
import org.killbill.billing.invoice.api.InvoiceItem;
import org.killbill.billing.invoice.usage.ContiguousIntervalConsumableUsageInArrear;
import org.killbill.billing.usage.api.RawUsageRecord;
import org.killbill.billing.util.config.definition.InvoiceConfig;
import org.killbill.billing.util.config.definition.InvoiceConfig.UsageDetailMode;

/**
 * The usage code of Kill Bill, in memory and without its database, queue and plugins: one usage section for each customer
 * and meter. Quantities are thousandths in blocks of one, since it counts whole blocks.
 */
public final class KillBill implements Peers {
    private static final DateTime START = new DateTime(Usage.START.toEpochMilli(), DateTimeZone.UTC);
    private static final LocalDate TARGET = new LocalDate(2026, 11, 1);
    private static final InternalTenantContext CONTEXT =
            new InternalTenantContext(1L, 1L, DateTimeZone.UTC, DateTimeZone.UTC, START);
    private static final InvoiceConfig CONFIG = Stubs.config();
    private static final UUID ACCOUNT = new UUID(1, 1);

    private final UUID invoice = new UUID(2, 2);

    @Override
    public int events(int fullSize) {
        return fullSize / 10;
    }

    @Override
    public List<Variant> variants(Usage usage) {
        List<List<RawUsageRecord>> byCustomer = records(usage, false);
        List<List<RawUsageRecord>> byLine = records(usage, true);
        return List.of(
                Variant.of("killbill: records split by meter", usage.events(), () -> rated(usage, byLine, true)),
                Variant.of(
                        "killbill: whole list for each meter", usage.events(), () -> rated(usage, byCustomer, false)));
    }

    private static List<List<RawUsageRecord>> records(Usage usage, boolean byLine) {
        var lists = new ArrayList<List<RawUsageRecord>>();
        for (int i = 0; i < usage.customers() * (byLine ? Usage.METERS : 1); i++) {
            lists.add(new ArrayList<>());
        }
        for (int event = 0; event < usage.events(); event++) {
            int customer = usage.customer(event);
            int meter = usage.meter(event);
            lists.get(byLine ? customer * Usage.METERS + meter : customer)
                    .add(new Stubs.Record(
                            Stubs.subscription(customer),
                            new DateTime(usage.time(event), DateTimeZone.UTC),
                            Stubs.unitOf(meter),
                            BigDecimal.valueOf(usage.quantity(event)),
                            "t-" + event));
        }
        lists.forEach(list -> list.sort(Comparator.comparing(RawUsageRecord::getDate)));
        return lists;
    }

    private long rated(Usage usage, List<List<RawUsageRecord>> records, boolean byLine) {
        var checksum = new Checksum();
        try {
            for (int customer = 0; customer < usage.customers(); customer++) {
                for (int meter = 0; meter < Usage.METERS; meter++) {
                    checksum.line(line(
                            customer, meter, records.get(byLine ? customer * Usage.METERS + meter : customer)));
                }
                checksum.endOfCustomer();
            }
        } catch (CatalogApiException | InvoiceApiException e) {
            throw new IllegalStateException(e);
        }
        return checksum.value();
    }

    private long line(int customer, int meter, List<RawUsageRecord> records)
            throws CatalogApiException, InvoiceApiException {
        var section = new ContiguousIntervalConsumableUsageInArrear(
                Stubs.USAGES.get(meter), ACCOUNT, invoice, TARGET, START, UsageDetailMode.AGGREGATE, CONFIG, CONTEXT);
        var event = new Stubs.Event(Stubs.subscription(customer), START, Stubs.USAGES.get(meter));
        section.addBillingEvent(event);
        section.addAllSeenUnitTypesForBillingEvent(event, Set.of(Stubs.unitOf(meter)));
        section.build(false);
        List<InvoiceItem> items = section.computeMissingItemsAndNextNotificationDate(records, Set.of(), List.of(), false)
                .getInvoiceItems();
        BigDecimal sum = BigDecimal.ZERO;
        for (InvoiceItem item : items) {
            sum = sum.add(item.getAmount());
        }
        return sum.movePointRight(2).longValueExact();
    }
}
