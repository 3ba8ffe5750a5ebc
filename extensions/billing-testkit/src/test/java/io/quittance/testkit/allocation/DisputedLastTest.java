package io.quittance.testkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.testkit.allocation.AllocationStrategyContract.Exhaustive;
import io.quittance.testkit.allocation.AllocationStrategyContract.Monotone;
import io.quittance.testkit.allocation.AllocationStrategyContract.Splitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;

// docs begin
class DisputedLastTest implements Exhaustive, Monotone, Splitting {
    @Override
    public AllocationStrategy strategy() {
        return new DisputedLast();
    }
    // docs end

    @Example
    void paysWhatItsDocumentationSays() {
        Allocation allocation = Allocation.of(
                Payment.of(PaymentId.of("P-1"), CustomerId.of("C-1"), LocalDate.of(2026, 3, 10), eur("100.00")),
                List.of(
                        OpenItem.of(debt("old", 1, "80.00"), eur("80.00"), eur("80.00")),
                        OpenItem.of(debt("young", 2, "70.00"))),
                new DisputedLast());
        assertThat(allocation.lines())
                .extracting(line -> line.item() + " " + line.amount())
                .containsExactly("young EUR 70.00", "old EUR 30.00");
    }

    /** What a reader copies from docs/allocation-strategies.md is what is compiled and run here. */
    @Example
    void theDocumentShowsThisStrategyAndThisTest() throws IOException {
        String document = Files.readString(Path.of("../../docs/allocation-strategies.md"));
        assertThat(Pattern.compile("(?ms)^```java\n(.*?)^```$")
                        .matcher(document)
                        .results())
                .extracting((MatchResult match) -> match.group(1))
                .containsSubsequence(region("DisputedLast.java"), region("DisputedLastTest.java") + "}\n");
    }

    private static String region(String file) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/quittance/testkit/allocation", file));
        Matcher region =
                Pattern.compile("(?s)// docs begin\n(.*?) *// docs end").matcher(source);
        assertThat(region.find()).isTrue();
        return region.group(1);
    }

    private static Receivable debt(String id, int day, String amount) {
        LocalDate due = LocalDate.of(2026, 3, day);
        return Receivable.of(ReceivableId.of(id), CustomerId.of("C-1"), due, due, eur(amount));
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }
}
