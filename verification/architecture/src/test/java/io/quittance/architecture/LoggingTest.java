package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.kpi.Kpi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only a class that runs code of others logs, at debug, with ids and no amounts or names. */
class LoggingTest {
    private static final List<Class<?>> CODE_OF_OTHERS =
            List.of(ChargeModel.class, UsageAggregation.class, AllocationStrategy.class, Kpi.class);
    private static final Pattern ID =
            Pattern.compile("io\\.quittance\\.(core|ar)\\.[a-z.]+\\.[A-Za-z]+(Id|Number|Key)");

    @Test
    void onlyClassesThatRunOthersLog() {
        List<JavaClass> logging = logging();
        assertThat(logging).isNotEmpty();
        assertThat(logging).allMatch(LoggingTest::runsOthers);
    }

    @Test
    void logsAtDebugAndNothingElse() {
        assertThat(logging().stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().getName().equals("org.slf4j.Logger"))
                        .map(call -> call.getTarget().getName()))
                .isNotEmpty()
                .isSubsetOf("debug", "isDebugEnabled");
    }

    /** Each argument is an id, a count, or the simple name of the class that is run; the text is a constant. */
    @Test
    void logsIdsAndNoAmounts() throws IOException {
        var calls = new Calls();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(loggingSources());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            task.analyze();
            for (CompilationUnitTree unit : units) {
                calls.scan(new TreePath(unit), Trees.instance(task));
            }
        }
        assertThat(calls.seen).isPositive();
        assertThat(calls.wrong).isEmpty();
    }

    private static List<JavaClass> logging() {
        return Classes.PRODUCT.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> to.getTargetClass().getPackageName().startsWith("org.slf4j")))
                .toList();
    }

    private static boolean runsOthers(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> CODE_OF_OTHERS.stream().anyMatch(call.getTargetOwner()::isEquivalentTo));
    }

    private static List<Path> loggingSources() throws IOException {
        var sources = new ArrayList<Path>();
        for (Path source : Repository.mainSources(Repository.PRODUCT)) {
            if (!source.endsWith("module-info.java") && Files.readString(source).contains("import org.slf4j")) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** Looks at each call of a logger. */
    private static final class Calls extends TreePathScanner<@Nullable Void, Trees> {
        private final TreeSet<String> wrong = new TreeSet<>();
        private int seen;

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Trees trees) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && "org.slf4j.Logger".equals(typeOf(select.getExpression(), trees))) {
                seen++;
                List<? extends ExpressionTree> arguments = call.getArguments();
                for (int i = 0; i < arguments.size(); i++) {
                    if (!(i == 0 ? arguments.get(i) instanceof LiteralTree : isHarmless(arguments.get(i), trees))) {
                        wrong.add(getCurrentPath().getCompilationUnit().getSourceFile() + ": " + arguments.get(i));
                    }
                }
            }
            return super.visitMethodInvocation(call, trees);
        }

        private boolean isHarmless(ExpressionTree argument, Trees trees) {
            String type = typeOf(argument, trees);
            return type.equals("int")
                    || type.equals("long")
                    || ID.matcher(type).matches()
                    || argument.toString().endsWith(".getClass().getSimpleName()");
        }

        private String typeOf(ExpressionTree expression, Trees trees) {
            TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), expression));
            return type == null ? "" : type.toString();
        }
    }
}
