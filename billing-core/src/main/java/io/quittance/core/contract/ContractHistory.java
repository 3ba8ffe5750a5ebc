package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it was signed, and all that changed it since, in the order in which it became known. It is only added to, and
 * answers as of any day, as far as it was known at any instant: an answer for such a pair never changes by what is recorded
 * later.
 *
 * <p>On a day the terms with the latest effective day not after it hold; of two with the same effective day the one that was
 * recorded last. So a correction of April leaves a change of July as it is.
 *
 * <p>Each amendment was recorded after the one before: two of one instant would let an answer for that very instant change.
 */
public final class ContractHistory implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final Contract signed;
    private final Instant signedAt;

    @SuppressWarnings("serial") // written through a proxy
    private final AmendmentLog amendments;

    private ContractHistory(Contract signed, Instant signedAt, AmendmentLog amendments) {
        this.signed = requireNonNull(signed, "signed");
        this.signedAt = requireNonNull(signedAt, "signedAt");
        this.amendments = amendments;
    }

    private void requireFits(Amendment amendment, Map<String, Schedule> counted, String at) {
        int count = amendments.size();
        Require.that(count < MOST, "amendments.count", "amendments", "must be at most " + MOST, count + 1);
        if (count == 0) {
            Require.that(
                    !amendment.recordedAt().isBefore(signedAt),
                    "amendment.recorded-at",
                    at + "recordedAt",
                    "must not be before " + signedAt,
                    amendment.recordedAt());
        } else {
            Instant last = amendments.at(count - 1).recordedAt();
            Require.that(
                    amendment.recordedAt().isAfter(last),
                    "amendment.recorded-at",
                    at + "recordedAt",
                    "must be after " + last,
                    amendment.recordedAt());
        }
        amendment
                .withdrawn()
                .ifPresent(key -> Require.that(
                        holds(key),
                        "amendment.withdrawn",
                        at + "withdrawn",
                        "must name an earlier amendment that holds",
                        key));
        Require.that(
                amendments.find(amendment.key()).isEmpty(),
                "amendment.duplicate",
                at + "key",
                "must be unique",
                amendment.key());
        Require.that(
                !amendment.key().equals(TermsVersion.SIGNED),
                "amendment.key",
                at + "key",
                "must not be " + TermsVersion.SIGNED + ", which names the terms as they were signed",
                amendment.key());
        requireWithin(amendment, at);
        CycleChange.require(amendments, counted, at + "terms.billed");
    }

    /** Whether that key is one of an amendment, no withdrawal, that is not withdrawn. */
    private boolean holds(String key) {
        return amendments
                        .find(key)
                        .filter(found -> found.kind() != Amendment.Kind.WITHDRAWAL)
                        .isPresent()
                && !amendments.isWithdrawn(key, amendments.size());
    }

    private void requireWithin(Amendment amendment, String at) {
        LocalDate start = signed.term().start();
        boolean ends = amendment.kind() == Amendment.Kind.END;
        amendment
                .date()
                .ifPresent(date -> Require.that(
                        ends ? date.isAfter(start) : !date.isBefore(start),
                        "amendment.date",
                        at + "date",
                        (ends ? "must be after" : "must not be before") + " the start of the contract, " + start,
                        date));
        amendment
                .days()
                .ifPresent(days -> Require.that(
                        !days.start().isBefore(start),
                        "amendment.date",
                        at + "days",
                        "must not begin before the start of the contract, " + start,
                        days));
        amendment
                .terms()
                .ifPresent(terms -> Require.that(
                        terms.currency().equals(signed.terms().currency()),
                        "amendment.currency",
                        at + "terms.currency",
                        "must stay " + signed.terms().currency().getCurrencyCode(),
                        terms.currency().getCurrencyCode()));
    }

    /** A contract that nothing has changed yet, known since an instant. */
    public static ContractHistory of(Contract signed, Instant signedAt) {
        return new ContractHistory(
                signed,
                signedAt,
                AmendmentLog.after(
                        CycleChange.counted(signed.terms(), signed.term().start())));
    }

    /**
     * The history with one more amendment. It costs the logarithm of the number of amendments.
     *
     * @throws IllegalArgumentException if it was not recorded after the last one, or before the contract was signed; if its key
     *     is known or {@value TermsVersion#SIGNED}, its day lies before the start of the contract, its terms have another
     *     currency or bill in another cycle what is counted over periods, or it withdraws what does not hold
     */
    public ContractHistory amended(Amendment amendment) {
        Map<String, Schedule> counted = requireNonNull(amendment, "amendment")
                .terms()
                .map(terms -> CycleChange.counted(terms, signed.term().start()))
                .orElse(Map.of());
        requireFits(amendment, counted, "amendments[" + amendments.size() + "].");
        return new ContractHistory(signed, signedAt, amendments.with(amendment, counted));
    }

    /**
     * The history with more amendments, in the order in which they became known.
     *
     * @throws IllegalArgumentException as {@link #amended}, by the place of the amendment in the whole history
     */
    public ContractHistory amendedAll(List<Amendment> more) {
        ContractHistory history = this;
        for (Amendment amendment : List.copyOf(more)) {
            history = history.amended(amendment);
        }
        return history;
    }

    /**
     * The same history where all terms are others: those that were signed and those of each amendment. A run over it tells what
     * would have been billed.
     *
     * @param change the terms in the place of some, or those themselves
     * @throws IllegalArgumentException as {@link #amended}, if the changed terms do not fit together
     */
    public ContractHistory withTerms(UnaryOperator<ContractTerms> change) {
        ContractHistory history = of(signed.on(signed.term(), change.apply(signed.terms())), signedAt);
        for (Amendment amendment : amendments()) {
            history = history.amended(amendment
                    .terms()
                    .map(terms -> Amendment.terms(
                            amendment.key(),
                            amendment.date().orElseThrow(),
                            amendment.recordedAt(),
                            change.apply(terms)))
                    .orElse(amendment));
        }
        return history;
    }

    /** The contract as it was signed. */
    public Contract signed() {
        return signed;
    }

    /** When it became known. */
    public Instant signedAt() {
        return signedAt;
    }

    /** What changed it, in the order in which it became known. */
    public List<Amendment> amendments() {
        return amendments.first(amendments.size());
    }

    /** The amendment of that key, withdrawn or not, if there is one. */
    public Optional<Amendment> amendment(String key) {
        return amendments.find(requireNonNull(key, "key"));
    }

    /** How many amendments were known at an instant, withdrawals and what they withdraw included. */
    public int knownCount(Instant knownAt) {
        requireNonNull(knownAt, "knownAt");
        int least = 0;
        int most = amendments.size();
        while (least < most) {
            int middle = (least + most) / 2;
            if (amendments.at(middle).recordedAt().isAfter(knownAt)) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }

    /**
     * The contract with the terms of a day, as far as it was known at an instant; empty where it was not known yet, or does
     * not hold on that day.
     */
    public Optional<Contract> asOf(AsOf asOf) {
        return term(asOf)
                .filter(term -> term.contains(asOf.date()))
                .map(term -> signed.on(
                        term, agreedOn(asOf.date(), known(asOf.knownAt())).terms()));
    }

    /**
     * The days on which the contract holds, as far as it was known at an instant, before it renews itself; empty where it was
     * not known yet.
     */
    public Optional<ServicePeriod> term(Instant knownAt) {
        return knownAt.isBefore(signedAt)
                ? Optional.empty()
                : Optional.of(new ServicePeriod(
                        signed.term().start(),
                        end(known(knownAt)).orElse(signed.term().end())));
    }

    private static Optional<LocalDate> end(List<Amendment> known) {
        LocalDate end = null;
        for (Amendment amendment : known) {
            if (amendment.kind() == Amendment.Kind.END) {
                end = amendment.date().orElseThrow();
            }
        }
        return Optional.ofNullable(end);
    }

    /**
     * The days on which the contract holds, as it looks on a day: a contract that renews itself ends later once the last day
     * for notice has passed, unless an amendment says where it ends. Empty where it was not known yet.
     */
    public Optional<ServicePeriod> term(AsOf asOf) {
        Optional<ServicePeriod> term = term(asOf.knownAt());
        return end(known(asOf.knownAt())).isPresent()
                ? term
                : term.map(agreed ->
                        new ServicePeriod(agreed.start(), signed.renewal().endAsOf(agreed, asOf.date())));
    }

    /**
     * The terms of some days, as far as they were known at an instant: in order, without gap or overlap over the days on which
     * the contract holds. Terms that are equal and meet are one version.
     */
    public List<TermsVersion> versions(ServicePeriod days, Instant knownAt) {
        return term(knownAt)
                .flatMap(days::intersection)
                .map(held -> versionsOf(held, knownAt))
                .orElse(List.of());
    }

    /** As {@link #versions(ServicePeriod, Instant)}, over the {@linkplain #term(AsOf) term as it looks on a day}. */
    public List<TermsVersion> versions(ServicePeriod days, AsOf asOf) {
        return term(asOf)
                .flatMap(days::intersection)
                .map(held -> versionsOf(held, asOf.knownAt()))
                .orElse(List.of());
    }

    /** The terms of days on which the contract holds or may hold, whatever the end of its term. */
    List<TermsVersion> versionsOf(ServicePeriod held, Instant knownAt) {
        List<Amendment> known = known(knownAt);
        var starts = new TreeMap<LocalDate, Agreed>();
        starts.put(held.start(), agreedOn(held.start(), known));
        for (Amendment amendment : known) {
            if (amendment.kind() == Amendment.Kind.TERMS
                    && held.contains(amendment.date().orElseThrow())) {
                starts.put(amendment.date().orElseThrow(), Agreed.by(amendment));
            }
        }
        return versions(held, starts);
    }

    /** The terms of that key: those of the amendment, or as they were signed; empty if there are none. */
    public Optional<ContractTerms> terms(String key) {
        return key.equals(TermsVersion.SIGNED)
                ? Optional.of(signed.terms())
                : amendment(key).flatMap(Amendment::terms);
    }

    /**
     * The first day for which the contract may be another by the amendments that became known after the first so many of them:
     * new terms, another end, a pause, or one of these withdrawn. Empty if there are none. Of a contract that renews itself any
     * end that is agreed is another, even that of its term: up to 1 January 2027 it was renewed from that day on, and is not now.
     *
     * @param known how many amendments were known, as {@link #knownCount} tells; zero or more
     */
    public Optional<LocalDate> changedSince(int known, Instant knownAt) {
        Require.that(known >= 0, "amendments.known", "known", "must not be negative", known);
        int now = knownCount(knownAt);
        LocalDate first = null;
        for (int i = known; i < now; i++) {
            Amendment amendment = amendments.at(i);
            Amendment meant = amendment.withdrawn().flatMap(this::amendment).orElse(amendment);
            if (meant.kind() != Amendment.Kind.END) {
                first = earlier(
                        first,
                        meant.days()
                                .map(ServicePeriod::start)
                                .orElseGet(() -> meant.date().orElseThrow()));
            }
        }
        if (known < now) {
            Optional<LocalDate> before = end(first(known));
            Optional<LocalDate> after = end(first(now));
            LocalDate ended = before.orElse(signed.term().end());
            LocalDate ends = after.orElse(signed.term().end());
            boolean isRenewal = renews() && before.isPresent() != after.isPresent();
            if (isRenewal || !ended.equals(ends)) {
                first = earlier(first, ended.isBefore(ends) ? ended : ends);
            }
        }
        return Optional.ofNullable(first);
    }

    /** Whether the contract goes on by itself while no amendment says where it ends. */
    private boolean renews() {
        return signed.renewal().length().isPresent();
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** Terms, and the key of the amendment that brought them. */
    private record Agreed(ContractTerms terms, String key) {
        static Agreed by(Amendment amendment) {
            return new Agreed(amendment.terms().orElseThrow(), amendment.key());
        }
    }

    private static List<TermsVersion> versions(ServicePeriod held, SortedMap<LocalDate, Agreed> starts) {
        var versions = new ArrayList<TermsVersion>();
        var days = new ArrayList<>(starts.keySet());
        for (int i = 0; i < days.size(); i++) {
            LocalDate end = i + 1 < days.size() ? days.get(i + 1) : held.end();
            Agreed agreed = requireNonNull(starts.get(days.get(i)));
            int last = versions.size() - 1;
            if (last >= 0 && versions.get(last).terms().equals(agreed.terms())) {
                TermsVersion same = versions.remove(last);
                versions.add(new TermsVersion(new ServicePeriod(same.days().start(), end), same.terms(), same.key()));
            } else {
                versions.add(new TermsVersion(new ServicePeriod(days.get(i), end), agreed.terms(), agreed.key()));
            }
        }
        return List.copyOf(versions);
    }

    /**
     * The days on which the service is not given and not charged, as far as they were known at an instant: in order, those that
     * overlap or meet as one, and only days on which the contract holds. Pauses of 1 to 10 May and 8 to 20 May are one of 1 to
     * 20 May.
     */
    public List<ServicePeriod> pauses(Instant knownAt) {
        List<Amendment> known = known(knownAt);
        var held = new ServicePeriod(
                signed.term().start(),
                end(known).orElse(renews() ? FOREVER : signed.term().end()));
        return ServicePeriod.merged(known.stream()
                .flatMap(amendment -> amendment.days().stream())
                .flatMap(days -> days.intersection(held).stream())
                .toList());
    }

    /** In which zone the days of the contract begin, as far as it was known at an instant; empty where it was not known yet. */
    public Optional<ZoneHistory> zones(Instant knownAt) {
        ZoneHistory zones = null;
        ZoneId before = null;
        if (knownAt.isBefore(signedAt)) {
            return Optional.empty();
        }
        for (TermsVersion version : versionsOf(new ServicePeriod(signed.term().start(), FOREVER), knownAt)) {
            ZoneId zone = version.terms().zone();
            if (zones == null) {
                zones = ZoneHistory.of(zone);
            } else if (!zone.equals(before)) {
                zones = zones.changing(version.days().start(), zone);
            }
            before = zone;
        }
        return Optional.ofNullable(zones);
    }

    /** What was known and not withdrawn, in order. */
    List<Amendment> known(Instant knownAt) {
        return first(knownCount(knownAt));
    }

    /** Those of the first so many that were not withdrawn by one of them. */
    private List<Amendment> first(int count) {
        return amendments.first(count).stream()
                .filter(amendment -> !amendments.isWithdrawn(amendment.key(), count))
                .toList();
    }

    private Agreed agreedOn(LocalDate day, List<Amendment> known) {
        var agreed = new Agreed(signed.terms(), TermsVersion.SIGNED);
        LocalDate latest = LocalDate.MIN;
        for (Amendment amendment : known) {
            if (amendment.kind() == Amendment.Kind.TERMS) {
                LocalDate effective = amendment.date().orElseThrow();
                if (!effective.isAfter(day) && !effective.isBefore(latest)) {
                    agreed = Agreed.by(amendment);
                    latest = effective;
                }
            }
        }
        return agreed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContractHistory that
                && signed.equals(that.signed)
                && signedAt.equals(that.signedAt)
                && amendments().equals(that.amendments());
    }

    @Override
    public int hashCode() {
        return Objects.hash(signed, signedAt, amendments());
    }

    /** For example {@code contract C-1, signed 2026-01-01T00:00:00Z, 2 amendments}. */
    @Override
    public String toString() {
        return signed + ", signed " + signedAt + ", " + amendments.size() + " amendments";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a history is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(signed, signedAt, amendments());
    }

    /** The serial form, checked on the way back in. */
    private record Proxy(Contract signed, Instant signedAt, List<Amendment> amendments) implements Serializable {
        private Object readResolve() {
            return of(signed, signedAt).amendedAll(amendments);
        }
    }
}
