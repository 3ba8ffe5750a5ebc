package io.quittance.examples.boot;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** JSON as the README shows it: what is short on one line, all else indented. */
final class Shown {
    private static final int LONGEST = 110;

    private Shown() {}

    static String text(JsonNode node) {
        return text(node, "") + "\n";
    }

    private static String text(JsonNode node, String indent) {
        String line = line(node);
        if (!node.isContainer() || node.isEmpty() || indent.length() + line.length() <= LONGEST) {
            return line;
        }
        List<String> parts = new ArrayList<>();
        String inner = indent + "  ";
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(
                            field -> parts.add(inner + "\"" + field.getKey() + "\": " + text(field.getValue(), inner)));
        } else {
            node.forEach(element -> parts.add(inner + text(element, inner)));
        }
        return (node.isObject() ? "{" : "[") + "\n" + String.join(",\n", parts) + "\n" + indent
                + (node.isObject() ? "}" : "]");
    }

    private static String line(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.propertyStream().forEach(field -> parts.add("\"" + field.getKey() + "\": " + line(field.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (node.isArray()) {
            node.forEach(element -> parts.add(line(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        return node.toString();
    }
}
