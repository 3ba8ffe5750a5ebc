package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.risk.CreditApplication;
import io.quittance.ar.risk.CreditDecision;
import io.quittance.ar.risk.CreditFile;
import io.quittance.ar.risk.CreditLimit;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.credit.CreditRequest;
import io.quittance.kpi.credit.CreditRequest.Outcome;
import io.quittance.kpi.credit.CreditReview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Requests for credit and reviews of limits as events, read from the credit files of {@code ar.risk}. A file is a value without times of recording: read it whenever it changed, with the instant of
 * the change, and put what you get into one {@link io.quittance.kpi.EventLog}; that answers as of any date and any time of knowledge.
 */
public final class CreditEvents {
    private CreditEvents() {}

    /**
     * The applications of a file, with keys made of customer and application. One is approved if the limit that is granted is at least the one that was asked for, in all and in each category,
     * in part if it is less, and rejected if none, or one of 0, is granted.
     *
     * @param recordedAt when the file came to be as it is
     * @throws io.quittance.core.error.CurrencyMismatchException if a limit is granted in another currency than it was asked for
     */
    public static List<CreditRequest> requests(CreditFile file, Instant recordedAt) {
        requireNonNull(recordedAt, "recordedAt");
        var requests = new ArrayList<CreditRequest>();
        for (CreditApplication application : file.applications()) {
            CreditRequest received = CreditRequest.received(
                    key(file, application), file.customer().value(), application.appliedOn(), recordedAt);
            CreditDecision decision = application.decision();
            requests.add(
                    decision == null
                            ? received
                            : received.decided(
                                    decision.decidedOn(), outcome(application.requested(), decision), recordedAt));
        }
        return List.copyOf(requests);
    }

    /**
     * The reviews that were planned when limits were granted, under the same keys. One is done on the day of the next decision about the customer, whatever that was.
     *
     * @param recordedAt when the file came to be as it is
     */
    public static List<CreditReview> reviews(CreditFile file, Instant recordedAt) {
        requireNonNull(recordedAt, "recordedAt");
        List<CreditApplication> decided = file.applications().stream()
                .filter(application -> application.decision() != null)
                .sorted(Comparator.comparing(
                        application -> decision(application).decidedOn()))
                .toList();
        var reviews = new ArrayList<CreditReview>();
        for (int i = 0; i < decided.size(); i++) {
            CreditDecision decision = decision(decided.get(i));
            LocalDate day = decision.isGranted() ? decision.reviewOn() : null;
            if (day != null) {
                CreditReview due = CreditReview.due(
                        key(file, decided.get(i)), file.customer().value(), day, recordedAt);
                reviews.add(
                        i + 1 < decided.size()
                                ? due.done(decision(decided.get(i + 1)).decidedOn(), recordedAt)
                                : due);
            }
        }
        return List.copyOf(reviews);
    }

    private static String key(CreditFile file, CreditApplication application) {
        return file.customer().value() + "/" + application.id();
    }

    private static CreditDecision decision(CreditApplication application) {
        return Require.present(application.decision(), "decision");
    }

    private static Outcome outcome(CreditLimit requested, CreditDecision decision) {
        CreditLimit granted = decision.granted();
        if (granted == null
                || granted.limit().filter(most -> most.signum() == 0).isPresent()) {
            return Outcome.REJECTED;
        }
        return isAtLeast(granted, requested) ? Outcome.APPROVED : Outcome.APPROVED_IN_PART;
    }

    /** In a category without a limit of its own, that of all was asked for. */
    private static boolean isAtLeast(CreditLimit granted, CreditLimit requested) {
        Amount asked = requested.limit().orElse(null);
        if (granted.limit()
                .filter(most -> asked == null || most.isLessThan(asked))
                .isPresent()) {
            return false;
        }
        for (Map.Entry<String, Amount> category : granted.categories().entrySet()) {
            Amount inCategory = requested.categories().get(category.getKey());
            Amount most = inCategory == null ? asked : inCategory;
            if (most == null || category.getValue().isLessThan(most)) {
                return false;
            }
        }
        return true;
    }
}
