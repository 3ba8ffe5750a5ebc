package io.quittance.examples.monthend;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;

/** A page of the report, filled with text. All pages share {@code style.css}, which stands in each of them. */
final class Template {
    private static final String FOLDER = "/report/";

    private static final String CHART_LIBRARY = "org.webjars.npm/chart.js";
    private static final JsonMapper JSON = new JsonMapper();

    private Template() {}

    /** Fills a template of the folder {@code report}. */
    static void write(String name, Map<String, Object> model, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(resource(FOLDER + part)))
                .compile(resource(FOLDER + name))
                .execute(model, text);
        text.flush();
    }

    /** A file of the class path as text. */
    static String resource(String name) throws IOException {
        try (InputStream stream = stream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static InputStream stream(String name) throws IOException {
        InputStream stream = Template.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException(name + " is missing from the class path");
        }
        return stream;
    }

    /** Data for a script: JSON that cannot end the script element it stands in. */
    static String json(Object data) {
        return JSON.writeValueAsString(data).replace("<", "\\u003c");
    }

    /** The library that draws charts, as it ships. */
    static String chartLibrary() throws IOException {
        var properties = new Properties();
        try (InputStream pom = stream("/META-INF/maven/" + CHART_LIBRARY + "/pom.properties")) {
            properties.load(pom);
        }
        return resource(
                "/META-INF/resources/webjars/chart.js/" + properties.getProperty("version") + "/dist/chart.umd.min.js");
    }
}
