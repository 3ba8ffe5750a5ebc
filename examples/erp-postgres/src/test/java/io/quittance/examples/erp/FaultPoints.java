package io.quittance.examples.erp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Counts the statements and commits of a process, and ends it at one of them as a kill does: nothing is rolled back, closed or said any more.
 * {@code -Dfault.at=7 -Dfault.when=before} ends it before the seventh reaches the database.
 */
final class FaultPoints {
    /** What {@code kill -9} gives. */
    static final int KILLED = 137;

    private static final int AT = Integer.getInteger("fault.at", 0);
    private static final boolean IS_AFTER = "after".equals(System.getProperty("fault.when"));

    private static final List<String> passed = new ArrayList<>();
    private static volatile UnaryOperator<String> rewriting = UnaryOperator.identity();

    private FaultPoints() {}

    static int before(String what) {
        int point;
        synchronized (passed) {
            passed.add(what);
            point = passed.size();
        }
        if (point == AT && !IS_AFTER) {
            Runtime.getRuntime().halt(KILLED);
        }
        return point;
    }

    static void after(int point) {
        if (point == AT && IS_AFTER) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** What was passed since the last call, in order: statement or commit. */
    static List<String> drain() {
        synchronized (passed) {
            List<String> all = List.copyOf(passed);
            passed.clear();
            return all;
        }
    }

    static String rewritten(String sql) {
        return rewriting.apply(sql);
    }

    /** Changes what is sent to the database while something runs: sabotage. */
    static void rewriting(UnaryOperator<String> change, Runnable meanwhile) {
        rewriting = change;
        try {
            meanwhile.run();
        } finally {
            rewriting = UnaryOperator.identity();
        }
    }
}
