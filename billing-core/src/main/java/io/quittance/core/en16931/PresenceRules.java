package io.quittance.core.en16931;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What must be there. */
final class PresenceRules {
    /** Rule, the groups that it is about, and what each of them must have one of, a term or a group, some groups deeper. */
    private static final String TABLE = """
            BR-01    document BG-2/BT-24
            BR-02    document BT-1
            BR-03    document BT-2
            BR-04    document BT-3
            BR-05    document BT-5
            BR-06    document BG-4/BT-27
            BR-07    document BG-7/BT-44
            BR-08    document BG-4/BG-5
            BR-09    BG-5     BT-40
            BR-10    document BG-7/BG-8
            BR-11    BG-8     BT-55
            BR-12    document BG-22/BT-106
            BR-13    document BG-22/BT-109
            BR-14    document BG-22/BT-112
            BR-15    document BG-22/BT-115
            BR-16    document BG-25
            BR-17    BG-10    BT-59
            BR-18    BG-11    BT-62
            BR-19    BG-11    BG-12
            BR-20    BG-12    BT-69
            BR-21    BG-25    BT-126
            BR-22    BG-25    BT-129
            BR-23    BG-25    BT-130
            BR-24    BG-25    BT-131
            BR-25    BG-25    BG-31/BT-153
            BR-26    BG-25    BG-29/BT-146
            BR-31    BG-20    BT-92
            BR-32    BG-20    BT-95
            BR-33    BG-20    BT-97 BT-98
            BR-36    BG-21    BT-99
            BR-37    BG-21    BT-102
            BR-38    BG-21    BT-104 BT-105
            BR-41    BG-27    BT-136
            BR-42    BG-27    BT-139 BT-140
            BR-43    BG-28    BT-141
            BR-44    BG-28    BT-144 BT-145
            BR-45    BG-23    BT-116
            BR-46    BG-23    BT-117
            BR-47    BG-23    BT-118
            BR-49    BG-16    BT-81
            BR-50    BG-17    BT-84
            BR-52    BG-24    BT-122
            BR-54    BG-32    BT-160
            BR-54    BG-32    BT-161
            BR-55    BG-3     BT-25
            BR-56    BG-11    BT-63
            BR-57    BG-15    BT-80
            BR-CO-04 BG-25    BG-30/BT-151
            BR-CO-18 document BG-23
            BR-CO-20 BG-26    BT-134 BT-135
            BR-CO-21 BG-20    BT-97 BT-98
            BR-CO-22 BG-21    BT-104 BT-105
            BR-CO-23 BG-27    BT-139 BT-140
            BR-CO-24 BG-28    BT-144 BT-145
            BR-CO-26 BG-4     BT-29 BT-30 BT-31
            """;

    private PresenceRules() {}

    static List<DocumentRule> all() {
        return TABLE.lines().map(PresenceRules::rule).toList();
    }

    private static DocumentRule rule(String row) {
        String[] parts = row.split(" +", -1);
        return of(parts[0], parts[1], Arrays.copyOfRange(parts, 2, parts.length));
    }

    /** The rule that each group must have one of some terms or groups. */
    static DocumentRule of(String id, String group, String... anyOf) {
        String[] ids = Arrays.stream(anyOf)
                .map(path -> path.substring(path.indexOf('/') + 1))
                .toArray(String[]::new);
        return new PlaceRule(
                id,
                group,
                ids[0],
                (place, document) ->
                        Wrong.unless(Arrays.stream(anyOf).anyMatch(path -> has(place, path)), Wrong.missing(ids)));
    }

    private static boolean has(BusinessGroup place, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return path.startsWith("BG-") ? !place.groups(path).isEmpty() : place.has(path);
        }
        Optional<BusinessGroup> inner = place.group(path.substring(0, slash));
        return inner.isPresent() && has(inner.get(), path.substring(slash + 1));
    }
}
