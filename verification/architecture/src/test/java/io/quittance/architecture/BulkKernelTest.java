package io.quittance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kernels of the bulk door can be shipped to where there is no javax.money, and make no object for a row. */
class BulkKernelTest {
    private static final String BULK = "io.quittance.core.bulk";
    /** What makes objects without a constructor in sight: boxes, big numbers, iterators and streams. */
    private static final Set<String> MAKERS =
            Set.of("valueOf", "unscaledValue", "iterator", "stream", "boxed", "toString");

    /** Where charges and lines come in as objects and go out as amounts; what computes columns does not know them. */
    private static final String EDGES =
            "(RecurringLines?|InvoiceSums?(\\$Proxy)?|PricedLine|TaxSum|LineAdding|ExactAdding)";

    @Test
    void noKernelReachesJavaxMoney() {
        noClasses()
                .that()
                .resideInAPackage(BULK)
                .and()
                .haveNameNotMatching(BULK.replace(".", "\\.") + "\\." + EDGES)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("javax.money..")
                .check(Classes.PRODUCT);
    }

    @Test
    void noRowMakesAnObject() {
        assertThat(perRow().flatMap(BulkKernelTest::objectsMadeBy)).isEmpty();
    }

    /** Every way in is looked after: columns, objects, ids and keys. */
    @Test
    void everyLoopOverRowsIsMarked() {
        var marked = new TreeSet<String>();
        perRow().forEach(method -> marked.add(method.getOwner().getSimpleName() + "." + method.getName()));
        assertThat(marked)
                .contains(
                        "BulkRating.add",
                        "BulkRating.take",
                        "BulkRating.takeRows",
                        "Decimals.digits",
                        "Decimals.unscaled",
                        "DocumentAdding.take",
                        "EventKeys.repeated",
                        "EventRating.takeUsual",
                        "IdTable.number",
                        "LineAdding.add",
                        "LineColumns.set",
                        "Period.contains",
                        "PeriodTable.firstEndingAfter",
                        "Rescaling.apply",
                        "SpanPricing.fill",
                        "UsageSums.takeUsual",
                        "UsualAdding.take");
    }

    private static Stream<JavaMethod> perRow() {
        return Classes.PRODUCT.stream()
                .filter(type -> type.getPackageName().equals(BULK))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(BULK + ".PerRow"));
    }

    private static Stream<String> objectsMadeBy(JavaCodeUnit method) {
        List<String> constructed = method.getConstructorCallsFromSelf().stream()
                .map(JavaConstructorCall::getTargetOwner)
                .map(JavaClass::getName)
                .toList();
        List<String> called = method.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .filter(target -> MAKERS.contains(target.getName()))
                .map(target -> target.getFullName())
                .toList();
        return Stream.concat(constructed.stream(), called.stream())
                .map(made -> method.getFullName() + " makes " + made);
    }
}
