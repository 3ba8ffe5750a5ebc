package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader copies from the README is what is compiled here, and its commands are done one after the other. */
class ReadmeTest {
    @Test
    void itsCodeIsCompiled() throws IOException {
        assertThat(fences("java"))
                .containsExactly(
                        region("Database", "transaction"),
                        region("BillJob", "bill"),
                        region("Numbers", "number"),
                        region("ImportJob", "import"),
                        region("AllocateJob", "allocate"),
                        region("Account", "lock"));
    }

    @Test
    void itsCommandsWork(@TempDir Path folder) throws IOException {
        ErpRun erp = Server.empty();
        List<String> commands = String.join("", fences("sh"))
                .lines()
                .filter(line -> line.startsWith("erp "))
                .map(line -> line.substring("erp ".length()))
                .toList();
        assertThat(commands).hasSizeGreaterThan(10);
        for (String command : commands) {
            String[] words = command.replaceFirst(" +#.*", "")
                    .replace("february.xml", folder.resolve("february.xml").toString())
                    .split(" ");
            assertThat(erp.answer(words).status())
                    .as(command)
                    .isEqualTo(command.contains("# status 1") ? Erp.LOOK : Erp.DONE);
        }
    }

    private static List<String> fences(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(fence -> fence.group(1))
                .toList();
    }

    private static String region(String type, String name) throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/quittance/examples/erp/" + type + ".java"));
        Matcher region = Pattern.compile("(?s)// README " + name + " begins\n(.*?)// README " + name + " ends")
                .matcher(source);
        assertThat(region.find()).as(type + " " + name).isTrue();
        return region.group(1).stripIndent();
    }
}
