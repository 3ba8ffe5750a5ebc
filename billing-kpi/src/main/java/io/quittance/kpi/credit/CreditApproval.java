package io.quittance.kpi.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.credit.CreditRequest.Decision;
import io.quittance.kpi.credit.CreditRequest.Outcome;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

/**
 * How many requests for credit are approved in full, in percent: of those decided in the period, or of those received in it. Whether more is better is a matter of policy. Requests that are
 * approved in part are a class of their own ({@link #inPart()}), of which the result tells ({@code APPROVED_IN_PART}). Of 5 received, 2 are approved, 1 in part, 1 is rejected and 1 waits: 50 %
 * of the decided and 40 % of the received are approved.
 *
 * @param basis which requests are counted
 * @param isInPart whether those that were approved in part are meant instead of those approved in full
 */
public record CreditApproval(Of basis, boolean isInPart) implements Kpi<EventFigures<CreditRequest>>, Serializable {

    /** Which requests are counted. */
    public enum Of {
        /** Decided in the period, whenever they came in; those that came in by its end and wait are left out ({@code PENDING}). */
        DECIDED,
        /** Received in the period; those that wait on the day of the question are not approved. */
        RECEIVED
    }

    /** Checks the parts. */
    public CreditApproval {
        requireNonNull(basis, "basis");
    }

    /** Of the requests decided in the period. */
    public static CreditApproval ofDecided() {
        return new CreditApproval(Of.DECIDED, false);
    }

    /** Of the requests received in the period. */
    public static CreditApproval ofReceived() {
        return new CreditApproval(Of.RECEIVED, false);
    }

    /** Those that were approved in part instead. */
    public CreditApproval inPart() {
        return new CreditApproval(basis, true);
    }

    @Override
    public KpiDefinition definition() {
        String of = basis == Of.DECIDED ? "requests decided in the period" : "requests received in the period";
        return KpiDefinition.of(
                        "credit.approval" + (isInPart ? ".in-part" : "") + (basis == Of.DECIDED ? "" : ".of-received"),
                        "Requests for credit approved" + (isInPart ? " in part" : "")
                                + (basis == Of.DECIDED ? "" : ", of received"),
                        KpiUnit.PERCENT,
                        Direction.INFORMATIONAL,
                        of + " and approved in " + (isInPart ? "part" : "full") + " / " + of + " × 100")
                .undefinedWhen("there is none (NO_REQUESTS)")
                .definedBy(basis == Of.DECIDED ? "requirement" : "KPI Depot, credit approval rate");
    }

    /** In percent; undefined if none was decided or received. */
    @Override
    public KpiResult compute(EventFigures<CreditRequest> figures) {
        KpiBasis.Builder result = KpiBasis.of(definition()).period(figures.period());
        LocalDate until = figures.asOf().date();
        var items = new ArrayList<KpiItem>();
        for (CreditRequest request : figures.events()) {
            Optional<Decision> decision = request.decidedBy(until);
            boolean isReceived = figures.period().contains(request.received());
            boolean isDecided = decision.filter(made -> figures.period().contains(made.day()))
                    .isPresent();
            boolean isWaiting = decision.isEmpty()
                    && !request.received().isAfter(figures.period().lastDay());
            if (basis == Of.DECIDED && isWaiting) {
                result.exclusion("PENDING");
            }
            if (basis == Of.DECIDED ? isDecided : isReceived) {
                Outcome outcome = decision.map(Decision::outcome).orElse(Outcome.REJECTED);
                if (outcome == Outcome.APPROVED_IN_PART) {
                    result.note("APPROVED_IN_PART");
                }
                items.add(KpiItem.counted(
                        request.key(), outcome == (isInPart ? Outcome.APPROVED_IN_PART : Outcome.APPROVED)));
            }
        }
        return result.share(
                items,
                "NO_REQUESTS",
                "no request was " + (basis == Of.DECIDED ? "decided" : "received") + " in the period");
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
