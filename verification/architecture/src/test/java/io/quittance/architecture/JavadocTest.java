package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every public type of a published module says what it is. */
class JavadocTest {

    @Test
    void everyPublicTypeHasJavadoc() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var undocumented = new TreeSet<String>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(Repository.mainSources(Repository.PUBLISHED));
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree declared
                            && declared.getModifiers().getFlags().contains(Modifier.PUBLIC)
                            && docs.getDocComment(TreePath.getPath(unit, type)) == null) {
                        undocumented.add(Path.of(unit.getSourceFile().getName())
                                .getFileName()
                                .toString());
                    }
                }
            }
        }
        assertThat(undocumented).isEmpty();
    }
}
