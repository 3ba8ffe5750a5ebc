package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each published module has its page, and the page of each product module has its packages and types that there are. */
class ModulePagesTest {
    private static final Set<String> PUBLIC = Classes.PRODUCT.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    /** What exceptions, comparisons and compiled prices are is an interface for those who read them. */
    private static final Set<String> TO_READ = Set.of("Refusal", "Comparison", "LinePrice");

    @Test
    void everyPublishedModuleIsListed() {
        List<String> listed = found("(?m)^\\| `(billing-[a-z]+)` \\|", Repository.read("docs/modules.md"));
        List<String> published = Repository.PUBLISHED.stream()
                .map(path -> path.substring(path.indexOf('/') + 1))
                .toList();
        assertThat(listed)
                .startsWith("billing-core", "billing-ar", "billing-kpi")
                .endsWith("billing-bom");
        assertThat(listed.subList(0, listed.size() - 1)).containsExactlyInAnyOrderElementsOf(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing-core", "billing-ar", "billing-kpi"})
    void itsPackagesAreListedInTheirOrder(String module) {
        String row = Repository.between(
                Repository.between(Repository.read("docs/architecture.md"), "\n## Packages\n", "\n## "),
                "| `" + module + "` |",
                "|");
        assertThat(found("(?m)^\\| `([a-z0-9.]+)` \\|", page(module))).isEqualTo(found("`([a-z0-9.]+)`", row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing-core", "billing-ar", "billing-kpi"})
    void whatAPackageBeginsWithIsPublicAndStandsThere(String module) {
        List<String> named = Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\|[^|]*\\|([^|]*)\\|")
                .matcher(page(module))
                .results()
                .flatMap(row -> found("`([A-Za-z]+)`", row.group(2)).stream()
                        .map(type -> "io.quittance." + row.group(1) + "." + type))
                .toList();
        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing-core", "billing-ar", "billing-kpi"})
    void whatIsYoursToImplementIsEveryInterfaceThatIsOpen(String module) {
        String root = "io.quittance." + module.substring("billing-".length());
        List<String> open = Classes.PRODUCT.stream()
                .filter(type -> type.isInterface() && type.isTopLevelClass() && !type.isAnnotation())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> (type.getPackageName() + ".").startsWith(root + ".")
                        && !type.getPackageName().endsWith(".internal"))
                .filter(type -> !type.reflect().isSealed() && !TO_READ.contains(type.getSimpleName()))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(found("`([A-Za-z]+)`", Repository.between(page(module), "\nYours to implement:", ".")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    void thePictureHasEveryPackageOnce() {
        String packages = Repository.between(Repository.read("docs/architecture.md"), "\n## Packages\n", "\n## ");
        List<String> drawn = found(">((?:core|ar|kpi)(?:\\.[a-z0-9]+)?)<", Repository.read("docs/architecture.svg"));
        List<String> declared = found("`((?:core|ar|kpi)(?:\\.[a-z0-9]+)?)`", packages).stream()
                .distinct()
                .toList();
        assertThat(drawn).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static String page(String module) {
        return Repository.read("docs/" + module + ".md");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
