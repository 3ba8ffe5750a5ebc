package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * What a KPI is, apart from any figures: it travels with every result, so that a number can be read without the code. docs/kpis.md has a row
 * for each.
 *
 * @param id the KPI and its method, made of lower-case words, dots and hyphens: {@code dso.countback}. One name often stands for several formulas, so
 *     the method is part of it, and so is what it was selected by: {@code dispute.count.unresolved[reason=PRICING]}
 * @param name what people call it
 * @param unit what its values count
 * @param direction which values are better
 * @param indicator whether it tells of what will come or of what was
 * @param formula how a value comes about, in words and signs
 * @param undefinedWhen when there is no value, with the codes of the reasons
 * @param source who defines it so
 */
public record KpiDefinition(
        String id,
        String name,
        KpiUnit unit,
        Direction direction,
        Indicator indicator,
        String formula,
        String undefinedWhen,
        String source)
        implements Serializable {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*(\\[.+](\\.[a-z0-9-]+)?)?");
    private static final int LONGEST_NAME = 500;

    /** Checks that each says something. */
    public KpiDefinition {
        Require.that(
                ID.matcher(requireNonNull(id, "id")).matches(),
                "kpi.id",
                "id",
                "must be made of lower-case words, digits, dots and hyphens",
                id);
        Require.id(name, "name", LONGEST_NAME);
        requireNonNull(unit, "unit");
        requireNonNull(direction, "direction");
        requireNonNull(indicator, "indicator");
        Require.id(formula, "formula", LONGEST_NAME); // that of a change has the id of a part in it
        Require.id(undefinedWhen, "undefinedWhen");
        Require.id(source, "source");
    }

    /** A KPI that tells of what was, has always a value, and has no other source than its formula. */
    public static KpiDefinition of(String id, String name, KpiUnit unit, Direction direction, String formula) {
        return new KpiDefinition(id, name, unit, direction, Indicator.LAGGING, formula, "never", "derived");
    }

    /** The same, telling of what will come. */
    public KpiDefinition leading() {
        return new KpiDefinition(id, name, unit, direction, Indicator.LEADING, formula, undefinedWhen, source);
    }

    /** The same, without a value in these cases: {@code no sales (NO_SALES)}. */
    public KpiDefinition undefinedWhen(String cases) {
        return new KpiDefinition(id, name, unit, direction, indicator, formula, cases, source);
    }

    /** The same, as defined by someone. */
    public KpiDefinition definedBy(String who) {
        return new KpiDefinition(id, name, unit, direction, indicator, formula, undefinedWhen, who);
    }

    /**
     * The same of a part only, such as the cases of one reason: another KPI, whose id and name say so. {@code only("reason", "PRICING")} makes {@code
     * dispute.count.unresolved[reason=PRICING]}.
     *
     * @param what the part is selected by, one lower-case word
     * @param part its name
     */
    public KpiDefinition only(String what, String part) {
        Require.id(part, what);
        return new KpiDefinition(
                id + "[" + what + "=" + part + "]",
                name + ", " + what + " " + part,
                unit,
                direction,
                indicator,
                formula,
                undefinedWhen,
                source);
    }

    /** That of the id, which is the same in every run of a program, where those of constants are not. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The id: the name, the unit and the formula are those of the definition. */
    @Override
    public String toString() {
        return id;
    }
}
