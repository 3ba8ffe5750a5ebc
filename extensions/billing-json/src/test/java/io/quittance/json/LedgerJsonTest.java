package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host stores of a ledger is read as it was written, posts to the same ledger, and nothing else is read. */
class LedgerJsonTest {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final Instant NOW = Instant.parse("2026-02-01T09:00:00Z");
    private static final LedgerEntry POSTED = LedgerEntry.of(
            "i-1",
            new ReceivablePosted(Receivable.of(
                    ReceivableId.of("R-1"),
                    ACME,
                    LocalDate.parse("2026-02-01"),
                    LocalDate.parse("2026-03-03"),
                    Amount.of("585.4", "EUR"))),
            NOW);

    @Test
    void writesAnEntryOnOneLine() {
        assertThat(LedgerJson.write(POSTED))
                .isEqualTo(
                        "{\"schemaVersion\":1,\"key\":\"i-1\",\"recordedAt\":\"2026-02-01T09:00:00Z\",\"fact\":"
                                + "{\"kind\":\"receivablePosted\",\"customer\":\"ACME\",\"currency\":\"EUR\",\"receivable\":"
                                + "{\"id\":\"R-1\",\"documentDate\":\"2026-02-01\",\"dueDate\":\"2026-03-03\",\"amount\":\"585.40\"}}}\n");
        assertThat(LedgerJson.read(LedgerJson.write(POSTED))).isEqualTo(POSTED);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void readsEveryEntryAsItWas(@ForAll("entries") LedgerEntry entry) {
        String json = LedgerJson.write(entry);
        LedgerEntry read = LedgerJson.read(json);
        assertThat(read).isEqualTo(entry);
        assertThat(LedgerJson.write(read)).isEqualTo(json);
        assertThat(Schemas.violations("ledger-entry", json)).isEmpty();
    }

    /** Entries, what is open and on account, and the aging of any day: all as if nothing had been stored in between. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aLedgerThatIsReadBackIsTheLedger(@ForAll("histories") List<LedgerEntry> entries) throws IOException {
        Ledger ledger = ledger(entries);
        var stored = new ByteArrayOutputStream();
        LedgerJson.write(entries, stored);
        var read = new ArrayList<LedgerEntry>();
        LedgerJson.readAll(new ByteArrayInputStream(stored.toByteArray()), read::add);
        assertThat(read).isEqualTo(entries);
        Ledger rebuilt = ledger(read);
        assertThat(rebuilt.customers()).hasSameSizeAs(ledger.customers());
        for (CustomerLedger customer : ledger.customers()) {
            CustomerLedger other = rebuilt.customer(customer.customer());
            assertThat(other.entries()).isEqualTo(customer.entries());
            assertThat(other.snapshot()).isEqualTo(customer.snapshot());
        }
        for (String day : List.of("2026-01-01", "2026-01-03", "2026-06-30")) {
            assertThat(rebuilt.asOf(day)).isEqualTo(ledger.asOf(day));
            AgingBuckets buckets = AgingBuckets.days(30, 60, 90);
            assertThat(AgingReport.of(rebuilt.asOf(day), buckets)).isEqualTo(AgingReport.of(ledger.asOf(day), buckets));
        }
    }

    /** As much of the entries as a ledger takes: a return before what was settled, for one, is refused. */
    private static Ledger ledger(List<LedgerEntry> entries) {
        Ledger ledger = Ledger.empty(entries.stream()
                .map(LedgerEntry::fact)
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .map(received -> received.payment().amount().getCurrency())
                .findFirst()
                .orElseThrow());
        for (LedgerEntry entry : entries) {
            try {
                ledger = ledger.post(entry).ledger();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).isNotNull(); // the same ones are refused of what is read
            }
        }
        return ledger;
    }

