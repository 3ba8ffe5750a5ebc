package io.quittance.examples.spark;

import java.util.concurrent.TimeoutException;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** What Spark itself counts of the shuffles while an action runs. */
final class ShuffleMetrics extends SparkListener {
    private long written;
    private long bytes;
    private long mostRead;
    private long failed;

    static ShuffleMetrics during(SparkSession spark, Runnable action) {
        var metrics = new ShuffleMetrics();
        spark.sparkContext().addSparkListener(metrics);
        try {
            action.run();
            spark.sparkContext().listenerBus().waitUntilEmpty();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            spark.sparkContext().removeSparkListener(metrics);
        }
        return metrics;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().failed()) {
            failed++;
        }
        TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            written += metrics.shuffleWriteMetrics().recordsWritten();
            bytes += metrics.shuffleWriteMetrics().bytesWritten();
            mostRead = Math.max(mostRead, metrics.shuffleReadMetrics().recordsRead());
        }
    }

    /** Records that went into a shuffle. */
    synchronized long written() {
        return written;
    }

    /** As they were compressed. */
    synchronized long bytes() {
        return bytes;
    }

    /** The most records that came to one task. */
    synchronized long mostRead() {
        return mostRead;
    }

    /** Tasks that were tried again. */
    synchronized long failed() {
        return failed;
    }
}
