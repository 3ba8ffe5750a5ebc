package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.collection.CollectionFigures;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of every KPI of {@link CollectionFigures}. A test class implements this and supplies {@link #kpi()}; nothing else is needed. */
public interface CollectionKpiContract extends KpiContract<CollectionFigures> {

    @Override
    default CollectionFigures nothing() {
        return CollectionFigures.builder().build();
    }

    @Override
    @Provide
    default Arbitrary<CollectionFigures> figures() {
        return KpiArbitraries.collectionFigures();
    }

    /** The result is of the period and the currency of the figures. */
    @Property
    default void saysOfWhatItIs(@ForAll("figures") CollectionFigures figures) {
        assertThat(KpiLaws.brokenByBasis(kpi(), figures, figures.period(), figures.currency()))
                .isEmpty();
    }

    /** For KPIs that are the same for a company ten times as large. */
    interface Scaled extends CollectionKpiContract, KpiContract.Scaled<CollectionFigures> {
        @Override
        default CollectionFigures scaled(CollectionFigures figures, int factor) {
            return KpiArbitraries.scaled(figures, factor);
        }
    }
}
