package io.quittance.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the project, as a test sees them. */
final class Repository {
    static final List<String> PRODUCT = List.of("billing-core", "billing-ar", "billing-kpi");
    static final List<String> PUBLISHED = List.of(
            "billing-core",
            "billing-ar",
            "billing-kpi",
            "extensions/billing-json",
            "extensions/billing-einvoice",
            "extensions/billing-bank",
            "extensions/billing-testkit");

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ".")).resolve("../..").normalize();

    private Repository() {}

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Entries of the root that are neither modules, folders of modules, the README, nor made by a tool. */
    static List<String> topLevel() {
        var folders =
                List.of("extensions", "examples", "verification", "README.md", "target", ".git", ".idea", ".vscode");
        try (Stream<Path> entries = Files.list(ROOT)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !PRODUCT.contains(name) && !folders.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a user reads, but for the examples. */
    static List<String> documents() {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md"),
                            pages.map(page -> page.getFileName().toString())
                                    .filter(name -> name.endsWith(".md"))
                                    .map(name -> "docs/" + name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> mainSources(List<String> modules) {
        var sources = new ArrayList<Path>();
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    /** All Java of the project that is compiled. */
    static List<Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && file.toString().contains("/src/")
                            && !file.toString().contains("/target/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands after the first {@code start} and before the {@code end} that follows it, or the end of the text. */
    static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        if (from < 0) {
            throw new IllegalArgumentException("no '" + start + "'");
        }
        int to = text.indexOf(end, from + start.length());
        return text.substring(from + start.length(), to < 0 ? text.length() : to);
    }

    /** The bodies of all fenced blocks of that language. */
    static List<String> fences(String markdown, String language) {
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(markdown);
        return matcher.results().map(result -> result.group(1)).toList();
    }
}
