package io.quittance.testkit.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.allocation.AllocationArbitraries;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a way to settle that is wrong on purpose is caught, and by the law that it breaks. */
@Tag("exhaustive")
class BrokenSettlementsTest {
    private static final CustomerId CUSTOMER = CustomerId.of("C-1");

    /** The kit's own payments catch each: one in four hundred of them, the same ones in every run. */
    @Example
    void eachIsCaughtByTheLawItBreaks() {
        RandomGenerator<AllocationRequest> requests =
                AllocationArbitraries.requests().generator(1000);
        for (WrongSettlement wrong : WrongSettlement.values()) {
            var random = new Random(1);
            WrongSettlement.Way way = wrong.way();
            boolean isCaught = IntStream.range(0, 400)
                    .mapToObj(i -> requests.next(random).value())
                    .flatMap(request -> broken(wrong, request, way).stream())
                    .anyMatch(one -> one.law() == wrong.law());
            assertThat(isCaught).as(wrong.name()).isTrue();
        }
    }

    private static List<BrokenLaw> broken(WrongSettlement wrong, AllocationRequest request, WrongSettlement.Way way) {
        SettlementPolicy policy = wrong.agreed().of(request);
        return wrong.law() == SettlementLaw.PARTS
                ? SettlementLaws.brokenInParts(
                        request,
                        AllocationArbitraries.part(request.available(), 500),
                        policy,
                        asked -> way.settle(asked, wrong.agreed().of(asked)))
                : SettlementLaws.broken(request, policy, asked -> way.settle(asked, policy));
    }

    /** A build of a user's tries two hundred payments, some of which miss what is wrong with few; one of eight builds finds it. */
    @ParameterizedTest
    @EnumSource
    void eachFailsInATestClassOfTheContract(WrongSettlement wrong) {
        assertThat(IntStream.range(0, 8)
                        .anyMatch(
                                build -> run(wrong, "OFF").testEvents().failed().count() > 0))
                .isTrue();
    }

    /** What a reader of a failed build is shown is a payment and an item or two. Some runs of a shrinker stop before it. */
    @ParameterizedTest
    @EnumSource(
            names = {"WRITES_OFF_ANY_REST", "TOLERATES_ONE_UNIT_MORE", "FORGETS_THE_LAST_CENT", "TAKES_PART_FOR_FULL"})
    void theExampleThatIsShownIsSmall(WrongSettlement wrong) {
        assertThat(IntStream.range(0, 8).anyMatch(run -> itemsIn(shrunk(wrong)) <= 2))
                .isTrue();
    }

    @Test
    void whatKeepsTheLawsFailsNoProperty() {
        Probe.agreed = Agreed.PLAIN.tolerating(Agreed.Tolerance.TWO_LEVELS).shortPay(ShortPay.Mode.WRITE_OFF);
        Probe.way = (request, policy) -> Settlement.of(request, new OldestDueFirst(), policy);
        assertThat(run("OFF").testEvents().failed().count()).isZero();
    }

    /** 100.00, of which 80.00 are paid: 20.00 written off, where 0.05 may be. */
    @Test
    void saysWhatWasWrong() {
        Receivable debt = Receivable.of(
                ReceivableId.of("R-1"),
                CUSTOMER,
                AllocationArbitraries.PAID,
                AllocationArbitraries.PAID,
                Amount.of("100", "EUR"));
        Payment payment = Payment.of(PaymentId.of("P-1"), CUSTOMER, AllocationArbitraries.PAID, Amount.of("80", "EUR"));
        AllocationRequest request = AllocationRequest.of(payment, List.of(OpenItem.of(debt)));
        WrongSettlement wrong = WrongSettlement.WRITES_OFF_ANY_REST;
        assertThat(broken(wrong, request, wrong.way()))
                .singleElement()
                .hasToString(
                        "SHORT_PAY (the rest of an item that is paid in part becomes what the policy says, within its"
                                + " limit): WRITE_OFF of EUR 20.00, EUR 0.00 left by WRITE_OFF up to EUR 0.05 or 10%, the lower:"
                                + " R-1: EUR 100.00 open, due 2026-03-03");
    }

    private static long itemsIn(String shown) {
        return Pattern.compile("R-[0-9]+: ").matcher(shown).results().count();
    }

    private static String shrunk(WrongSettlement wrong) {
        String report = run(wrong, "BOUNDED")
                .allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).toString())
                .collect(Collectors.joining("\n"));
        Matcher first = Pattern.compile("(?s)Sample.*?items \\[(.*?)]").matcher(report);
        assertThat(first.find()).as(report).isTrue();
        return first.group(1);
    }

    private static EngineExecutionResults run(WrongSettlement wrong, String shrinking) {
        Probe.agreed = wrong.agreed();
        Probe.way = wrong.way();
        return run(shrinking);
    }

    /** Runs the contract as a user's build does. */
    private static EngineExecutionResults run(String shrinking) {
        return EngineTestKit.engine("jqwik")
                .selectors(selectClass(Probe.class))
                .configurationParameter("jqwik.database", "target/jqwik-probe-database")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .configurationParameter("jqwik.tries.default", "400")
                .configurationParameter("jqwik.shrinking.default", shrinking)
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute();
    }

    /** Not found by a build, because it is nested; run by the tests above, one after the other. */
    static class Probe implements SettlementContract.Proportional {
        private static Agreed agreed = Agreed.PLAIN;
        private static WrongSettlement.Way way =
                (request, policy) -> Settlement.of(request, new OldestDueFirst(), policy);

        @Override
        public AllocationStrategy strategy() {
            return new OldestDueFirst();
        }

        @Override
        public SettlementPolicy policy(AllocationRequest request) {
            return agreed.of(request);
        }

        @Override
        public Settlement settle(AllocationRequest request) {
            return way.settle(request, policy(request));
        }
    }
}
