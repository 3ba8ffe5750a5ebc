package io.quittance.examples.boot;

import io.quittance.core.error.Refusal;
import java.util.List;
import javax.money.MonetaryException;
import org.apache.tomcat.util.http.InvalidParameterException;
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
import org.springframework.web.bind.MissingServletRequestParameterException;
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
        return refused instanceof MonetaryException ? impossible() : failed(refused);
    }

    /** What JSR-354 throws by itself. */
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

    /** A query that is no text, which the container finds out when it is asked for a parameter. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(InvalidParameterException unreadable) {
        return answer(Problems.of(HttpStatus.valueOf(unreadable.getErrorCode())));
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
        return createResponseEntity(
                parameter(name, "must be a day such as 2026-03-31"), headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return createResponseEntity(
                parameter(missing.getParameterName(), "must be given"), headers, HttpStatus.BAD_REQUEST, request);
    }

    /** @param name as this service calls it */
    private static ProblemDetail parameter(String name, String rule) {
        var fault = new Problems.Fault("request.parameter", "", name, rule, null);
        return Problems.of(HttpStatus.BAD_REQUEST, "request.parameter", "A parameter cannot be read", List.of(fault));
    }

    /** What else the framework refuses: an address, a method, a media type. What it says of it quotes the request, and is left out. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return createResponseEntity(Problems.of(HttpStatus.valueOf(status.value())), headers, status, request);
    }

    /** Problems whatever answer was asked for, and where nobody can tell what was asked for. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
