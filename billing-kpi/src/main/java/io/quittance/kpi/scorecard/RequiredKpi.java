package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A KPI by which a role is measured.
 *
 * @param role who is measured
 * @param area the key result area of the role
 * @param mark of the requirement, such as {@code 000:52}; several KPIs may answer one, and one KPI several
 * @param kpi the id with its method, such as {@code dso.simple}
 */
public record RequiredKpi(Role role, String area, String mark, String kpi) implements Serializable {

    /** Checks that the mark is one of the role. */
    public RequiredKpi {
        requireNonNull(role, "role");
        Require.id(area, "area");
        Require.id(mark, "mark");
        Require.id(kpi, "kpi");
        Require.that(
                mark.startsWith(role.number() + ":"),
                "role.mark",
                "mark",
                "must begin with " + role.number() + ":",
                mark);
    }

    /**
     * Whether a KPI of this id answers it: the one of its id, one that differs in how long was waited or comes from events instead of counts, such as {@code billing.on-time.within-2-days} for {@code
     * billing.on-time}, or either of a part. A limit that belongs to the requirement, 24 business hours for inquiries, is not another method.
     */
    public boolean isAnsweredBy(String id) {
        return OtherMethods.answer(kpi, requireNonNull(id, "id"));
    }

    /** The mark and the id. */
    @Override
    public String toString() {
        return mark + " " + kpi;
    }
}
