package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that supports an invoice, such as a timesheet (EN 16931, BG-24): by reference, at a place, or attached. {@code
 * SupportingDocument.of("TS-2026-03", "timesheet of March")}.
 */
public final class SupportingDocument implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final @Nullable String description;
    private final @Nullable URI location;
    private final @Nullable String mediaType;
    private final @Nullable String fileName;
    private final byte @Nullable [] content;

    private SupportingDocument(
            String id,
            @Nullable String description,
            @Nullable URI location,
            @Nullable String mediaType,
            @Nullable String fileName,
            byte @Nullable [] content) {
        this.id = Require.id(id, "document.id");
        this.description = Require.optionalId(description, "document.description");
        this.location = location;
        this.mediaType = Require.optionalId(mediaType, "document.mediaType");
        this.fileName = Require.optionalId(fileName, "document.fileName");
        this.content = content == null ? null : content.clone();
    }

    /** By reference only. */
    public static SupportingDocument of(String id) {
        return new SupportingDocument(id, null, null, null, null, null);
    }

    /** By reference, with what it is. */
    public static SupportingDocument of(String id, String description) {
        return new SupportingDocument(id, requireNonNull(description, "description"), null, null, null, null);
    }

    /** The same at a place from which it can be had. */
    public SupportingDocument at(URI newLocation) {
        return new SupportingDocument(
                id, description, requireNonNull(newLocation, "location"), mediaType, fileName, content);
    }

    /**
     * The same with its content.
     *
     * @param newMediaType such as {@code application/pdf}
     */
    public SupportingDocument attached(String newMediaType, String newFileName, byte[] newContent) {
        return new SupportingDocument(
                id,
                description,
                location,
                requireNonNull(newMediaType, "mediaType"),
                requireNonNull(newFileName, "fileName"),
                requireNonNull(newContent, "content"));
    }

    /** Its reference (BT-122). */
    public String id() {
        return id;
    }

    /** What it is (BT-123). */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** From where it can be had (BT-124). */
    public Optional<URI> location() {
        return Optional.ofNullable(location);
    }

    /** The media type of what is attached (BT-125-1). */
    public Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }

    /** The file name of what is attached (BT-125-2). */
    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** What is attached, a copy (BT-125). */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content).map(byte[]::clone);
    }

    /** What documents write, and their hash covers; addresses that differ in the case of their host are different texts. */
    private @Nullable String locationText() {
        return location == null ? null : location.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SupportingDocument that
                && id.equals(that.id)
                && Objects.equals(description, that.description)
                && Objects.equals(locationText(), that.locationText())
                && Objects.equals(mediaType, that.mediaType)
                && Objects.equals(fileName, that.fileName)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, description, locationText(), Arrays.hashCode(content));
    }

    /** For example {@code document TS-2026-03}. */
    @Override
    public String toString() {
        return "document " + id;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new SupportingDocument(id, description, location, mediaType, fileName, content);
    }
}
