package io.quittance.examples.monthend;

import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceText;
import io.quittance.einvoice.EInvoice;
import io.quittance.einvoice.Profile;
import io.quittance.einvoice.Syntax;
import io.quittance.examples.page.InvoicePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Documents as files: text, a page for people, and XML for the customer's system. */
final class DocumentFiles {
    static final String FOLDER = "invoices";
    static final String TEXT = "txt";
    static final String PAGE = "html";
    static final String XML = "xml";

    private static final Profile PROFILE = Profile.PEPPOL_BIS3;
    private static final Pattern OURS = Pattern.compile("TC?-\\d{4}-\\d{6,}\\.(txt|html|xml)(\\.incomplete)?");

    private DocumentFiles() {}

    /** Where a document stands in the output folder, such as {@code invoices/T-2014-000001.html}. */
    static String path(InvoiceNumber number, String kind) {
        return FOLDER + "/" + number + "." + kind;
    }

    /** The files that earlier runs have left there. */
    static List<String> earlier(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve(FOLDER))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(FOLDER))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> OURS.matcher(name).matches())
                    .map(name -> FOLDER + "/" + name)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Checks and writes those that are chosen. One that breaks a rule has no XML: {@code documents.csv} says why.
     *
     * @return what became of them, by number, in the order of the documents
     */
    static Map<InvoiceNumber, WrittenDocument> write(
            List<IssuedDocument> documents, DocumentChoice choice, OutputFolder folder) throws IOException {
        var written = new LinkedHashMap<InvoiceNumber, WrittenDocument>();
        for (IssuedDocument one : choice.of(documents)) {
            Invoice document = one.document();
            Locale locale = choice.locale(document);
            var kinds = new ArrayList<>(List.of(TEXT, PAGE));
            write(folder, path(one.number(), TEXT), InvoiceText.of(document, locale));
            write(folder, path(one.number(), PAGE), InvoicePage.of(document, locale));
            var electronic = EInvoice.of(document, PROFILE);
            List<RuleViolation> problems = electronic.problems(Syntax.UBL);
            if (problems.isEmpty()) {
                folder.write(path(one.number(), XML), out -> electronic.write(Syntax.UBL, out));
                kinds.add(XML);
            }
            written.put(one.number(), new WrittenDocument(List.copyOf(kinds), problems));
        }
        return written;
    }

    private static void write(OutputFolder folder, String name, String text) throws IOException {
        folder.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
