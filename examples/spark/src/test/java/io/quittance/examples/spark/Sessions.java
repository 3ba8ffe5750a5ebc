package io.quittance.examples.spark;

import org.apache.spark.sql.SparkSession;

/** One session for all tests: two threads, a second attempt for a task that fails, and nothing that leaves the machine or the folder. */
final class Sessions {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2,2]")
            .appName("spark-billing")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", false)
            .config("spark.local.dir", "target/spark-local")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", 4)
            .getOrCreate();

    private Sessions() {}

    static SparkSession session() {
        return SESSION;
    }
}
