package io.quittance.core.party;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is (EN 16931, BG-5, BG-8, BG-12 and BG-15): {@code
 * PostalAddress.in("DE").withLines("Lindenweg 5").withCity("Berlin").withPostCode("10115")}. A text shows only the country.
 */
public final class PostalAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LINES = 3;

    private final String country;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<String> lines;

    private final @Nullable String city;
    private final @Nullable String postCode;
    private final @Nullable String subdivision;

    /** An address while a part of it is changed. */
    private static final class Draft {
        private final String country;
        private List<String> lines = List.of();
        private @Nullable String city;
        private @Nullable String postCode;
        private @Nullable String subdivision;

        private Draft(String country) {
            this.country = country;
        }
    }

    private PostalAddress(Draft draft) {
        country = Require.hiddenCountry(draft.country, "country");
        lines = List.copyOf(draft.lines);
        Require.that(lines.size() <= MAX_LINES, "address.lines", "lines", "must be at most " + MAX_LINES, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Require.hiddenId(lines.get(i), "lines[" + i + "]");
        }
        city = Require.optionalHiddenId(draft.city, "city");
        postCode = Require.optionalHiddenId(draft.postCode, "postCode");
        subdivision = Require.optionalHiddenId(draft.subdivision, "subdivision");
    }

    private PostalAddress with(Consumer<Draft> change) {
        var draft = new Draft(country);
        draft.lines = lines;
        draft.city = city;
        draft.postCode = postCode;
        draft.subdivision = subdivision;
        change.accept(draft);
        return new PostalAddress(draft);
    }

    /**
     * An address of which only the country is known.
     *
     * @param country two capital letters (ISO 3166-1 alpha-2), or {@code 1A} and {@code XI} as EN 16931 admits them
     */
    public static PostalAddress in(String country) {
        return new PostalAddress(new Draft(country));
    }

    /** The same with street and the like, one to three lines. */
    public PostalAddress withLines(String... newLines) {
        List<String> all = List.of(newLines);
        return with(draft -> draft.lines = all);
    }

    /** The same with a city. */
    public PostalAddress withCity(String name) {
        requireNonNull(name, "city");
        return with(draft -> draft.city = name);
    }

    /** The same with a post code. */
    public PostalAddress withPostCode(String code) {
        requireNonNull(code, "postCode");
        return with(draft -> draft.postCode = code);
    }

    /** The same with a state, province or canton. */
    public PostalAddress withSubdivision(String name) {
        requireNonNull(name, "subdivision");
        return with(draft -> draft.subdivision = name);
    }

    /** The country (BT-40, BT-55, BT-69, BT-80). */
    public String country() {
        return country;
    }

    /** Street and the like, at most three (BT-35, BT-36, BT-162 and their siblings). */
    public List<String> lines() {
        return lines;
    }

    /** The city (BT-37, BT-52, BT-66, BT-77). */
    public Optional<String> city() {
        return Optional.ofNullable(city);
    }

    /** The post code (BT-38, BT-53, BT-67, BT-78). */
    public Optional<String> postCode() {
        return Optional.ofNullable(postCode);
    }

    /** The state, province or canton (BT-39, BT-54, BT-68, BT-79). */
    public Optional<String> subdivision() {
        return Optional.ofNullable(subdivision);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PostalAddress that
                && country.equals(that.country)
                && lines.equals(that.lines)
                && Objects.equals(city, that.city)
                && Objects.equals(postCode, that.postCode)
                && Objects.equals(subdivision, that.subdivision);
    }

    @Override
    public int hashCode() {
        return Objects.hash(country, lines, city, postCode, subdivision);
    }

    /** The country only: {@code address in DE}. */
    @Override
    public String toString() {
        return "address in " + country;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> draft.lines = new ArrayList<>(lines));
    }
}
