package io.quittance.examples.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.quittance.core.invoice.Invoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * An invoice or a credit note as one page of HTML: no script, nothing from elsewhere, all that the document says escaped, to be
 * printed on A4. Words are in the language of the locale, English where that is not there, and numbers have its signs: 1234.5 USD
 * is {@code 1.234,50} for Germany. The same document gives the same page.
 *
 * <p>Not shown is what is between the seller and itself: how a document is sent, and how long it is kept.
 */
public final class InvoicePage {
    private static final Template TEMPLATE = template("/page/invoice.mustache.html");

    private InvoicePage() {}

    /** The page. */
    public static String of(Invoice invoice, Locale locale) {
        return TEMPLATE.execute(PageModel.of(invoice, Words.of(locale)));
    }

    /** What is empty is not shown; what the template names and the model has not is an error. */
    private static Template template(String name) {
        try (InputStream in = Objects.requireNonNull(InvoicePage.class.getResourceAsStream(name), name)) {
            return Mustache.compiler()
                    .emptyStringIsFalse(true)
                    .strictSections(true)
                    .compile(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
