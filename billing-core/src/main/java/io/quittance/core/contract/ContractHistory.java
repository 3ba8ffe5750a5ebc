package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it was signed, and all that changed it since, in the order in which it became known. It is only added to, and
 * answers as of any day, as far as it was known at any instant: an answer for such a pair never changes by what is recorded
 * later.
 *
 * <p>On a day the terms with the latest effective day not after it hold; of two with the same effective day the one that was
 * recorded last. So a correction of April leaves a change of July as it is.
 */
public final class ContractHistory implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    private final Contract signed;
    private final Instant signedAt;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Amendment> amendments;

    private ContractHistory(Contract signed, Instant signedAt, List<Amendment> amendments) {
        this.signed = requireNonNull(signed, "signed");
        this.signedAt = requireNonNull(signedAt, "signedAt");
        this.amendments = List.copyOf(amendments);
        requireOrder();
    }

    private void requireOrder() {
        Require.that(
                amendments.size() <= MOST,
                "amendments.count",
                "amendments",
                "must be at most " + MOST,
                amendments.size());
        var kinds = new TreeMap<String, Amendment.Kind>();
        var gone = new HashSet<String>();
        Instant last = signedAt;
        for (int i = 0; i < amendments.size(); i++) {
            Amendment amendment = amendments.get(i);
            String at = "amendments[" + i + "].";
            Require.that(
                    !amendment.recordedAt().isBefore(last),
                    "amendment.recorded-at",
                    at + "recordedAt",
                    "must not be before " + last,
                    amendment.recordedAt());
            last = amendment.recordedAt();
            amendment.withdrawn().ifPresent(key -> {
                Require.that(
                        kinds.containsKey(key) && kinds.get(key) != Amendment.Kind.WITHDRAWAL && gone.add(key),
                        "amendment.withdrawn",
                        at + "withdrawn",
                        "must name an earlier amendment that holds",
                        key);
            });
            Require.that(
                    kinds.put(amendment.key(), amendment.kind()) == null,
                    "amendment.duplicate",
                    at + "key",
                    "must be unique",
                    amendment.key());
            requireWithin(amendment, at);
        }
    }

    private void requireWithin(Amendment amendment, String at) {
        LocalDate start = signed.term().start();
        amendment
                .date()
                .ifPresent(date -> Require.that(
                        amendment.kind() == Amendment.Kind.END ? date.isAfter(start) : !date.isBefore(start),
                        "amendment.date",
                        at + "date",
                        amendment.kind() == Amendment.Kind.END
                                ? "must be after the start of the contract, " + start
                                : "must not be before the start of the contract, " + start,
                        date));
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
        return new ContractHistory(signed, signedAt, List.of());
    }

    /**
     * The history with one more amendment.
     *
     * @throws IllegalArgumentException if it was recorded before the last one, its key is known, its day lies before the
     *     start of the contract, its terms have another currency, or it withdraws what does not hold
     */
    public ContractHistory amended(Amendment amendment) {
        var more = new ArrayList<>(amendments);
        more.add(requireNonNull(amendment, "amendment"));
        return new ContractHistory(signed, signedAt, more);
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
        return amendments;
    }

    /**
     * The contract with the terms of a day, as far as it was known at an instant; empty where it was not known yet, or does
     * not hold on that day.
     */
    public Optional<Contract> asOf(AsOf asOf) {
        return term(asOf.knownAt())
                .filter(term -> term.contains(asOf.date()))
                .map(term -> Contract.of(
                        signed.id(),
                        signed.customer(),
                        term,
                        agreedOn(asOf.date(), known(asOf.knownAt())).terms()));
    }

    /** The days on which the contract holds, as far as it was known at an instant; empty where it was not known yet. */
    public Optional<ServicePeriod> term(Instant knownAt) {
        if (knownAt.isBefore(signedAt)) {
            return Optional.empty();
        }
        LocalDate end = signed.term().end();
        for (Amendment amendment : known(knownAt)) {
            if (amendment.kind() == Amendment.Kind.END) {
                end = amendment.date().orElseThrow();
            }
        }
        return Optional.of(new ServicePeriod(signed.term().start(), end));
    }

    /**
     * The terms of some days, as far as they were known at an instant: in order, without gap or overlap over the days on which
     * the contract holds. Terms that are equal and meet are one version.
     */
    public List<TermsVersion> versions(ServicePeriod days, Instant knownAt) {
        ServicePeriod held = term(knownAt).flatMap(days::intersection).orElse(null);
        if (held == null) {
            return List.of();
        }
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

    /** In which zone the days of the contract begin, as far as it was known at an instant; empty where it was not known yet. */
    public Optional<ZoneHistory> zones(Instant knownAt) {
        ZoneHistory zones = null;
        ZoneId before = null;
        for (TermsVersion version :
                term(knownAt).map(term -> versions(term, knownAt)).orElse(List.of())) {
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
    private List<Amendment> known(Instant knownAt) {
        List<Amendment> known = amendments.stream()
                .filter(amendment -> !amendment.recordedAt().isAfter(knownAt))
                .toList();
        Set<String> withdrawn = new HashSet<>();
        known.forEach(amendment -> amendment.withdrawn().ifPresent(withdrawn::add));
        return known.stream()
                .filter(amendment -> !withdrawn.contains(amendment.key()))
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
                && amendments.equals(that.amendments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(signed, signedAt, amendments);
    }

    /** For example {@code contract C-1, signed 2026-01-01T00:00:00Z, 2 amendments}. */
    @Override
    public String toString() {
        return signed + ", signed " + signedAt + ", " + amendments.size() + " amendments";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new ContractHistory(signed, signedAt, amendments);
    }
}
