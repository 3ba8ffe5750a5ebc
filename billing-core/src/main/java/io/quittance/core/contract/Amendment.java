package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a contract: other terms from a day on, another end of its term, a pause, or the withdrawal of an earlier
 * amendment. It has two times: from when it holds, and when it became known. Terms of 1 April that are recorded on 20 May correct April as far
 * as it is looked at from 20 May on.
 */
public final class Amendment implements Serializable {
    /** What is changed. */
    public enum Kind {
        /** The terms, from a day on. */
        TERMS,
        /** The end of the term: earlier where the contract is terminated, later where it is renewed. */
        END,
        /** Some days on which the service is not given and not charged. */
        PAUSE,
        /** An earlier amendment is taken back, as if it had never been made. */
        WITHDRAWAL
    }

    private static final long serialVersionUID = 1L;

    private final String key;
    private final Kind kind;
    private final Instant recordedAt;
    private final @Nullable LocalDate date;
    private final @Nullable ContractTerms terms;
    private final @Nullable ServicePeriod days;
    private final @Nullable String withdrawn;

    private Amendment(
            String key,
            Kind kind,
            Instant recordedAt,
            @Nullable LocalDate date,
            @Nullable ContractTerms terms,
            @Nullable ServicePeriod days,
            @Nullable String withdrawn) {
        this.key = Require.id(key, "amendment");
        this.kind = requireNonNull(kind, "kind");
        this.recordedAt = requireNonNull(recordedAt, "recordedAt");
        boolean dated = kind == Kind.TERMS || kind == Kind.END;
        this.date = dated ? Dates.inCalendar(Require.present(date, "date"), "date") : null;
        this.terms = kind == Kind.TERMS ? Require.present(terms, "terms") : null;
        this.days = kind == Kind.PAUSE ? Require.present(days, "days") : null;
        this.withdrawn =
                kind == Kind.WITHDRAWAL ? Require.id(Require.present(withdrawn, "withdrawn"), "withdrawn") : null;
    }

    /**
     * Other terms from a day on, up to the day from which an amendment with a later day holds.
     *
     * @param key unique among the amendments of a contract
     * @param effective the first day on which they hold
     * @param recordedAt when the change became known
     */
    public static Amendment terms(String key, LocalDate effective, Instant recordedAt, ContractTerms terms) {
        return new Amendment(key, Kind.TERMS, recordedAt, effective, terms, null, null);
    }

    /**
     * Another end of the term, by renewal or termination.
     *
     * @param end the first day on which the contract no longer holds
     */
    public static Amendment end(String key, LocalDate end, Instant recordedAt) {
        return new Amendment(key, Kind.END, recordedAt, end, null, null, null);
    }

    /**
     * A pause: on those days the service is not given and not charged.
     *
     * @param days those of the contract among them count, also where its end is moved later
     */
    public static Amendment pause(String key, ServicePeriod days, Instant recordedAt) {
        return new Amendment(key, Kind.PAUSE, recordedAt, null, null, days, null);
    }

    /** Takes an earlier amendment back. */
    public static Amendment withdrawal(String key, String withdrawn, Instant recordedAt) {
        return new Amendment(key, Kind.WITHDRAWAL, recordedAt, null, null, null, withdrawn);
    }

    /** Unique among the amendments of a contract. */
    public String key() {
        return key;
    }

    /** What is changed. */
    public Kind kind() {
        return kind;
    }

    /** When the change became known. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** The first day of new terms, or the new end; empty for all else. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(date);
    }

    /** The new terms, where terms are changed. */
    public Optional<ContractTerms> terms() {
        return Optional.ofNullable(terms);
    }

    /** The days of a pause, if it is one. */
    public Optional<ServicePeriod> days() {
        return Optional.ofNullable(days);
    }

    /** The key of the amendment that is taken back, if one is. */
    public Optional<String> withdrawn() {
        return Optional.ofNullable(withdrawn);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Amendment that
                && key.equals(that.key)
                && kind == that.kind
                && recordedAt.equals(that.recordedAt)
                && Objects.equals(date, that.date)
                && Objects.equals(terms, that.terms)
                && Objects.equals(days, that.days)
                && Objects.equals(withdrawn, that.withdrawn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, recordedAt);
    }

    /** For example {@code A-1: terms from 2026-04-01, recorded 2026-05-20T09:00:00Z}. */
    @Override
    public String toString() {
        return key + ": "
                + switch (kind) {
                    case TERMS -> "terms from " + date;
                    case END -> "ends on " + date;
                    case PAUSE -> "paused on " + days;
                    case WITHDRAWAL -> "withdraws " + withdrawn;
                }
                + ", recorded " + recordedAt;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Amendment(key, kind, recordedAt, date, terms, days, withdrawn);
    }
}
