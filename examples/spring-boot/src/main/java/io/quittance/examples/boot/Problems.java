package io.quittance.examples.boot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quittance.core.error.Refusal;
import io.quittance.json.InvalidDocumentException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Refusals of the library as problem details (RFC 9457). The type is a URN of the code, which is stable; {@code errors} say what is wrong
 * where, each with code, path, argument and rule, and the value where the library shows it: it shows none that is personal.
 */
final class Problems {
    private static final String TYPE = "urn:quittance:problem:";
    /** What is no document at all, whatever it says. */
    static final Set<String> MALFORMED = Set.of("json.syntax", "json.bounds");
    /** What was right by itself, but does not fit what is there. */
    static final Set<String> CONFLICTS = Set.of(
            "billing.amendments",
            "contract.changed",
            "ledger.key-twice",
            "ledger.payment-twice",
            "ledger.receivable-twice",
            "ledger.recorded-at",
            "ledger.stale-version",
            "usage.key-twice");

    /** What helps, in words of ours: those of framework and container quote the request, and anything may stand in one. */
    private static final Map<HttpStatus, String> ADVICE = Map.of(
            HttpStatus.NOT_FOUND, "Nothing is at this address",
            HttpStatus.METHOD_NOT_ALLOWED, "The Allow header has the methods of this address",
            HttpStatus.NOT_ACCEPTABLE, "Answers are application/json",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json");

    /** Where a payer may have written anything anywhere: the library hides his name and account there, this service all that is wrong. */
    private static final String PERSONAL = "fact.payment";

    /** Something else stands where one value was expected, and anything may: a name instead of the whole fact. */
    private static final String OTHER_TYPE = "json.type";

    /** One thing that is wrong. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            String code,
            String path,
            String argument,
            String rule,
            @Nullable String value) {
        static Fault of(Refusal refusal, String part) {
            String path = refusal.path();
            String whole = part.isEmpty() || path.isEmpty() ? part + path : part + "." + path;
            return new Fault(
                    refusal.code(),
                    whole,
                    refusal.argument(),
                    refusal.rule(),
                    hides(refusal, whole) ? null : refusal.value().orElse(null));
        }

        private static boolean hides(Refusal refusal, String path) {
            return path.startsWith(PERSONAL) || refusal.code().equals(OTHER_TYPE);
        }
    }

    private Problems() {}

    /**
     * The problem of a refusal.
     *
     * @param part the part of the request that was refused; empty for all of it
     */
    static ProblemDetail of(Refusal refusal, String part) {
        List<? extends Refusal> all =
                refusal instanceof InvalidDocumentException document ? document.errors() : List.of(refusal);
        return of(
                status(all),
                refusal.code(),
                all.size() == 1 ? "The request was refused" : "The request was refused in several places",
                all.stream().map(each -> Fault.of(each, part)).toList());
    }

    /** The problem of a status alone: what the request said is not in it. */
    static ProblemDetail of(HttpStatus status) {
        ProblemDetail problem = of(status, "http." + status.value(), status.getReasonPhrase(), List.of());
        problem.setDetail(ADVICE.get(status));
        return problem;
    }

    /** A problem with what is wrong, as text in its detail too. */
    static ProblemDetail of(HttpStatus status, String code, String title, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        if (!faults.isEmpty()) {
            problem.setDetail(text(faults.get(0)));
            problem.setProperty("errors", faults);
        }
        return problem;
    }

    private static HttpStatus status(List<? extends Refusal> refusals) {
        if (refusals.stream().anyMatch(refusal -> MALFORMED.contains(refusal.code()))) {
            return HttpStatus.BAD_REQUEST;
        }
        return refusals.stream().anyMatch(refusal -> CONFLICTS.contains(refusal.code()))
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String text(Fault fault) {
        String where = fault.path().isEmpty() ? "" : fault.path() + ": ";
        String value = fault.value() == null ? "" : ", but was " + fault.value();
        return where + fault.argument() + " " + fault.rule() + value;
    }
}
