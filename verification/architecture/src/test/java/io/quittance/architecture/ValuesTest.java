package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What DESIGN and docs/architecture.md promise of every value: any amount comes in, and it can be shipped. */
class ValuesTest {
    /** What is not a value: it collects values, sorts them, or answers questions about those that can be shipped. */
    private static final Set<String> NO_VALUES = Set.of(
            "AmountFactory",
            // questions that are asked of documents
            "RuleSet",
            "InvoicedLines",
            // what draws numbers and issues
            "Issuer",
            "SequentialNumbering",
            "Builder",
            "Start",
            "Cases",
            "LedgerFigures",
            "LedgerReadings",
            "ReceivableReadings",
            "UsageIntake",
            "Verification",
            "Audit",
            // columns and keys that are filled
            "BulkRating",
            "EventKeys",
            "InvoiceBatch",
            "SpanBatch",
            "UsageBatch");

    @Test
    void publicMethodsTakeAnyMonetaryAmount() {
        assertThat(publicTypes().stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isEquivalentTo(Amount.class)))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void everyValueIsSerialisable() {
        assertThat(values().filter(type -> !type.isAssignableTo(Serializable.class))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    /** A record is checked by its constructor, a boolean cannot be wrong; any other class says how it is checked. */
    @Test
    void everySerialFormIsCheckedOnTheWayBackIn() {
        assertThat(values().filter(type -> !type.isRecord() && type.isAssignableTo(Serializable.class))
                        .filter(type -> type.getFields().stream()
                                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                                        && !field.getRawType().getName().equals("boolean")))
                        .filter(type -> type.getMethods().stream()
                                .noneMatch(method -> method.getName().equals("readResolve")
                                        || method.getName().equals("writeReplace")))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    /** Classes that a user makes or gets: not utilities without instances, exceptions and extension points. */
    private static Stream<JavaClass> values() {
        return publicTypes().stream()
                .filter(type -> !type.isInterface() && !type.isEnum())
                .filter(type -> !type.isAssignableTo(Throwable.class))
                .filter(type -> !NO_VALUES.contains(type.getSimpleName()))
                .filter(type -> type.isRecord()
                        || type.getMethods().stream()
                                .anyMatch(method -> !method.getModifiers().contains(JavaModifier.STATIC)));
    }

    private static List<JavaClass> publicTypes() {
        return Classes.PRODUCT.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().startsWith("io.quittance.core.internal"))
                .toList();
    }
}
