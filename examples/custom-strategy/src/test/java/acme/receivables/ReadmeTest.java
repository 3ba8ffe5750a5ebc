package acme.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.allocation.AllocationLaws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;

/** What a reader copies from the README is what is compiled here, and what it says the kit prints is what the kit finds. */
class ReadmeTest {
    private static final CustomerId CUSTOMER = CustomerId.of("C-1");

    @Example
    void itsCodeIsCompiled() throws IOException {
        assertThat(fences("java"))
                .containsExactly(
                        region("main", "NamedThenNoticed", "order"),
                        region("test", "FirstTry", "first"),
                        region("test", "FirstTryRun", "first test"),
                        region("test", "SecondTry", "second"),
                        region("test", "SecondTryRun", "second test"),
                        region("main", "NamedThenNoticed", "strategy"),
                        region("test", "NamedThenNoticedTest", "test") + "}\n",
                        region("test", "NothingNamedTest", "order test"));
    }

    @Example
    void itsProjectIsThisOne() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(fences("xml"))
                .singleElement()
                .asString()
                .contains(between(pom, "<!-- the README's dependencies, to the letter -->\n", "  <!-- end of the"))
                .contains("<version>" + between(pom, "<version>", "</version>") + "</version>");
    }

    @Example
    void theFirstTryFailsAsShown() throws IOException {
        AllocationRequest sample = request("0.01", item("R-0", "0.02"));
        var broken = AllocationLaws.broken(sample, new FirstTry(NamedThenNoticedTest.TERMS));
        assertShown(sample, broken, "POSITIVE (each line pays more than nothing): EUR -0.98 to R-0");
    }

    @Example
    void theSecondTryFailsAsShown() throws IOException {
        var second = new SecondTry(NamedThenNoticedTest.TERMS);
        AllocationRequest cent = request("0.01", item("R-0", "0.02"));
        assertShown(
                cent,
                AllocationLaws.leftBehind(cent, item -> !item.isDisputed(), second),
                "EXHAUSTION (money is left over only when no item is open any more): "
                        + "EUR 0.01 left over, but there is [R-0: EUR 0.02 open, due 2026-03-01]");
        AllocationRequest noticed = request("10.00", item("R-0", "0.01"), item("R-1", "10.00"));
        assertShown(
                noticed,
                AllocationLaws.lowered(noticed, eur("9.99"), second),
                "MONOTONICITY (more money never lowers what an item gets): R-0 gets EUR 0.01 of EUR 9.99, but EUR 0.00 of EUR 10.00");
        AllocationRequest cents = request("0.02", item("R-0", "0.02"));
        assertShown(
                cents,
                AllocationLaws.brokenWhenSplit(cents, eur("0.01"), second),
                "SPLITTING (the money in two parts, one after the other, settles what it settles at once): "
                        + "EUR 0.01 and then EUR 0.01 settle {}, all at once settles {R-0=EUR 0.02}");
    }

    /** The samples of the README are no mistakes of the strategy any more, but for what it does not promise. */
    @Example
    void theStrategyKeepsWhatItPromises() {
        AllocationStrategy strategy = NamedThenNoticedTest.TERMS;
        AllocationRequest noticed = request("10.00", item("R-0", "0.01"), item("R-1", "10.00"));
        assertThat(AllocationLaws.broken(request("0.01", item("R-0", "0.02")), strategy))
                .isEmpty();
        assertThat(AllocationLaws.lowered(noticed, eur("9.99"), strategy)).isEmpty();
        assertThat(AllocationLaws.leftBehind(request("0.01", item("R-0", "0.02")), strategy))
                .isNotEmpty();
    }

    private static void assertShown(AllocationRequest sample, List<BrokenLaw> broken, String shown) throws IOException {
        assertThat(broken).singleElement().hasToString(shown);
        assertThat(fences("text"))
                .filteredOn(text -> text.contains("[" + shown + "]"))
                .singleElement()
                .asString()
                .contains(sample.toString());
    }

    private static AllocationRequest request(String money, OpenItem... items) {
        var payment = Payment.of(PaymentId.of("P-1"), CUSTOMER, LocalDate.parse("2026-03-03"), eur(money));
        return AllocationRequest.of(payment, List.of(items));
    }

    private static OpenItem item(String id, String amount) {
        LocalDate due = LocalDate.parse("2026-03-01");
        return OpenItem.of(Receivable.of(ReceivableId.of(id), CUSTOMER, due, due, eur(amount)));
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static List<String> fences(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(fence -> fence.group(1))
                .toList();
    }

    private static String region(String kind, String type, String name) throws IOException {
        String source = Files.readString(Path.of("src/" + kind + "/java/acme/receivables/" + type + ".java"));
        Matcher region = Pattern.compile("(?s)// README " + name + " begins\n(.*?)// README " + name + " ends")
                .matcher(source);
        assertThat(region.find()).as(type + " " + name).isTrue();
        return region.group(1).replaceAll("(?m)^ *// README .*\n", "").stripIndent();
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
