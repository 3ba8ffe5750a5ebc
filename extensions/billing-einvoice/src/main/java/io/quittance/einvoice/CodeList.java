package io.quittance.einvoice;

import io.quittance.core.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Codes that EN 16931 admits, as the validation artefacts 1.3.16 list them; one file each in {@code codes}. */
final class CodeList {
    static final CodeList UNIT = new CodeList(
            "unit",
            "a unit code of UN/ECE Recommendation 20 or 21, such as C62; Profile.withUnits writes your own units as codes");

    private final String what;
    private final Set<String> codes;

    /**
     * A list.
     *
     * @param file without folder and ending
     * @param what its codes are, as a message says it after {@code must be}
     */
    CodeList(String file, String what) {
        this.what = what;
        String path = "codes/" + file + ".txt";
        try (InputStream in = CodeList.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " must be beside " + CodeList.class.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            codes = Set.of(text.strip().split("\\s+", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    String what() {
        return what;
    }

    void require(String code, String argument) {
        if (!has(code)) {
            throw new InvalidArgumentException("einvoice.code", argument, "must be " + what, code);
        }
    }
}
