package io.quittance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.EvenSpread;
import io.quittance.ar.allocation.LargestFirst;
import io.quittance.ar.allocation.NewestFirst;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.OldestInvoiceFirst;
import io.quittance.ar.allocation.ProRata;
import io.quittance.ar.allocation.SmallestFirst;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.pricing.Conventions;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.UnappliedCash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A patch release changes no cent: under the name of a convention the answers are those that were recorded when it was named. Whether they
 * are right is for the other tests to say; these say that nothing moved. A change that is meant gets a new {@link Invoice#CONVENTION} or
 * {@link KpiBasis#CONVENTION}, and with it a folder of its own (CONTRIBUTING.md).
 */
class GoldenCorpusTest {
    private static final Map<String, Conventions> CONVENTIONS = new TreeMap<>(Map.of(
            "standard", Conventions.standard(),
            "stripe", Conventions.asStripe(),
            "lago", Conventions.asLago(),
            "openmeter", Conventions.asOpenMeter(),
            "killbill", Conventions.asKillBill(),
            "meteroid", Conventions.asMeteroid()));

    /** All terms are of one length here, so that what is due first is the oldest; {@link GoldenBookTest} tells all strategies apart. */
    private static final Map<String, AllocationStrategy> STRATEGIES = new TreeMap<>(Map.of(
            "oldest-due", new OldestDueFirst(),
            "oldest-invoice", new OldestInvoiceFirst(),
            "newest", new NewestFirst(),
            "largest", new LargestFirst(),
            "smallest", new SmallestFirst(),
            "pro-rata", new ProRata(),
            "even-spread", new EvenSpread()));

    private static final List<Kpi<CollectionFigures>> KPIS = List.of(
            DaysSalesOutstanding.simple(),
            DaysSalesOutstanding.countback(),
            DaysSalesOutstanding.bestPossible(),
            CollectionRate.ofPeriod(),
            CollectionRate.gross(),
            CollectionEffectiveness.ofPeriod(),
            OverdueShare.byAmount(),
            OverdueShare.byCount(),
            ReceivablesTurnover.ofPeriod(),
            UnappliedCash.ofReceipts());

    static Stream<Map.Entry<String, Conventions>> conventions() {
        return CONVENTIONS.entrySet().stream();
    }

    static Stream<Map.Entry<String, AllocationStrategy>> strategies() {
        return STRATEGIES.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void billsAsWhenTheConventionWasNamed(Map.Entry<String, Conventions> under) {
        GoldenFiles.holds(
                "invoice-" + Invoice.CONVENTION + "/" + under.getKey() + ".csv",
                GoldenResults.billed(under.getValue()));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void allocatesAndAgesAsWhenTheConventionWasNamed(Map.Entry<String, AllocationStrategy> by) {
        GoldenFiles.holds(
                "invoice-" + Invoice.CONVENTION + "/allocated-" + by.getKey() + ".csv",
                GoldenResults.allocated(by.getValue()));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void measuresAsWhenTheConventionWasNamed(Map.Entry<String, AllocationStrategy> by) {
        GoldenFiles.holds(
                "kpi-" + KpiBasis.CONVENTION + "/" + by.getKey() + ".json",
                GoldenResults.measured(by.getValue(), KPIS));
    }

    /** Stripe and Kill Bill are the standard (docs/coming-from.md); each of the others is told apart by the inputs. */
    @Test
    void theInputsTellConventionsApart() {
        Map<String, String> billed = new TreeMap<>();
        CONVENTIONS.forEach((name, conventions) -> billed.put(name, GoldenResults.billed(conventions)));
        assertThat(billed.get("stripe")).isEqualTo(billed.get("standard"));
        assertThat(billed.get("killbill")).isEqualTo(billed.get("standard"));
        assertThat(Stream.of("standard", "lago", "openmeter", "meteroid").map(billed::get))
                .doesNotHaveDuplicates();
    }
}
