package io.quittance.examples.erp;

import io.quittance.core.id.CustomerId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Works off customers in several threads, each with a connection. Which customer is done by whom does not matter: what protects them
 * from each other are the locks of the database, which hold between processes as well.
 */
final class Workers {
    private static final int PAGE = 500;

    private final Database database;
    private final int threads;
    private final Queue<CustomerId> waiting = new ArrayDeque<>();
    private String last = "";
    private boolean isFailed;

    Workers(Database database, int threads) {
        this.database = database;
        this.threads = threads;
    }

    /** What is done for one customer. */
    interface Work {
        void forCustomer(Database.Session session, CustomerId customer, Tally tally);
    }

    /**
     * Does the work for each customer. What the rules refuse for one is told in the tally and stops nobody else; a failure of the database
     * stops all.
     *
     * @param customers {@code select customer from … where customer > ?}: it is read page by page, so that no list of all is held
     */
    Tally run(String customers, Work work) {
        var tally = new Tally();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> work(customers, work, tally)));
            }
            running.forEach(Workers::join);
        } finally {
            pool.shutdownNow();
        }
        return tally;
    }

    private void work(String customers, Work work, Tally tally) {
        try (Database.Session session = database.open()) {
            for (CustomerId next = next(session, customers); next != null; next = next(session, customers)) {
                CustomerId customer = next;
                try {
                    work.forCustomer(session, customer, tally);
                } catch (RuntimeException e) {
                    tally.refused(customer, e);
                }
            }
        } catch (RuntimeException | Error e) {
            fail();
            throw e;
        }
    }

    private synchronized void fail() {
        isFailed = true;
    }

    private synchronized @Nullable CustomerId next(Database.Session session, String customers) {
        if (isFailed) {
            return null;
        }
        if (waiting.isEmpty()) {
            List<CustomerId> page = session.inTransaction(connection -> Sql.list(
                    connection,
                    customers + " order by customer limit " + PAGE,
                    row -> CustomerId.of(row.getString(1)),
                    last));
            waiting.addAll(page);
            page.forEach(customer -> last = customer.value());
        }
        return waiting.poll();
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
