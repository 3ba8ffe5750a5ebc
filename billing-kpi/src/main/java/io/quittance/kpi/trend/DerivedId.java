package io.quittance.kpi.trend;

/** The id of what is computed from the results of a KPI: {@code csat.change}, and of a part {@code csat.change[about=Leeds]}. */
final class DerivedId {
    private DerivedId() {}

    /**
     * The id with a suffix, before the parts that it names.
     *
     * @param suffix such as {@code .change.relative}
     */
    static String of(String id, String suffix) {
        int from = id.indexOf('[');
        int to = id.lastIndexOf(']') + 1;
        return from < 0 ? id + suffix : id.substring(0, from) + id.substring(to) + suffix + id.substring(from, to);
    }
}
