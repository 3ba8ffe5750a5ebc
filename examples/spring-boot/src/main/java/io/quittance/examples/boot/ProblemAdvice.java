package io.quittance.examples.boot;

import io.quittance.core.error.Refusal;
import java.util.List;
import javax.money.MonetaryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers everything that goes wrong with problem details. Neither they nor the log have anything of a request that may be personal: of what
 * the library refuses they have what it shows, of what the framework refuses the place and the rule.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The library's own: one family, of three kinds of Java. */
    @ExceptionHandler({IllegalArgumentException.class, MonetaryException.class, ArithmeticException.class})
    ResponseEntity<ProblemDetail> refused(RuntimeException refused) {
        if (refused instanceof Refusal refusal) {
            return answer(Problems.of(refusal, ""));
        }
        return refused instanceof IllegalArgumentException ? failed(refused) : impossible();
    }

    /** What JSR-354 throws by itself, and sums that nobody can hold. */
    private static ResponseEntity<ProblemDetail> impossible() {
        return answer(Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "money",
                "The amounts of the request cannot be computed with",
                List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedPartException refused) {
        return answer(Problems.of(refused.refusal(), refused.part()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownCustomerException unknown) {
        return answer(Problems.of(
                HttpStatus.NOT_FOUND, "customer.unknown", "Nothing was posted for this customer", List.of()));
    }

    /** A defect of ours: what the exception says may be of the request, so the log has its place alone. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failed) {
        StackTraceElement[] stack = failed.getStackTrace();
        LOG.error("{} at {}", failed.getClass().getName(), stack.length == 0 ? "an unknown place" : stack[0]);
        return answer(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The service has failed", List.of()));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = UnreadableJson.problem(unreadable);
        return createResponseEntity(problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name =
                mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "parameter";
        var fault = new Problems.Fault("request.parameter", "", name, "must be a day such as 2026-03-31", null);
        ProblemDetail problem =
                Problems.of(HttpStatus.BAD_REQUEST, "request.parameter", "A parameter cannot be read", List.of(fault));
        return createResponseEntity(problem, headers, status, request);
    }

    /** What else the framework refuses: an address, a method, a media type, a parameter that is missing. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        ProblemDetail problem = Problems.of(known, "http." + known.value(), known.getReasonPhrase(), List.of());
        if (exception instanceof ErrorResponse refused) {
            problem.setDetail(refused.getBody().getDetail());
        }
        return createResponseEntity(problem, headers, status, request);
    }
}
