package io.quittance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package imports only what stands to its left in its row of docs/architecture.md, or in a row above. */
class PackageOrderTest {
    private static final List<String> ORDER = orderOfPackages();

    /** The classes of the modules that have several packages of their own to put in order. */
    private static final JavaClasses ORDERED = Classes.PUBLISHED.that(resideInAnyPackage(
            "io.quittance.core..", "io.quittance.ar..", "io.quittance.kpi..", "io.quittance.bank.."));

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"core", "ar", "kpi", "bank"})
    void everyImportGoesLeft(String module) {
        var wrong = new TreeSet<String>();
        for (JavaClass type : ORDERED) {
            if (type.getPackageName().startsWith("io.quittance." + module)) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    if (ORDER.indexOf(target) > ORDER.indexOf(type.getPackageName())) {
                        wrong.add(type.getPackageName() + " imports " + target);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** KPIs can be computed from figures of any origin; one package reads them from a ledger. */
    @Test
    void onlyOnePackageOfKpisSeesReceivables() {
        noClasses()
                .that()
                .resideInAPackage("io.quittance.kpi..")
                .and()
                .resideOutsideOfPackage("io.quittance.kpi.ledger")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quittance.ar..")
                .check(Classes.PRODUCT);
    }

    /** What two kinds of files of banks have in common stands before both. */
    @Test
    void noReaderOfBankFilesKnowsAnother() {
        noClasses()
                .that()
                .resideInAPackage("io.quittance.bank.mt940")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quittance.bank.camt")
                .check(Classes.PUBLISHED);
    }

    @Test
    void everyPackageHasItsPlace() {
        var packages = new TreeSet<String>();
        ORDERED.forEach(type -> packages.add(type.getPackageName()));
        assertThat(ORDER).containsExactlyInAnyOrderElementsOf(packages);
    }

    private static List<String> orderOfPackages() {
        var order = new ArrayList<String>();
        String section = Repository.between(Repository.read("docs/architecture.md"), "## Packages", "\n## ");
        for (String row : section.lines().toList()) {
            if (row.startsWith("| `billing-")) {
                Matcher names =
                        Pattern.compile("`((?:core|ar|kpi|bank)[a-z0-9.]*)`").matcher(row.substring(2));
                while (names.find()) {
                    order.add("io.quittance." + names.group(1));
                }
            }
        }
        return order;
    }
}