    @Provide
    Arbitrary<LedgerEntry> entries() {
        return LedgerArbitraries.entries();
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return LedgerArbitraries.histories();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "key":"i-1", | | key must be given
            "key":"i-1" | "key":7 | key must be a string, but was 7
            "key":"i-1" | "key":"i-1","more":1 | more must be left out, for it is none of [schemaVersion, key, recordedAt, recordedBy, approver, fact]
            "schemaVersion":1 | "schemaVersion":2 | schemaVersion must be 1, but was 2
            T09:00:00Z | T09:00 | recordedAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was 2026-02-01T09:00
            T09:00:00Z | T24:00:00Z | recordedAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was 2026-02-01T24:00:00Z
            T09:00:00Z | T23:59:60Z | recordedAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was 2026-02-01T23:59:60Z
            "customer":"ACME" | "customer":"" | fact: customer must have 1 to 200 characters, but was
            "currency":"EUR" | "currency":"ZZZ" | fact: currency must be a known currency code, but was ZZZ
            "currency":"EUR" | "currency":"eur" | fact: currency must be a currency code of three capital letters, but was eur
            "currency":"EUR" | "currency":"EU." | fact: currency must be a currency code of three capital letters, but was EU.
            "currency":"EUR" | "currency":".*" | fact: currency must be a currency code of three capital letters, but was .*
            "currency":"EUR" | "currency":"(?i)eur" | fact: currency must be a currency code of three capital letters, but was (?i)eur
            "currency":"EUR" | "currency":"EUR\u00a0" | fact: currency must be a currency code of three capital letters, but was EUR\u00a0
            receivablePosted | receivablePaid | fact: kind must be one of [receivablePosted, creditPosted, paymentReceived, paymentAllocated, paymentRefunded, paymentConverted, paymentReturned, receivableWrittenOff, entryReversed, disputeOpened, disputeStaged, disputeResolved, debtRescheduled], but was receivablePaid
            receivablePosted | disputeOpened | fact: dispute must be given
            "amount":"585.40" | "amount":"585.405" | fact.receivable: amount must have at most 2 decimal places, but was EUR 585.405
            "amount":"585.40" | "amount":"0" | fact.receivable: amount must be more than 0, but was EUR 0.00
            "amount":"585.40" | "amount":true | fact.receivable: amount must be a decimal number, but was true
            "dueDate":"2026-03-03" | "dueDate":"2026-01-31" | fact.receivable: dueDate must not be before the document date 2026-02-01, but was 2026-01-31
            "dueDate":"2026-03-03" | "dueDate":"3 March" | fact.receivable: dueDate must be an ISO date such as 2026-03-31, but was 3 March
            "id":"R-1" | "id":"R-1","paid":"0" | fact.receivable: paid must be left out, for it is none of [id, documentDate, dueDate, amount, type, partOf, references]
            "amount":"585.40"}} | "amount":"585.40"},"booked":{"amount":"5.00","currency":"EUR"}} | fact: booked must be in another currency than EUR 585.40, but was EUR 5.00
            """)
    void refusesWhatIsWrongWhereItStands(String good, String bad, String message) {
        String json = LedgerJson.write(POSTED).replace(good, bad == null ? "" : bad);
        assertThat(errors(json).get(0).strip()).isEqualTo(message.strip());
    }

    /** A provider may take a code for a pattern: {@code EUR|ZZZZ} is none of a currency, and a pattern that never ends is not tried. */
    @ParameterizedTest
    @ValueSource(strings = {"EUR|ZZZZ", "USD|EUR", "EU[R]", "^EUR$", "EUR()", "[E]UR", "JP."})
    void refusesPatternsOfCurrencies(String pattern) {
        assertThat(errors(LedgerJson.write(POSTED).replace("\"EUR\"", "\"" + pattern + "\"")))
                .containsExactly("fact: currency must be a currency code of three capital letters, but was " + pattern);
        String bomb = "(.?)*".repeat(40) + "1";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(errors(LedgerJson.write(POSTED).replace("\"EUR\"", "\"" + bomb + "\"")))
                        .hasSize(1));
    }

    /** All at once, in the order of the document. */
    @Test
    void tellsAllThatIsWrong() {
        String settlement = LedgerJson.write(FrozenEntries.entry("ledger-entry-settlement"));
        assertThat(errors(settlement
                        .replace("\"kind\":\"withholdingTax\"", "\"kind\":\"tax\"")
                        .replace("\"2026-03-02\"", "\"later\"")
                        .replace("\"origin\":\"R-2\",", "")
                        .replace("\"available\":\"995.00\"", "\"available\":\"995.005\"")))
                .containsExactly(
                        "fact: available must have at most 2 decimal places, but was EUR 995.005",
                        "fact.adjustments[1]: kind must be one of [earlyPaymentDiscount, lateDiscount, allowedDiscount, tolerance,"
                                + " receiptTolerance, withholdingTax, bankCharge, writeOff, movedToNewItem, overpaymentIncome],"
                                + " but was tax",
                        "fact.newItems[0]: origin must be given",
                        "fact: effectiveDate must be an ISO date such as 2026-03-31, but was later");
    }

    /** What was stored is held against the laws of settlements again, as far as they need no open items. */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "item":"R-2","amount":"10.00" | "item":"R-1","amount":"10.00" | fact: lines[1].item must not repeat, but was R-1
            "item":"R-2","amount":"10.00" | "item":"R-2","amount":"15.01" | fact: lines[1].amount must be at most EUR 15.00, which is left of the payment, but was EUR 15.01
            "available":"995.00" | "available":"1000.01" | fact: available must be 0 or more and at most EUR 1000.00, but was EUR 1000.01
            "amount":"2.00" | "amount":"5.01" | fact: adjustments must take at most EUR 5.00 of the payment, which is not applied, but was EUR 5.01
            "dueDate":"2026-03-31","amount":"7.50" | "dueDate":"2026-03-31","amount":"7.00" | fact: newItems[0].receivable.amount must be EUR 7.50, which is moved out of R-2, but was EUR 7.00
            """)
    void refusesASettlementThatDoesNotBalance(String good, String bad, String message) {
        String json = LedgerJson.write(FrozenEntries.entry("ledger-entry-settlement"));
        assertThat(json).contains(good);
        assertThat(errors(json.replace(good, bad))).containsExactly(message);
    }

    /** Who paid, and what was written, is in no message. */
    @Test
    void showsNothingOfAPayer() {
        LedgerEntry entry = LedgerEntry.of(
                "p-1",
                new PaymentReceived(
                        Payment.of(PaymentId.of("P-1"), ACME, LocalDate.parse("2026-03-01"), Amount.of("5", "EUR"))
                                .from(Payer.named("Jo Doe").withAccount("DE02"))),
                NOW);
        String json = LedgerJson.write(entry);
        assertThat(errors(json.replace("\"Jo Doe\"", "\" Jo Doe\"").replace("\"DE02\"", "[\"DE02\"]")))
                .hasSize(2)
                .noneMatch(message -> message.contains("Doe") || message.contains("DE02"));
    }

    /** A stream is in UTF-8, as the page says: whatever is in another encoding is refused before an entry is given. */
    @Test
    void readsStreamsInUtf8Alone() throws IOException {
        var stored = new ByteArrayOutputStream();
        LedgerJson.write(List.of(POSTED), stored);
        var read = new ArrayList<LedgerEntry>();
        LedgerJson.readAll(new ByteArrayInputStream(stored.toByteArray()), read::add);
        assertThat(read).containsExactly(POSTED);
        String text = stored.toString(StandardCharsets.UTF_8);
        for (String encoding : List.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32LE")) {
            var other = new ByteArrayInputStream(text.getBytes(Charset.forName(encoding)));
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .as(encoding)
                    .isThrownBy(() -> LedgerJson.readAll(other, read::add))
                    .withMessageContaining("document must be well-formed JSON, but was ");
        }
        assertThat(read).hasSize(1);
    }

    /** One rule for the numbers of all documents, that of contract terms: by their value, however they are written. */
    @ParameterizedTest
    @ValueSource(strings = {"10", "10.000", "1e1", "+10.00", "010.00", "10."})
    void readsAmountsByTheirValue(String written) {
        String json = LedgerJson.write(POSTED).replace("\"585.40\"", "\"" + written + "\"");
        assertThat(LedgerJson.write(LedgerJson.read(json))).contains("\"amount\":\"10.00\"");
        assertThat(LedgerJson.read(json))
                .isEqualTo(LedgerJson.read(LedgerJson.write(POSTED).replace("\"585.40\"", "10.00")));
    }

    @Test
    void namesThePlaceOfAnEntryAmongOthers() throws IOException {
        var stored = new ByteArrayOutputStream();
        LedgerJson.write(List.of(POSTED, FrozenEntries.entry("ledger-entry-refund")), stored);
        String text = stored.toString(StandardCharsets.UTF_8).replace("\"1.50\"", "\"-1.50\"");
        var read = new ArrayList<LedgerEntry>();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() ->
                        LedgerJson.readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), read::add))
                .withMessageContaining("[1].fact: amount must be more than 0, but was EUR -1.50");
        assertThat(read).containsExactly(POSTED);
    }

    /** 100.00 and 60.00 of it paid on 10 March: 40.00 are open at the end of the month. */
    @Test
    void theExampleOfTheDocumentsIsALedger() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("basedir", "."), "../../docs/ledger.md"));
        String example = Pattern.compile("(?ms)^```json\\n(.*?)^```$")
                .matcher(page)
                .results()
                .map(fence -> fence.group(1))
                .findFirst()
                .orElseThrow();
        var entries = new ArrayList<LedgerEntry>();
        LedgerJson.readAll(new ByteArrayInputStream(example.getBytes(StandardCharsets.UTF_8)), entries::add);
        entries.forEach(entry -> assertThat(Schemas.violations("ledger-entry", LedgerJson.write(entry)))
                .isEmpty());
        Ledger ledger = Ledger.empty("EUR").postAll(entries);
        assertThat(ledger.asOf("2026-02-28").accounts())
                .singleElement()
                .satisfies(account -> assertThat(account.open()).isEqualTo(Amount.of("100", "EUR")));
        assertThat(ledger.asOf("2026-03-31").accounts()).singleElement().satisfies(account -> {
            assertThat(account.open()).isEqualTo(Amount.of("40", "EUR"));
            assertThat(account.onAccount().signum()).isZero();
        });
    }

    private static List<String> errors(String json) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> LedgerJson.read(json)).errors().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .toList();
    }
}
