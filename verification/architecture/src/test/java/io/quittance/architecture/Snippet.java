package io.quittance.architecture;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A block of Java in a document, such as a class, a method or some statements. What it takes for granted stands in a comment before it that
 * readers do not see: {@code <!-- given: Ledger ledger, CustomerId customer -->}, with static imports if it has any, each ended by a semicolon.
 *
 * @param line on which it begins
 * @param before the types that stand before it in the document
 */
record Snippet(String document, int line, String given, String before, String code) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** For all, so that the class path is read once. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(?:^<!-- given: ([^\\n]*?) -->\\n\\n?)?^```java\\n(.*?)^```$");
    private static final Pattern IMPORT = Pattern.compile("import [^;]+;");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:@\\w+.*\\n)*(?:public |final |abstract )*(?:class|record|interface|enum) ");
    private static final Pattern MEMBER = Pattern.compile(
            "(?m)\\A(?:/\\*\\*(?:.|\\n)*?\\*/\\n|//.*\\n|@.*\\n)*(?:public |private |static |final )*[\\w<>\\[\\], ?]+ \\w+\\([^;=]*\\) (?:throws [\\w, ]+)?\\{");

    private static final Pattern PUBLIC =
            Pattern.compile("(?m)^public (?:[a-z-]+ )*(?:class|record|interface|enum|@interface) ");

    /** Public types of the published modules by their simple names. */
    private static final TreeMap<String, List<String>> TYPES = Repository.mainSources(Repository.PUBLISHED).stream()
            .map(Path::toAbsolutePath)
            .map(Path::toString)
            .filter(path -> PUBLIC.matcher(Repository.read(path)).find())
            .map(path -> Repository.between(path, "src/main/java/", ".java").replace('/', '.'))
            .collect(Collectors.groupingBy(
                    name -> name.substring(name.lastIndexOf('.') + 1), TreeMap::new, Collectors.toList()));

    static List<Snippet> of(String document) {
        String text = Repository.read(document);
        var snippets = new ArrayList<Snippet>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int line = (int) text.substring(0, block.start(2)).lines().count() + 1;
            String before =
                    snippets.stream().map(Snippet::code).filter(Snippet::isType).collect(Collectors.joining());
            String given = block.group(1) == null ? "" : block.group(1);
            snippets.add(new Snippet(document, line, given, before, block.group(2)));
        }
        return snippets;
    }

    /** Whether some class of the project has these lines. */
    boolean isCopied() {
        return Sources.ALL.contains(Sources.unindented(code));
    }

    /** What the compiler has against it; empty if it compiles. */
    List<String> errors() {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var source = new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source();
            }
        };
        var options = List.of("-proc:none", "-Xlint:none", "-implicit:none", "-d", "target/snippets");
        Path.of("target/snippets").toFile().mkdirs();
        COMPILER.getTask(new StringWriter(), FILES, diagnostics, options, null, List.of(source))
                .call();
        return diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ROOT))
                .toList();
    }

    /** The compilation unit that a reader would make of it. */
    String source() {
        String parameters = IMPORT.matcher(given).replaceAll("").strip();
        String body;
        if (isType(code)) {
            body = (before + code).replaceAll("(?m)^public (?=(?:[a-z-]+ )*(?:class|record|interface|enum) )", "");
        } else if (MEMBER.matcher(code).lookingAt()) {
            body = "abstract class Snippet " + parameters + " {\n" + code + "}\n";
        } else {
            body = "class Snippet { void run(" + parameters + ") throws Exception {\n" + code + "}}\n";
        }
        return Stream.concat(imports(), IMPORT.matcher(given).results().map(one -> one.group()))
                .collect(Collectors.joining("\n", "", "\n" + body));
    }

    private static boolean isType(String code) {
        return TYPE.matcher(code).find()
                && (code.startsWith("/**") || TYPE.matcher(code).lookingAt());
    }

    private Stream<String> imports() {
        Stream<String> ours = NAME.matcher(given + "\n" + before + code)
                .results()
                .map(name -> name.group())
                .distinct()
                .filter(name -> !given.contains("." + name + ";"))
                .map(name -> TYPES.getOrDefault(name, List.of()))
                .filter(found -> found.size() == 1)
                .map(found -> "import " + found.get(0) + ";");
        return Stream.concat(
                Stream.of("java.io", "java.math", "java.nio.file", "java.time", "java.util", "java.util.function")
                        .map(name -> "import " + name + ".*;"),
                ours);
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }

    /** Read when it is needed first. */
    private static final class Sources {
        /** All of the project's own code, as one text. */
        static final String ALL = Repository.sources().stream()
                .map(source ->
                        unindented(Repository.read(source.toAbsolutePath().toString())))
                .collect(Collectors.joining("\n"));

        static String unindented(String code) {
            return code.lines().map(String::strip).collect(Collectors.joining("\n"));
        }
    }
}
