package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.tax.TaxTreatment;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session may live longer than a run, and has nothing of it then. */
class ReleaseTest {
    private static final Path LOG = Path.of("target/all.log");
    private static final Documents DOCUMENTS = Seller.documents(SmallRun.PRICES);

    private final SparkSession spark = Sessions.session();

    @ParameterizedTest(name = "it fails: {0}")
    @ValueSource(booleans = {false, true})
    void whatARunHasKeptOrSentIsReleasedWhenItEnds(boolean isFailing) throws IOException {
        int before = Files.readString(LOG).length();
        SmallRun small = new SmallRun().contract(7, "calls").used(7L, "calls", "1001", "2026-10-15T12:00:00Z");
        var documents = new Documents(
                DOCUMENTS.month(),
                DOCUMENTS.prices(),
                DOCUMENTS.seller(),
                isFailing ? new NoTaxes() : DOCUMENTS.taxes(),
                DOCUMENTS.issueDate(),
                DOCUMENTS.prefix());
        Throwable failed = catchThrowable(
                () -> new SparkRun(documents, small.agreements(), 3).run(small.usage(), 1, "target/small/released"));
        assertThat(failed != null).as(String.valueOf(failed)).isEqualTo(isFailing);
        assertThat(JavaSparkContext.fromSparkContext(spark.sparkContext()).getPersistentRDDs())
                .isEmpty();
        assertThat(spark.sharedState().cacheManager().isEmpty()).isTrue();
        assertThat(Files.readString(LOG).substring(before).lines())
                .anyMatch(line -> line.contains("Destroying Broadcast") && line.contains("at SparkRun.java"));
    }

    private static final class NoTaxes implements TaxDetermination, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public List<TaxTreatment> taxes(TaxableSupply supply) {
            throw new IllegalStateException("on purpose");
        }
    }
}
