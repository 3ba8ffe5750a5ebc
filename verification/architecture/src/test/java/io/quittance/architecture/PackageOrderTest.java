package io.quittance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"core", "ar", "kpi"})
    void everyImportGoesLeft(String module) {
        var wrong = new TreeSet<String>();
        for (JavaClass type : Classes.PRODUCT) {
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

    @Test
    void everyPackageHasItsPlace() {
        var packages = new TreeSet<String>();
        Classes.PRODUCT.forEach(type -> packages.add(type.getPackageName()));
        assertThat(ORDER).containsExactlyInAnyOrderElementsOf(packages);
    }

    private static List<String> orderOfPackages() {
        var order = new ArrayList<String>();
        String section = Repository.between(Repository.read("docs/architecture.md"), "## Packages", "\n## ");
        for (String row : section.lines().toList()) {
            if (row.startsWith("| `billing-")) {
                Matcher names = Pattern.compile("`((?:core|ar|kpi)[a-z0-9.]*)`").matcher(row.substring(2));
                while (names.find()) {
                    order.add("io.quittance." + names.group(1));
                }
            }
        }
        return order;
    }
}
