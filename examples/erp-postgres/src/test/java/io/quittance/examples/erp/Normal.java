package io.quittance.examples.erp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables without what depends on who came first where several work at once: which document got which number. A number becomes the contract
 * and the place of the document among those of the contract; the hash of a document, which has its number in it, becomes the same.
 */
final class Normal {
    private static final Pattern NUMBER_OR_HASH = Pattern.compile("[RG]-\\d{4}-\\d{6}|q1:[0-9a-f]{64}");

    private Normal() {}

    static Map<String, List<String>> tables(ErpRun erp) {
        Map<String, String> names = names(erp);
        var normal = new TreeMap<String, List<String>>();
        erp.tables()
                .forEach((table, rows) -> normal.put(
                        table,
                        rows.stream()
                                .map(row ->
                                        table.equals("invoice") ? row.replaceFirst("\"position\": \\d+, ", "") : row)
                                .map(row -> NUMBER_OR_HASH
                                        .matcher(row)
                                        .replaceAll(found -> Matcher.quoteReplacement(
                                                names.getOrDefault(found.group(), found.group()))))
                                .sorted()
                                .toList()));
        return normal;
    }

    private static Map<String, String> names(ErpRun erp) {
        var names = new HashMap<String, String>();
        for (String row : erp.strings("select number || ' ' || hash || ' ' || contract || '/' || series || '/' ||"
                + " rank() over (partition by contract, series order by position) from invoice")) {
            String[] fields = row.split(" ", -1);
            names.put(fields[0], fields[2]);
            names.put(fields[1], "hash of " + fields[2]);
        }
        return names;
    }
}
