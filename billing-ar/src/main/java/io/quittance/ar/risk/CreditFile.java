package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The applications and holds of a customer, each by its id. A value: each change gives the next one.
 *
 * @param customer whose credit it is
 * @param applications by the day on which they came in, then id
 * @param holds by the day on which they were placed, then id
 */
public record CreditFile(CustomerId customer, List<CreditApplication> applications, List<CreditHold> holds)
        implements Serializable {
    private static final Comparator<CreditApplication> BY_DAY =
            Comparator.comparing(CreditApplication::appliedOn).thenComparing(CreditApplication::id);
    private static final Comparator<CreditHold> BY_PLACED =
            Comparator.comparing(CreditHold::placedOn).thenComparing(CreditHold::id);

    /** Copies and sorts the lists; no id is there twice. */
    public CreditFile {
        requireNonNull(customer, "customer");
        applications = applications.stream().sorted(BY_DAY).toList();
        holds = holds.stream().sorted(BY_PLACED).toList();
        apart(applications, CreditApplication::id, "applications");
        apart(holds, CreditHold::id, "holds");
    }

    private static <T> void apart(List<T> all, Function<T, String> id, String argument) {
        List<String> ids = all.stream().map(id).sorted().toList();
        for (int i = 1; i < ids.size(); i++) {
            Require.that(
                    !ids.get(i).equals(ids.get(i - 1)),
                    "credit.id-twice",
                    argument,
                    "must have each id once",
                    ids.get(i));
        }
    }

    /** Nothing yet. */
    public static CreditFile of(CustomerId customer) {
        return new CreditFile(customer, List.of(), List.of());
    }

    /**
     * The same with an application; the same one if it is there already, also if it was decided since.
     *
     * @throws IllegalArgumentException if another one has its id
     */
    public CreditFile applied(CreditApplication application) {
        Optional<CreditApplication> there = find(applications, CreditApplication::id, application.id());
        there.ifPresent(same -> Require.that(
                same.equals(application) || same.undecided().equals(application),
                "credit.id-twice",
                "id",
                "must not be that of another application",
                application.id()));
        return there.isPresent() ? this : new CreditFile(customer, with(applications, application), holds);
    }

    /**
     * The same with what was decided about an application.
     *
     * @throws IllegalArgumentException if there is none with that id, or something else was decided
     */
    public CreditFile decided(String application, CreditDecision decision) {
        CreditApplication before = known(find(applications, CreditApplication::id, application), application);
        return new CreditFile(customer, with(without(applications, before), before.decided(decision)), holds);
    }

    /**
     * The same with a hold; the same one if it is there already, also if it was released since.
     *
     * @throws IllegalArgumentException if another one has its id
     */
    public CreditFile held(CreditHold hold) {
        Optional<CreditHold> there = find(holds, CreditHold::id, hold.id());
        there.ifPresent(same -> Require.that(
                same.equals(hold) || same.unreleased().equals(hold),
                "credit.id-twice",
                "id",
                "must not be that of another hold",
                hold.id()));
        return there.isPresent() ? this : new CreditFile(customer, applications, with(holds, hold));
    }

    /**
     * The same, where a hold holds no more from a day on.
     *
     * @throws IllegalArgumentException if there is none with that id, or it was released otherwise
     */
    public CreditFile released(String hold, LocalDate day, ActorId by) {
        CreditHold before = known(find(holds, CreditHold::id, hold), hold);
        return new CreditFile(customer, applications, with(without(holds, before), before.released(day, by)));
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> id, String wanted) {
        return all.stream().filter(each -> id.apply(each).equals(wanted)).findFirst();
    }

    private static <T> T known(Optional<T> found, String id) {
        Require.that(found.isPresent(), "credit.unknown", "id", "must be known", id);
        return found.orElseThrow();
    }

    private static <T> List<T> with(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }

    /**
     * The application whose limit is that of a day: of the last decision by then that granted one, of two decisions of a day that of the later
     * application; empty if there is none.
     */
    public Optional<CreditApplication> grantedOn(LocalDate day) {
        return applications.stream()
                .filter(application -> application.isGranted(day))
                .reduce((one, other) ->
                        decision(other).decidedOn().isBefore(decision(one).decidedOn()) ? one : other);
    }

    private static CreditDecision decision(CreditApplication application) {
        return Require.present(application.decision(), "decision");
    }

    /** The limit of a day; empty if none was granted. */
    public Optional<CreditLimit> limitOn(LocalDate day) {
        return grantedOn(day)
                .map(application -> Require.present(decision(application).granted(), "granted"));
    }

    /** Applications that wait for a decision at the end of a day. */
    public List<CreditApplication> pendingOn(LocalDate day) {
        return applications.stream()
                .filter(application -> application.isPending(day))
                .toList();
    }

    /** The application whose limit is that of a day, if its decision is to be looked at again by then. */
    public Optional<CreditApplication> reviewDueOn(LocalDate day) {
        return grantedOn(day).filter(application -> {
            LocalDate review = decision(application).reviewOn();
            return review != null && !review.isAfter(day);
        });
    }

    /** The holds of a day. */
    public List<CreditHold> holdsOn(LocalDate day) {
        return holds.stream().filter(hold -> hold.holdsOn(day)).toList();
    }

    /** Whether orders wait on a day. */
    public boolean isOnHold(LocalDate day) {
        return !holdsOn(day).isEmpty();
    }
}
