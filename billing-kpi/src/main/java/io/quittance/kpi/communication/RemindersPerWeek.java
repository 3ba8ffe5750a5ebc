package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many automatic reminders are sent per week. Those that came back are excluded as {@code BOUNCED}. More is not better: read it beside {@link ContactResponseRate#toReminders}. 62 in
 * the 31 days of March are 14 per week.
 *
 * @param zone in which days begin
 * @param level only reminders of this level of dunning; null for all
 * @param channel only those sent through it; null for all
 */
public record RemindersPerWeek(
        ZoneId zone, @Nullable Integer level, @Nullable String channel)
        implements Kpi<EventFigures<Contact>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "reminders.per-week",
                    "Automatic reminders per week",
                    KpiUnit.COUNT,
                    Direction.INFORMATIONAL,
                    "automatic reminders sent in the period that did not bounce / (days of the period / 7)")
            .leading();

    /** Checks the parts. */
    public RemindersPerWeek {
        requireNonNull(zone, "zone");
        Require.that(level == null || level >= 0, "number.negative", "level", "must not be negative", level);
        Require.optionalId(channel, "channel");
    }

    /** Of every level, through every channel. */
    public static RemindersPerWeek of(ZoneId zone) {
        return new RemindersPerWeek(zone, null, null);
    }

    /** The same, only of this level of dunning. */
    public RemindersPerWeek atLevel(int only) {
        return new RemindersPerWeek(zone, only, channel);
    }

    /** The same, only through this channel. */
    public RemindersPerWeek through(String only) {
        return new RemindersPerWeek(zone, level, requireNonNull(only, "only"));
    }

    @Override
    public KpiDefinition definition() {
        KpiDefinition atLevel = level == null ? DEFINITION : DEFINITION.only("level", level.toString());
        return channel == null ? atLevel : atLevel.only("channel", channel);
    }

    /** In reminders per week; 0 if none was sent. */
    @Override
    public KpiResult compute(EventFigures<Contact> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        var items = new ArrayList<KpiItem>();
        for (Contact contact : figures.events()) {
            if (isAsked(contact) && figures.period().contains(contact.sent(), zone)) {
                if (contact.bounced()) {
                    basis.exclusion("BOUNCED");
                } else {
                    items.add(new KpiItem(contact.key(), Fraction.ONE, Fraction.ZERO));
                }
            }
        }
        Fraction weeks = Fraction.of(figures.period().days(), 7);
        return basis.items(items)
                .count(items.size())
                .numerator(Fraction.of(items.size()))
                .denominator(weeks)
                .measured(Fraction.of(items.size()).dividedBy(weeks));
    }

    private boolean isAsked(Contact contact) {
        return contact.automatic()
                && (level == null || level == contact.level())
                && (channel == null || channel.equals(contact.channel()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), zone.getId(), level, channel);
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
