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

/** A page of the report, filled with text. All pages share {@code style.css}, which stands in each of them. */
final class Template {
    private static final String FOLDER = "/report/";

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
}
