package io.quittance.conformance;

/**
 * What a case is about.
 *
 * @param file the file it stands in, without ending
 * @param topic as the case names it; the name of the file where cases have none
 * @param kind as its input names it; empty where it has none
 */
record Topic(String file, String topic, String kind) implements Comparable<Topic> {

    @Override
    public int compareTo(Topic other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return file + " " + topic + (kind.isEmpty() ? "" : " " + kind);
    }
}
