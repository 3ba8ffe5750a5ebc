package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser is given, which PageTest looks at in one. */
class PageSourcesTest {
    private final Service service = Service.running();

    @Test
    void aBrowserMayLoadFromThisServiceAlone() throws IOException, InterruptedException {
        for (String path : List.of("/", "/preview.js", "/aging", "/nothing", "/schemas/invoice.schema.json")) {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(service.request(path).build(), BodyHandlers.ofString());

            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        }
    }

    /** Markup is never made of text, and nothing is loaded from elsewhere. */
    @Test
    void theScriptsMakeNoMarkup() throws IOException {
        Path folder = Path.of("src/main/resources/static");
        for (String name : List.of("preview.js", "locate.js", "index.html", "preview.css")) {
            assertThat(Files.readString(folder.resolve(name)))
                    .as(name)
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacent",
                            "document.write",
                            "eval(",
                            "http://",
                            "https://");
        }
    }

    /** All schemas that the library ships, byte for byte. */
    @Test
    void theSchemasAreThoseOfTheLibrary() throws IOException {
        try (var files = Files.list(Path.of("../../docs/schema"))) {
            List<Path> schemas = files.toList();
            assertThat(schemas).hasSizeGreaterThan(10);
            for (Path schema : schemas) {
                assertThat(service.get("/schemas/" + schema.getFileName()).text())
                        .isEqualTo(Files.readString(schema));
            }
        }
    }
}
