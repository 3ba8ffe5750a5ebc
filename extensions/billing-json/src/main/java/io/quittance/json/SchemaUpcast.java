package io.quittance.json;

/**
 * One step from a version of a kind of document to the next, on the tree of its values, before anything is read.
 *
 * <p>It leaves what it does not understand as it is: whoever wrote a bad document of the old version is told by the reader.
 * What it adds stands where the value stands from which it was made, so that errors keep the order of the document.
 */
@FunctionalInterface
interface SchemaUpcast {

    /** The same document in the next version. */
    JsonValue next(JsonValue document);
}
