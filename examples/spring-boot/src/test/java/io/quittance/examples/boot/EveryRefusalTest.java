package io.quittance.examples.boot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.einvoice.EInvoice;
import io.quittance.einvoice.EInvoiceRefusedException;
import io.quittance.einvoice.Profile;
import io.quittance.einvoice.Syntax;
import io.quittance.json.InvalidDocumentException;
import io.quittance.json.LedgerJson;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.money.MonetaryException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/** Every exception class of every published module has a problem, and each is tried with one that the library really throws. */
class EveryRefusalTest {
    private static final List<Class<?>> MODULES = List.of(
            Amount.class,
            io.quittance.ar.ledger.Ledger.class,
            io.quittance.kpi.Kpi.class,
            LedgerJson.class,
            EInvoice.class,
            io.quittance.bank.BankStatement.class,
            io.quittance.testkit.BrokenLaw.class);
    /** Ends the reading of a document with too many errors, and is caught where it is thrown. */
    private static final String WITHIN_THE_LIBRARY = "io.quittance.json.DocumentErrors$TooMany";

    /** Conflicts that this service finds by itself. */
    private static final Set<String> ITS_OWN = Set.of("contract.changed", "usage.key-twice");

    private static final Amount TEN = Amount.of("10", "EUR");

    /** What throws an exception, and the status and code of its problem. */
    private record Case(ThrowingCallable thrown, int status, String code) {}

    private static final Map<Class<?>, Case> CASES = Map.of(
            InvalidArgumentException.class,
            new Case(() -> CustomerId.of(""), 422, "id.length"),
            CurrencyMismatchException.class,
            new Case(() -> TEN.add(Amount.of("1", "USD")), 422, "currency.mismatch"),
            InexactResultException.class,
            new Case(() -> TEN.divide(3), 422, "quotient.endless"),
            InvalidDocumentException.class,
            new Case(() -> LedgerJson.read("{}"), 422, "json.errors"),
            EInvoiceRefusedException.class,
            new Case(() -> EInvoice.of(invoice(), Profile.PEPPOL_BIS3).bytes(Syntax.UBL), 422, "einvoice.refused"));

    @Test
    void allAreKnownHere() throws IOException, URISyntaxException {
        var found = new HashSet<Class<?>>();
        for (Class<?> module : MODULES) {
            forFiles(module, root -> found.addAll(exceptions(root, module)));
        }
        found.removeIf(type -> type.getName().equals(WITHIN_THE_LIBRARY));
        assertThat(found).isEqualTo(CASES.keySet());
    }

    @Test
    void eachHasAProblem() {
        CASES.forEach((type, known) -> {
            Throwable thrown = catchThrowable(known.thrown());
            assertThat(thrown).isExactlyInstanceOf(type).isInstanceOf(Refusal.class);
            ProblemDetail problem = problem(thrown);
            assertThat(problem.getStatus()).as(type.getName()).isEqualTo(known.status());
            assertThat(problem.getType()).hasToString("urn:quittance:problem:" + known.code());
            assertThat(problem.getDetail()).isNotEmpty();
        });
    }

    @Test
    void whatJsr354ThrowsByItselfHasAProblemToo() {
        Throwable thrown = catchThrowable(() -> TEN.with(amount -> {
            throw new IllegalStateException("a stranger's");
        }));
        assertThat(thrown).isInstanceOf(MonetaryException.class).isNotInstanceOf(Refusal.class);
        assertThat(problem(thrown).getStatus()).isEqualTo(422);
    }

    /** A code that is renamed would quietly become another status. */
    @Test
    void codesWithAStatusOfTheirOwnAreThoseOfTheLibrary() throws IOException, URISyntaxException {
        var unknown = new HashSet<>(Problems.MALFORMED);
        unknown.addAll(Problems.CONFLICTS);
        assertThat(unknown).hasSizeGreaterThan(5).containsAll(ITS_OWN);
        for (Class<?> module : MODULES) {
            forFiles(module, root -> unknown.removeAll(constants(root, unknown)));
        }
        assertThat(unknown).isEqualTo(ITS_OWN);
    }

    /** What may be a defect of the service is none of the client's, and tells nothing of the request. */
    @Test
    void aDefectIsToldAsOne() {
        for (Throwable defect : List.of(
                new IllegalStateException("Erika Mustermann"),
                new IllegalArgumentException("Erika Mustermann"),
                new ArithmeticException("Erika Mustermann"))) {
            ProblemDetail problem = problem(defect);
            assertThat(problem.getStatus()).isEqualTo(500);
            assertThat(Service.JSON.writeValueAsString(problem)).doesNotContain("Erika");
        }
        assertThat(Service.running().log()).doesNotContain("Erika");
    }

    /** By the method that the framework chooses for it. */
    private static ProblemDetail problem(Throwable thrown) {
        Method method = requireNonNull(
                new ExceptionHandlerMethodResolver(ProblemAdvice.class).resolveMethodByThrowable(thrown),
                thrown.getClass().getName());
        try {
            var answer = (ResponseEntity<?>) requireNonNull(method.invoke(new ProblemAdvice(), thrown));
            return (ProblemDetail) requireNonNull(answer.getBody());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Invoice invoice() {
        return InvoiceDraft.builder(CustomerId.of("ACME"), TEN.getCurrency())
                .line(InvoiceLine.priced("fee", BigDecimal.ONE, "C62", TEN, Rounding.halfUp(2)))
                .paymentTerms(PaymentTerms.net(30))
                .build()
                .issue("R-1", "2026-02-01");
    }

    /** What is done with the folder of a module's classes. */
    private interface Reading {
        void of(Path root) throws IOException;
    }

    private static void forFiles(Class<?> module, Reading reading) throws IOException, URISyntaxException {
        URI place = module.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path root = Path.of(place);
        if (Files.isDirectory(root)) {
            reading.of(root);
            return;
        }
        try (var jar = FileSystems.newFileSystem(root)) {
            reading.of(jar.getPath("/"));
        }
    }

    /** Those that stand as they are in a class. */
    private static Set<String> constants(Path root, Set<String> looked) throws IOException {
        var found = new HashSet<String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                looked.stream().filter(text::contains).forEach(found::add);
            }
        }
        return found;
    }

    private static List<Class<?>> exceptions(Path root, Class<?> module) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .<Class<?>>map(name ->
                            load(name.substring(0, name.length() - 6).replace('/', '.'), module))
                    .filter(Throwable.class::isAssignableFrom)
                    .toList();
        }
    }

    private static Class<?> load(String name, Class<?> module) {
        try {
            return Class.forName(name, false, module.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
