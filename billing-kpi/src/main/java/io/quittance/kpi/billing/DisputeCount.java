package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many disputes were resolved successfully in the period, or were unresolved at its end. Of three that ended in March, one in our favour, one agreed and one in the customer's, 2 were
 * resolved successfully.
 *
 * @param method which ones are counted
 * @param zone in which days begin
 * @param reason only cases of this reason; null for all
 */
public record DisputeCount(
        Method method, ZoneId zone, @Nullable String reason) implements Kpi<EventFigures<DisputeCase>>, Serializable {

    /** Which ones are counted. */
    public enum Method {
        /** Those that ended in our favour or agreed. */
        RESOLVED_SUCCESSFULLY(
                "dispute.count.resolved-successfully",
                "Disputes successfully resolved",
                Direction.HIGHER,
                "number of cases resolved in the period in our favour or agreed"),
        /** Those that have not ended. */
        UNRESOLVED(
                "dispute.count.unresolved",
                "Unresolved discrepancies",
                Direction.LOWER,
                "number of cases open at the end of the period");

        @SuppressWarnings("ImmutableEnumChecker") // a record of words
        private final KpiDefinition definition;

        Method(String id, String name, Direction direction, String formula) {
            this.definition = KpiDefinition.of(id, name, KpiUnit.COUNT, direction, formula)
                    .leading()
                    .definedBy("SAP, open and solved disputes");
        }
    }

    /** Checks the parts. */
    public DisputeCount {
        requireNonNull(method, "method");
        requireNonNull(zone, "zone");
        Require.optionalId(reason, "reason");
    }

    /** Those that ended in the period, in our favour or agreed. */
    public static DisputeCount resolvedSuccessfully(ZoneId zone) {
        return new DisputeCount(Method.RESOLVED_SUCCESSFULLY, zone, null);
    }

    /** Those that had not ended by the end of the period. */
    public static DisputeCount unresolved(ZoneId zone) {
        return new DisputeCount(Method.UNRESOLVED, zone, null);
    }

    /** The same, only of cases with this reason. */
    public DisputeCount forReason(String only) {
        return new DisputeCount(method, zone, requireNonNull(only, "only"));
    }

    @Override
    public KpiDefinition definition() {
        return reason == null ? method.definition : method.definition.only("reason", reason);
    }

    /** A number of cases; 0 if there are none. */
    @Override
    public KpiResult compute(EventFigures<DisputeCase> figures) {
        List<KpiItem> items = figures.events().stream()
                .filter(one -> reason == null || reason.equals(one.reason()))
                .filter(one -> isCounted(one, figures.period()))
                .map(one -> new KpiItem(one.key(), Fraction.ONE, Fraction.ZERO))
                .toList();
        return KpiBasis.of(definition())
                .period(figures.period())
                .items(items)
                .count(items.size())
                .numerator(Fraction.of(items.size()))
                .measured(Fraction.of(items.size()));
    }

    private boolean isCounted(DisputeCase one, ServicePeriod period) {
        Instant end = period.endIn(zone);
        DisputeCase.Resolution resolution = one.resolution();
        return switch (method) {
            case RESOLVED_SUCCESSFULLY ->
                resolution != null && resolution.outcome().isSuccess() && period.contains(resolution.at(), zone);
            case UNRESOLVED -> one.isOpenAt(end);
        };
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), zone.getId(), reason);
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
