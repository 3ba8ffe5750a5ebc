package io.quittance.testkit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.invoice.TaxDetermination;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of bill runs, on any lives of contracts: what a test class with a billing engine or a storage of its own implements.
 * For a contract of your own, implement {@link ContractBillingContract}.
 */
public interface BillingLivesContract {

    /** The lives that are tried. */
    @Provide
    Arbitrary<BillingLife> lives();

    /** The amendments that are made and withdrawn. */
    @Provide
    Arbitrary<Amendment> amendments();

    /** What bills it: that of the library, unless a test class gives its own, as with its own storage between the runs. */
    default BillingEngine engine() {
        return BillingEngine.ofLibrary();
    }

    /** The same with a determination of taxes; that of the library, unless a test class gives its own. */
    default BillingEngine engine(TaxDetermination taxes) {
        return BillingEngine.ofLibrary(taxes);
    }

    /** The taxes that are tried. */
    @Provide
    default Arbitrary<KnownTaxes> taxes() {
        return BillingArbitraries.taxes();
    }

    /** Also where it turns out later that it is taxed otherwise. */
    @Property
    default void allRunsTaxWhatOneRunTaxes(@ForAll("lives") BillingLife life, @ForAll("taxes") KnownTaxes taxes) {
        assertThat(BillingLaws.brokenByTaxes(this::engine, life, taxes)).isEmpty();
    }

    /** Nothing is billed twice because of its taxes, and documents hold it. */
    @Property
    default void whatIsTaxedIsBilledOnce(@ForAll("lives") BillingLife life, @ForAll("taxes") KnownTaxes taxes) {
        BillingEngine engine = taxes.engine(this::engine);
        assertThat(BillingLaws.brokenByIds(engine, life)).isEmpty();
        assertThat(BillingLaws.brokenByDocuments(engine, life)).isEmpty();
        assertThat(BillingLaws.brokenByRunningAgain(engine, life)).isEmpty();
    }

    /** Pieces sum to the whole: however many runs bill a period, all of them bill what one run does. */
    @Property
    default void allRunsBillWhatOneRunBills(@ForAll("lives") BillingLife life) {
        assertThat(BillingLaws.brokenBySplitting(engine(), life)).isEmpty();
    }

    /** What an amendment changes, its withdrawal changes back. */
    @Property
    default void aWithdrawnAmendmentChangesNothing(
            @ForAll("lives") BillingLife life, @ForAll("amendments") Amendment amendment) {
        assertThat(BillingLaws.brokenByWithdrawal(engine(), life, amendment)).isEmpty();
    }

    /** A preview is a run whose result is thrown away. */
    @Property
    default void aPreviewIsTheRun(@ForAll("lives") BillingLife life) {
        assertThat(BillingLaws.brokenByPreview(engine(), life)).isEmpty();
    }

    /** What was billed is not billed again. */
    @Property
    default void runningAgainBillsNothing(@ForAll("lives") BillingLife life) {
        assertThat(BillingLaws.brokenByRunningAgain(engine(), life)).isEmpty();
    }

    /** The order in which usage arrives changes nothing. */
    @Property
    default void theOrderOfArrivalChangesNothing(@ForAll("lives") BillingLife life, @ForAll Random random) {
        var reordered = new ArrayList<>(life.usage());
        Collections.shuffle(reordered, random);
        assertThat(BillingLaws.brokenByOrder(engine(), life, reordered)).isEmpty();
    }

    /** Each line has an id of its own, over the whole life. */
    @Property
    default void eachLineHasItsOwnId(@ForAll("lives") BillingLife life) {
        assertThat(BillingLaws.brokenByIds(engine(), life)).isEmpty();
    }

    /** What is billed stands on a document or waits for one. */
    @Property
    default void documentsHoldWhatIsBilled(@ForAll("lives") BillingLife life) {
        assertThat(BillingLaws.brokenByDocuments(engine(), life)).isEmpty();
    }

    /** One charge that cannot be rated leaves the others billed. */
    @Property
    default void nothingBlocks(@ForAll("lives") BillingLife life) {
        assertThat(BillingLaws.brokenByRefusal(engine(), life)).isEmpty();
    }

    /** A run costs the same after ten years as after one month. */
    @Property
    default void theCostDoesNotGrowWithHistory(@ForAll("lives") BillingLife life) {
        assertThat(BillingLaws.brokenByReads(engine(), life)).isEmpty();
    }
}
