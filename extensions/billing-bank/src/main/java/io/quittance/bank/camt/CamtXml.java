package io.quittance.bank.camt;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.bank.BankFileReader;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BiConsumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML document as it is read, by the JDK's own parser, whatever others are on the class path. There is no document type, so there are
 * no entities but those of XML itself, and nothing is ever fetched.
 */
final class CamtXml {
    /**
     * What the JDK counts here are the entities that XML itself has, since there are no others. All escaped signs of one kind are one
     * entity to it, of which JDK 25 allows 100,000 characters; a long file has more.
     */
    private static final List<String> COUNTED_ENTITIES = List.of(
            "http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit",
            "http://www.oracle.com/xml/jaxp/properties/maxGeneralEntitySizeLimit",
            "http://www.oracle.com/xml/jaxp/properties/entityExpansionLimit");

    private final GuardedStream stream;
    private final XMLStreamReader reader;
    private int depth;
    private int characters;

    CamtXml(InputStream file) throws IOException {
        stream = new GuardedStream(file);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        COUNTED_ENTITIES.forEach(limit -> factory.setProperty(limit, "0"));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            reader = factory.createXMLStreamReader(stream);
        } catch (XMLStreamException e) {
            throw refusal(e, "1");
        }
    }

    /** The next event of the document, after all that must not be in it was refused. */
    int next() throws IOException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw refusal(e, "line " + line());
        }
        stream.understood();
        Require.that(
                event != DTD && event != ENTITY_REFERENCE,
                "bank.doctype",
                "file",
                "must have no DOCTYPE and no entities of its own",
                "line " + line());
        if (event == START_ELEMENT) {
            depth++;
            Require.that(
                    depth <= BankFileReader.MAX_DEPTH,
                    "bank.depth",
                    "file",
                    "must have at most " + BankFileReader.MAX_DEPTH + " elements inside each other",
                    "line " + line());
        } else if (event == END_ELEMENT) {
            depth--;
        }
        return event;
    }

    boolean hasNext() throws IOException {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw refusal(e, "line " + line());
        }
    }

    /** Without its namespace. */
    String name() {
        return reader.getLocalName();
    }

    /** Empty where there is none. */
    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    int line() {
        return Math.max(reader.getLocation().getLineNumber(), 0);
    }

    /** The element that has begun, to its end. */
    XmlNode node() throws IOException {
        return node("", (root, apart) -> {});
    }

    /** As {@link #node()}, but without the elements of one name, which are taken one by one beside what stood before them. */
    XmlNode node(String apartName, BiConsumer<XmlNode, XmlNode> apart) throws IOException {
        var open = new ArrayDeque<XmlNode>();
        XmlNode root = begun();
        open.push(root);
        int elements = 0;
        int apartElements = 0;
        int apartDepth = 0;
        characters = 0;
        while (true) {
            int event = next();
            XmlNode top = open.element();
            if (event == START_ELEMENT) {
                if (apartDepth == 0 && name().equals(apartName)) {
                    apartDepth = open.size();
                    apartElements = 0;
                }
                requireFew(apartDepth == 0 ? ++elements : ++apartElements, root);
                open.push(begun());
            } else if (event == END_ELEMENT) {
                open.pop();
                if (open.isEmpty()) {
                    return root;
                }
                if (open.size() == apartDepth) {
                    apartDepth = 0;
                    apart.accept(root, top);
                } else {
                    open.element().add(top);
                }
            } else if (event == CHARACTERS || event == CDATA) {
                take(top, root);
            }
        }
    }

    private void requireFew(int elements, XmlNode root) {
        Require.that(
                elements <= BankFileReader.MAX_ELEMENTS,
                "bank.elements",
                root.name,
                "must have at most " + BankFileReader.MAX_ELEMENTS + " elements in one part",
                "line " + line());
    }

    /** Passes over the element that has begun. */
    void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    private XmlNode begun() {
        return new XmlNode(name(), line(), attribute("Ccy"));
    }

    private @Nullable String attribute(String of) {
        return reader.getAttributeValue(null, of);
    }

    /** White space between elements is no text. */
    private void take(XmlNode node, XmlNode root) {
        StringBuilder words = node.words();
        boolean isBlank = reader.isWhiteSpace();
        if (isBlank && words.length() == 0) {
            return;
        }
        Require.that(
                words.length() + reader.getTextLength() <= BankFileReader.MAX_TEXT,
                "bank.text",
                node.name,
                "must have at most " + BankFileReader.MAX_TEXT + " characters",
                "line " + node.line);
        characters += reader.getTextLength();
        Require.that(
                characters <= BankFileReader.MAX_ENTRY_TEXT,
                "bank.entry-text",
                root.name,
                "must have at most " + BankFileReader.MAX_ENTRY_TEXT + " characters in all",
                "line " + root.line);
        words.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** What the stream itself failed by is no fault of the file. The parser's words are left out, for they may quote the file. */
    private static InvalidArgumentException refusal(XMLStreamException e, String place) throws IOException {
        Throwable nested = e.getNestedException();
        if (nested instanceof IOException failed && !(nested instanceof CharConversionException)) {
            throw failed;
        }
        return new InvalidArgumentException("bank.xml", "file", "must be well-formed XML", place);
    }
}
