package io.quittance.bank.camt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element with all that stands in it; names are without namespace. */
final class XmlNode {
    final String name;
    final int line;
    /** The currency that an amount has as its attribute. */
    final @Nullable String currency;

    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlNode(String name, int line, @Nullable String currency) {
        this.name = name;
        this.line = line;
        this.currency = currency;
    }

    void add(XmlNode child) {
        children.add(child);
    }

    /** What was read of the text so far. */
    StringBuilder words() {
        return text;
    }

    /** The text without white space around it. */
    String text() {
        return text.toString().strip();
    }

    /** All that is written in it, with the names of the elements; white space around a text does not count. */
    String written() {
        var written = new StringBuilder();
        write(written);
        return written.toString();
    }

    private void write(StringBuilder written) {
        written.append(name).append('(');
        if (currency != null) {
            written.append(currency).append(' ');
        }
        written.append(text());
        children.forEach(child -> child.write(written));
        written.append(')');
    }

    /** All elements of that path, in their order. */
    List<XmlNode> all(String... path) {
        List<XmlNode> found = List.of(this);
        for (String step : path) {
            var next = new ArrayList<XmlNode>();
            for (XmlNode node : found) {
                for (XmlNode child : node.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The first element of that path, or null. */
    @Nullable
    XmlNode first(String... path) {
        return first(path, 0);
    }

    private @Nullable XmlNode first(String[] path, int from) {
        if (from == path.length) {
            return this;
        }
        for (XmlNode child : children) {
            XmlNode found = child.name.equals(path[from]) ? child.first(path, from + 1) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The text of the first element of that path; null if there is none, or it is blank. */
    @Nullable
    String text(String... path) {
        XmlNode node = first(path);
        String found = node == null ? "" : node.text();
        return found.isEmpty() ? null : found;
    }

    /** The text of the first of those paths, written with slashes, that has one. */
    @Nullable
    String anyText(String... paths) {
        for (String path : paths) {
            String found = text(path.split("/", -1));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
