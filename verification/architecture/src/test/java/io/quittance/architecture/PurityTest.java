package io.quittance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quittance.core.money.Currencies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.NumberValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same question gets the same answer: nothing is read but the arguments, and no number is a binary fraction. */
class PurityTest {
    private static final Set<String> BINARY = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ParameterizedTest
    @ValueSource(classes = {Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class})
    void noClassReadsTheClock(Class<?> type) {
        noClasses().should().callMethod(type, "now").allowEmptyShould(true).check(Classes.PRODUCT);
    }

    @Test
    void noClassReadsItsSurroundings() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(Classes.PRODUCT);
        noClasses().should().callMethod(System.class, "nanoTime").check(Classes.PRODUCT);
        noClasses()
                .should()
                .callMethod(System.class, "getProperty", String.class)
                .check(Classes.PRODUCT);
        noClasses().should().callMethod(System.class, "getenv", String.class).check(Classes.PRODUCT);
        noClasses().should().callMethod(ZoneId.class, "systemDefault").check(Classes.PRODUCT);
        noClasses().should().callMethod(Locale.class, "getDefault").check(Classes.PRODUCT);
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .because("they ask the default locale")
                .check(Classes.PRODUCT);
        noClasses().should().callMethod(Math.class, "random").check(Classes.PRODUCT);
        noClasses().should().dependOnClassesThat().areAssignableTo(Random.class).check(Classes.PRODUCT);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "java.util.concurrent..", "java.util.logging..")
                .because("values and functions need no reflection, no threads and no second logger")
                .check(Classes.PRODUCT.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are not the number of an amount",
                        type -> !type.getSimpleName().equals("AmountNumber"))));
    }

    /** A provider may take a code for a pattern, so that every code passes the one door that checks its form. */
    @Test
    void oneClassLooksCurrenciesUp() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Currencies.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Monetary.class)
                .because("Currencies checks the form of a code")
                .check(Classes.PUBLISHED);
        assertThat(Classes.PUBLISHED.stream().map(JavaClass::getPackageName))
                .contains(
                        "io.quittance.json",
                        "io.quittance.einvoice",
                        "io.quittance.bank.mt940",
                        "io.quittance.testkit.allocation");
    }

    /** Methods inherited from JSR-354 have doubles; nothing of ours does. */
    @Test
    void noNumberIsABinaryFraction() {
        var found = new TreeSet<String>();
        for (JavaClass type : Classes.PRODUCT) {
            boolean standard = type.isAssignableTo(MonetaryAmount.class)
                    || type.isAssignableTo(MonetaryAmountFactory.class)
                    || type.isAssignableTo(NumberValue.class);
            type.getFields().stream()
                    .filter(field -> isBinary(field.getRawType()))
                    .forEach(f -> found.add(f.getFullName()));
            for (JavaMethod method : type.getMethods()) {
                boolean binary = isBinary(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(PurityTest::isBinary);
                if (binary && !(standard && isInherited(method))) {
                    found.add(method.getFullName());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noStateIsShared() {
        List<String> mutable = Classes.PRODUCT.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !field.getName().startsWith("$jacoco"))
                .map(JavaField::getFullName)
                .toList();
        assertThat(mutable).isEmpty();
    }

    private static boolean isBinary(JavaClass type) {
        return BINARY.contains(type.getBaseComponentType().getName());
    }

    private static boolean isInherited(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PRIVATE)
                || method.getOwner().getAllRawInterfaces().stream().anyMatch(parent -> declares(parent, method))
                || method.getOwner().getAllRawSuperclasses().stream().anyMatch(parent -> declares(parent, method));
    }

    private static boolean declares(JavaClass parent, JavaMethod method) {
        return parent.tryGetMethod(
                        method.getName(),
                        method.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toArray(String[]::new))
                .isPresent();
    }
}
