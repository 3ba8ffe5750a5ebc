package io.quittance.benchmarks.baselines;

import io.quittance.benchmarks.Variant;
import io.quittance.benchmarks.w2.Checksum;
import io.quittance.benchmarks.w2.Peers;
import io.quittance.benchmarks.w2.Subscriptions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.LocalDate;
import org.killbill.billing.callcontext.InternalCallContext;
import org.killbill.billing.catalog.api.Currency;
import org.killbill.billing.invoice.api.Invoice;
import org.killbill.billing.invoice.api.InvoiceApiException;
import org.killbill.billing.invoice.api.InvoiceItem;
import org.killbill.billing.invoice.generator.FixedAndRecurringInvoiceItemGenerator;
import org.killbill.billing.invoice.generator.InvoiceItemGenerator.InvoiceGeneratorResult;
import org.killbill.billing.invoice.model.DefaultInvoice;
import org.killbill.billing.invoice.optimizer.InvoiceOptimizerBase.AccountInvoices;
import org.killbill.billing.util.callcontext.CallOrigin;
import org.killbill.billing.util.callcontext.UserType;

/**
 * Kill Bill's generator of recurring items, in memory and without its database, queue and plugins: the year in one call,
 * and in twelve monthly runs that are given the invoices of the runs before, as the product does.
 *
 * <p>Its rule for a part of a month is another: served days by the days of the period, rounded to nine digits, times the
 * price; and where a phase lies inside one month, the period is the month before its end. {@link #checksum} is of these
 * lines, computed without it, so that all its lines are compared.
 */
public final class KillBillRecurring implements Peers {
    private static final DateTime CREATED = new DateTime(2026, 1, 1, 0, 0, DateTimeZone.UTC);
    private static final InternalCallContext CONTEXT = new InternalCallContext(
            1L,
            1L,
            DateTimeZone.UTC,
            DateTimeZone.UTC,
            CREATED,
            new UUID(4, 4),
            "benchmark",
            CallOrigin.TEST,
            UserType.TEST,
            "",
            "",
            CREATED,
            CREATED);
    private static final UUID INVOICE = new UUID(2, 2);

    private final FixedAndRecurringInvoiceItemGenerator generator =
            new FixedAndRecurringInvoiceItemGenerator(Stubs.config(), null);

    /** One subscription on an account of its own. */
    private record Contract(RecurringStubs.Account account, RecurringStubs.Events events) {}

    @Override
    public List<Variant> variants(Subscriptions in) {
        List<Contract> contracts = contracts(in);
        long lines = in.lines();
        return List.of(
                Variant.of("one call", lines, () -> oneCall(contracts)),
                Variant.of("12 monthly runs", lines, () -> monthly(contracts)));
    }

    private static List<Contract> contracts(Subscriptions in) {
        var contracts = new ArrayList<Contract>();
        for (int row = 0; row < in.rows(); row++) {
            int i = in.subscription(row);
            if (i == contracts.size()) {
                contracts.add(
                        new Contract(new RecurringStubs.Account(new UUID(1, i)), new RecurringStubs.Events()));
            }
            RecurringStubs.Events events = contracts.get(i).events();
            events.add(new RecurringStubs.Event(
                    Stubs.subscription(i), midnight(in.start(row)), events.size(), in.price(row)));
            boolean isLast = row + 1 == in.rows() || in.subscription(row + 1) != i;
            if (isLast && in.isCancelled(i)) {
                events.add(new RecurringStubs.Event(Stubs.subscription(i), midnight(in.end(row)), events.size(), null));
            }
        }
        return contracts;
    }

    private static DateTime midnight(java.time.LocalDate day) {
        return new DateTime(
                day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, DateTimeZone.UTC);
    }

    private long oneCall(List<Contract> contracts) {
        var checksum = new Checksum();
        LocalDate target = new LocalDate(2026, 12, 31);
        for (int i = 0; i < contracts.size(); i++) {
            add(checksum, i, items(contracts.get(i), new ArrayList<>(), target));
        }
        return checksum.value();
    }

    private long monthly(List<Contract> contracts) {
        var checksum = new Checksum();
        for (int i = 0; i < contracts.size(); i++) {
            Contract contract = contracts.get(i);
            var invoices = new ArrayList<Invoice>();
            for (int month = 1; month <= 12; month++) {
                LocalDate target = new LocalDate(2026, month, 1).plusMonths(1).minusDays(1);
                List<InvoiceItem> items = items(contract, invoices, target);
                if (!items.isEmpty()) {
                    var invoice = new DefaultInvoice(contract.account().id(), target, target, Currency.EUR);
                    invoice.addInvoiceItems(items);
                    invoices.add(invoice);
                    add(checksum, i, items);
                }
            }
        }
        return checksum.value();
    }

    private List<InvoiceItem> items(Contract contract, List<Invoice> existing, LocalDate target) {
        try {
            InvoiceGeneratorResult result = generator.generateItems(
                    contract.account(),
                    INVOICE,
                    contract.events(),
                    new AccountInvoices(null, null, existing),
                    target,
                    Currency.EUR,
                    new HashMap<>(),
                    null,
                    List.of(),
                    CONTEXT);
            return result.getItems();
        } catch (InvoiceApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Checksum checksum, int subscription, List<InvoiceItem> items) {
        for (InvoiceItem item : items) {
            checksum.line(
                    subscription,
                    epochDay(item.getStartDate()),
                    epochDay(item.getEndDate()),
                    item.getAmount().movePointRight(2).longValueExact());
        }
    }

    private static long epochDay(LocalDate day) {
        return java.time.LocalDate.of(day.getYear(), day.getMonthOfYear(), day.getDayOfMonth())
                .toEpochDay();
    }

    @Override
    public long checksum(Subscriptions in) {
        var checksum = new Checksum();
        for (int row = 0; row < in.rows(); row++) {
            java.time.LocalDate start = in.start(row);
            java.time.LocalDate end = in.end(row);
            java.time.LocalDate month = start.withDayOfMonth(1);
            while (month.isBefore(end)) {
                java.time.LocalDate next = month.plusMonths(1);
                java.time.LocalDate from = start.isAfter(month) ? start : month;
                java.time.LocalDate to = end.isBefore(next) ? end : next;
                boolean isInside = from.isAfter(month) && to.isBefore(next);
                long length = isInside
                        ? to.toEpochDay() - to.minusMonths(1).toEpochDay()
                        : next.toEpochDay() - month.toEpochDay();
                checksum.line(
                        in.subscription(row),
                        from.toEpochDay(),
                        to.toEpochDay(),
                        cents(in.price(row), to.toEpochDay() - from.toEpochDay(), length));
                month = next;
            }
        }
        return checksum.value();
    }

    private static long cents(BigDecimal price, long days, long length) {
        BigDecimal factor = new BigDecimal(days).divide(new BigDecimal(length), 9, RoundingMode.HALF_UP);
        return price.multiply(factor)
                .setScale(2, RoundingMode.HALF_UP)
                .movePointRight(2)
                .longValueExact();
    }
}
