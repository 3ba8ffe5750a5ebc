package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for users of other systems names what there is. */
class ComingFromPageTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]*)(?:\\.([a-z][A-Za-z0-9]*))?`");

    @Test
    void everyNameIsThatOfAPublicTypeOrMethod() {
        Map<String, Set<String>> methods = new HashMap<>();
        for (JavaClass type : Classes.PUBLISHED) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                Set<String> names = methods.computeIfAbsent(type.getSimpleName(), name -> new HashSet<>());
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(method -> names.add(method.getName()));
            }
        }
        var wrong = new ArrayList<String>();
        var right = new ArrayList<String>();
        NAME.matcher(Repository.read("docs/coming-from.md")).results().forEach(found -> {
            Set<String> of = methods.get(found.group(1));
            boolean isKnown = of != null && (found.group(2) == null || of.contains(found.group(2)));
            (isKnown ? right : wrong).add(found.group());
        });
        assertThat(wrong).isEmpty();
        assertThat(right).hasSizeGreaterThan(50);
    }
}
