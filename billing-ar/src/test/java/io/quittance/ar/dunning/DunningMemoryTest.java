package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A run takes what it is given one account at a time and keeps nothing of it, and an account takes what is proportional to its items. Nothing is timed;
 * {@code -Ddunning.accounts=100000} is a million items.
 */
class DunningMemoryTest {
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MOST_LIVE = 16L << 20;
    private static final DunningPolicy POLICY = DunningPolicy.of(
            "EUR",
            DunningScope.ITEM,
            List.of(
                    DunningLevel.of("first", 14, 7, ContactKind.LETTER),
                    DunningLevel.of("second", 28, 7, ContactKind.LETTER)));

    private static DunningAccount account(int number, int items) {
        CustomerId customer = CustomerId.of("C" + number);
        List<OpenItem> open = IntStream.range(0, items)
                .mapToObj(one -> OpenItem.of(Receivable.of(
                        ReceivableId.of("R" + number + "-" + one), customer, DUE.minusDays(30), DUE, eur("100"))))
                .toList();
        Contact letter = Contact.of(ContactKind.LETTER, "post", DUE.plusDays(14))
                .about(open.stream().map(OpenItem::id).toList())
                .atLevel("first");
        CollectionHistory history =
                CollectionHistory.empty(customer).with(CollectionEntry.of("c", customer, letter, NOW));
        return DunningAccount.of(new AccountView(customer, open, eur("150")), history);
    }

    @Test
    void aRunIsLazyAndKeepsNothing() {
        int accounts = Integer.getInteger("dunning.accounts", 5_000);
        var made = new AtomicInteger();
        Stream<DunningAccount> stream = IntStream.range(0, accounts).mapToObj(number -> {
            made.incrementAndGet();
            return account(number, 10);
        });
        var decisions = DunningRun.on(DUE.plusDays(28)).decide(stream, POLICY).iterator();
        assertThat(made).hasValue(0);
        long before = live();
        long most = before;
        for (int done = 1; decisions.hasNext(); done++) {
            DunningDecision decision = decisions.next();
            assertThat(decision.notices().get(0).items().size()
                            + decision.held().size())
                    .isEqualTo(10);
            assertThat(made.get()).isEqualTo(done);
            if (done % (accounts / 3) == 0) {
                most = Math.max(most, live());
            }
        }
        assertThat(made).hasValue(accounts);
        System.out.printf(
                Locale.ROOT, "dunning: %d items, live %d kB more at most%n", 10 * accounts, (most - before) / 1024);
        assertThat(most - before).isLessThan(MOST_LIVE);
    }

    /** Twice the items allocate twice the bytes, and a little for what grows by powers of two. */
    @Test
    void anAccountIsLinearInItsItems() throws ReflectiveOperationException {
        allocated(account(0, 2_000));
        long once = allocated(account(1, 4_000));
        long fourfold = allocated(account(2, 16_000));
        System.out.printf(Locale.ROOT, "dunning: %d bytes an item, then %d%n", once / 4_000, fourfold / 16_000);
        assertThat(fourfold).isLessThan(once * 6);
    }

    private static long allocated(DunningAccount account) throws ReflectiveOperationException {
        long before = allocatedBytes();
        DunningDecision decision = DunningRun.on(DUE.plusDays(28)).decide(account, POLICY);
        long after = allocatedBytes();
        assertThat(decision.isSilent()).isFalse();
        return after - before;
    }

    /** What this thread has allocated so far; the module of the test does not read that of the bean. */
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Object bytes = Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getThreadAllocatedBytes", long.class)
                .invoke(threads, Thread.currentThread().getId());
        return (Long) bytes;
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
