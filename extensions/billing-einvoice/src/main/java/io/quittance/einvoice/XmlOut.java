package io.quittance.einvoice;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML by the JDK's own StAX, whatever other implementation is on the class path. An element that holds nothing is not
 * written (PEPPOL-EN16931-R008), so whoever writes need not ask first whether a part is there.
 */
final class XmlOut {
    private static final String INDENT = "  ";

    private final XMLStreamWriter writer;
    private final Map<String, String> namespaces;
    /** Elements that were begun and have no content yet, the outermost first. */
    private final Deque<String> begun = new ArrayDeque<>();

    private int depth;
    private boolean endsOnOwnLine;

    private XmlOut(XMLStreamWriter writer, Map<String, String> namespaces) {
        this.writer = writer;
        this.namespaces = namespaces;
    }

    /**
     * Writes a document.
     *
     * @param root its element, with its prefix if it has one, as all names here
     * @param namespaces by prefix; the empty one is the default
     */
    static void write(OutputStream out, String root, Map<String, String> namespaces, Consumer<XmlOut> content) {
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeCharacters("\n");
            var xml = new XmlOut(writer, namespaces);
            xml.start(root);
            for (Map.Entry<String, String> namespace : new TreeMap<>(namespaces).entrySet()) {
                writer.writeNamespace(namespace.getKey(), namespace.getValue());
            }
            content.accept(xml);
            xml.end();
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // what XML cannot carry was refused before
        }
    }

    private void start(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        if (depth > 0) {
            writer.writeCharacters("\n" + INDENT.repeat(depth));
        }
        writer.writeStartElement(prefix, name.substring(colon + 1), namespaces.getOrDefault(prefix, ""));
        depth++;
        endsOnOwnLine = false;
    }

    private void end() throws XMLStreamException {
        depth--;
        if (endsOnOwnLine) {
            writer.writeCharacters("\n" + INDENT.repeat(depth));
        }
        writer.writeEndElement();
        endsOnOwnLine = true;
    }

    /** An element around others; nothing if there is nothing in it. */
    void in(String name, Runnable content) {
        begun.addLast(name);
        content.run();
        if (!begun.isEmpty()) {
            begun.removeLast();
            return;
        }
        try {
            end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element around others that is written even if there is nothing in it. */
    void always(String name, Runnable content) {
        try {
            startBegun();
            start(name);
            content.run();
            end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startBegun() throws XMLStreamException {
        while (!begun.isEmpty()) {
            start(begun.removeFirst());
        }
    }

    /**
     * An element with a text.
     *
     * @param attributes name and value in turn; one whose value is empty is left out
     */
    void text(String name, String text, String... attributes) {
        try {
            startBegun();
            start(name);
            for (int i = 0; i < attributes.length; i += 2) {
                if (!attributes[i + 1].isEmpty()) {
                    writer.writeAttribute(attributes[i], attributes[i + 1]);
                }
            }
            characters(text);
            end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A carriage return stands as a reference: a reader makes an end of line of one that stands for itself. */
    private void characters(String text) throws XMLStreamException {
        int from = 0;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
            writer.writeCharacters(text.substring(from, at));
            writer.writeEntityRef("#13");
            from = at + 1;
        }
        writer.writeCharacters(text.substring(from));
    }
}
