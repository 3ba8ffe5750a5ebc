package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.billing.BilledLine;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/terms.md says is so: every example of the page is read, and the code on it is compiled. */
class TermsPageTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final String PAGE = text("../../docs/terms.md");
    private static final List<String> DOCUMENTS = fences("json");

    @Test
    void showsTermsThatAreRead() {
        ContractTerms terms = ContractTermsJson.standard().read(DOCUMENTS.get(0));
        assertThat(terms.charges())
                .extracting(Charge::model)
                .containsExactly(
                        PerUnit.of("0.045"), GraduatedTiers.upTo("1000", "0.10").then("0.08"));
        assertThat(Schemas.violations("contract-terms", DOCUMENTS.get(0))).isEmpty();
    }

    @Test
    void showsChargesOfOtherKinds() {
        ContractTerms terms = ContractTermsJson.standard().read(DOCUMENTS.get(1));
        assertThat(terms.charges())
                .extracting(Charge::kind)
                .containsExactly(ChargeKind.RECURRING, ChargeKind.ONE_OFF, ChargeKind.MILESTONES);
        assertThat(terms.cycle()).isEqualTo(BillingCycle.monthly());
        assertThat(Schemas.violations("contract-terms", DOCUMENTS.get(1))).isEmpty();
    }

    @Test
    void showsAContractWithItsHistory() {
        ContractHistory history = ContractJson.standard().readHistory(DOCUMENTS.get(2));
        assertThat(history.amendments())
                .extracting(Amendment::kind)
                .containsExactly(Amendment.Kind.END, Amendment.Kind.WITHDRAWAL, Amendment.Kind.PAUSE);
        assertThat(Schemas.violations("contract", DOCUMENTS.get(2))).isEmpty();
    }

    @Test
    void showsWhatWasBilled() {
        BilledPeriod period = BillingHistoryJson.readPeriod(DOCUMENTS.get(3));
        assertThat(period.lines()).singleElement().returns(Amount.of("499", "EUR"), BilledLine::amount);
        assertThat(Schemas.violations("billed-period", DOCUMENTS.get(3))).isEmpty();
    }

    @Test
    void showsTheErrorsOfABadDocument() {
        var refused = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> ContractTermsJson.standard().read(DOCUMENTS.get(4)));
        assertThat(fences("text"))
                .containsExactly(refused.errors().stream()
                        .map(error -> error.getMessage() + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void showsAModelOfAUsersOwn() {
        String document = DOCUMENTS.get(0).replaceFirst("\\{\"type\": \"perUnit\"[^}]*}", DOCUMENTS.get(5));
        assertThat(document).contains("accessFee");
        ContractTermsJson own = ContractTermsJson.standard().with(new AccessFeeCodec());
        ContractTerms terms = own.read(document);
        assertThat(terms.charges().get(0).model()).isEqualTo(new AccessFee(new BigDecimal("9.90")));
        assertThat(own.read(own.write(terms))).isEqualTo(terms);
        String codec = text("src/test/java/io/quittance/json/AccessFeeCodec.java");
        assertThat(fences("java")).containsExactly(codec.substring(codec.indexOf("/**")));
    }

    @Test
    void showsThePriceThatIsReplayed() {
        ChargeBreakdown price = PerUnit.of("0.045").price(RatingInput.ofQuantity(new BigDecimal("159")));
        assertThat(StepsJson.read(DOCUMENTS.get(6))).isEqualTo(price.steps());
        assertThat(Schemas.violations("steps", DOCUMENTS.get(6))).isEmpty();
    }

    @Test
    void readsEveryExample() {
        assertThat(DOCUMENTS).hasSize(7);
    }

    @Test
    void theSchemasInTheJarAreThoseOfTheDocuments() throws IOException {
        for (String name : Schemas.NAMES) {
            try (var shipped = ContractTermsJson.class.getResourceAsStream(name + ".schema.json")) {
                assertThat(shipped)
                        .hasBinaryContent(
                                Files.readAllBytes(MODULE.resolve("../../docs/schema/" + name + ".schema.json")));
            }
        }
    }

    private static String text(String path) {
        try {
            return Files.readString(MODULE.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fences(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(PAGE)
                .results()
                .map(fence -> fence.group(1))
                .toList();
    }
}
