package io.quittance.verification.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quittance.core.money.Amount;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.javamoney.tck.tests.AccessingCurrenciesAmountsRoundingsTest;
import org.javamoney.tck.tests.CreatingMonetaryAmountsTest;
import org.javamoney.tck.tests.ExternalizingNumericValueTest;
import org.javamoney.tck.tests.FunctionalExtensionPointsTest;
import org.javamoney.tck.tests.ModellingCurrenciesTest;
import org.javamoney.tck.tests.ModellingMonetaryAmountsTest;
import org.javamoney.tck.tests.TCKSetupTest;
import org.javamoney.tck.tests.conversion.ConvertingAmountsTest;
import org.javamoney.tck.tests.conversion.ExchangeRatesAndRateProvidersTest;
import org.javamoney.tck.tests.conversion.MonetaryConversionsTest;
import org.javamoney.tck.tests.conversion.ProviderChainsTest;
import org.javamoney.tck.tests.format.FormattingMonetaryAmountsTest;
import org.javamoney.tck.tests.spi.CoreSPITests;
import org.javamoney.tck.tests.spi.CurrencyProviderSPITest;
import org.javamoney.tck.tests.spi.FormattingSPITest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mutabilitydetector.checkers.MutabilityAnalysisException;
import org.testng.ITestNGListener;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.Test;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

/**
 * The official JSR-354 TCK 1.1 against {@link Amount}: all its tests of amounts, and what else can run without a provider
 * of exchange rates. The TCK runs each of its tests on every registered amount type, so it says nothing about Amount
 * unless Amount is registered; that is asserted first.
 */
class AmountTckTest {
    private static final List<Class<?>> AMOUNTS = List.of(
            TCKSetupTest.class,
            ModellingMonetaryAmountsTest.class,
            CreatingMonetaryAmountsTest.class,
            ExternalizingNumericValueTest.class,
            FunctionalExtensionPointsTest.class);

    private static final List<Class<?>> ALSO_RUN = List.of(
            ModellingCurrenciesTest.class,
            AccessingCurrenciesAmountsRoundingsTest.class,
            FormattingMonetaryAmountsTest.class,
            CoreSPITests.class,
            CurrencyProviderSPITest.class,
            FormattingSPITest.class);

    /** The library brings no exchange rates: moneta-convert opens sockets and writes files. */
    private static final List<Class<?>> NEED_EXCHANGE_RATES = List.of(
            ConvertingAmountsTest.class,
            ExchangeRatesAndRateProvidersTest.class,
            MonetaryConversionsTest.class,
            ProviderChainsTest.class);

    /** Tests that fail with Moneta alone, too; none of them is about amounts. */
    private static final Map<String, String> EXCLUDED = new TreeMap<>(Map.of(
            "testMonetaryConversionsSingletonSpi", "wants a provider of exchange rates",
            "testParseDifferentStyles", "Moneta cannot parse the native digits that it writes in some locales",
            "testParseIsIndependentOfImplementation", "Moneta cannot parse the native digits that it writes",
            "testParseWithDifferentCurrencies", "Moneta cannot parse the native digits that it writes"));

    @TestFactory
    Stream<DynamicNode> passesTheTestsOfTheTck() {
        assertThat(Monetary.getAmountTypes()).contains(Amount.class);
        TestListenerAdapter results = run();
        List<ITestResult> all = Stream.of(results.getPassedTests(), results.getFailedTests(), results.getSkippedTests())
                .flatMap(List::stream)
                .toList();
        int excluded = EXCLUDED.size()
                + NEED_EXCHANGE_RATES.stream()
                        .mapToInt(type -> testsIn(type).size())
                        .sum();
        System.out.printf(
                "JSR-354 TCK 1.1: run %d, passed %d, failed %d, skipped %d, excluded %d (%d need exchange rates; %s)%n",
                all.size(),
                results.getPassedTests().size(),
                results.getFailedTests().size(),
                results.getSkippedTests().size(),
                excluded,
                excluded - EXCLUDED.size(),
                EXCLUDED);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "runs every test of amounts",
                        () -> assertThat(all)
                                .extracting(ITestResult::getName)
                                .containsAll(AMOUNTS.stream()
                                        .flatMap(type -> testsIn(type).stream())
                                        .toList()))),
                all.stream().map(AmountTckTest::node));
    }

    private static DynamicNode node(ITestResult result) {
        return DynamicTest.dynamicTest(
                result.getTestClass().getRealClass().getSimpleName() + "." + result.getName(), () -> {
                    assumeFalse(
                            isBeyondTheAnalyser(result.getThrowable()),
                            "the TCK analyses mutability with a tool that cannot read the classes of this JDK");
                    // a test that passed may have a throwable too: the one it expects
                    if (!result.isSuccess() && result.getThrowable() != null) {
                        throw result.getThrowable();
                    }
                    assertThat(result.isSuccess()).isTrue();
                });
    }

    /** On the JDK that the library is built for it reads all; there a failure is a failure. */
    private static boolean isBeyondTheAnalyser(@Nullable Throwable failure) {
        return Runtime.version().feature() > 17
                && failure != null
                && failure.getCause() instanceof MutabilityAnalysisException;
    }

    private static TestListenerAdapter run() {
        var suite = new XmlSuite();
        new XmlTest(suite)
                .setXmlClasses(Stream.of(AMOUNTS, ALSO_RUN)
                        .flatMap(List::stream)
                        .map(AmountTckTest::withoutExcluded)
                        .toList());
        var listener = new TestListenerAdapter();
        var runner = new TestNG(false);
        runner.setVerbose(0);
        runner.addListener((ITestNGListener) listener);
        runner.setXmlSuites(List.of(suite));
        runner.run();
        return listener;
    }

    private static XmlClass withoutExcluded(Class<?> type) {
        var tests = new XmlClass(type);
        if (!AMOUNTS.contains(type)) {
            tests.setExcludedMethods(
                    testsIn(type).stream().filter(EXCLUDED::containsKey).toList());
        }
        return tests;
    }

    private static List<String> testsIn(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
    }
}
