package io.quittance.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.en16931.BusinessGroup;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every text that XML can carry comes back from it as it was, whatever it is made of. */
class TextsTest {

    @Property
    void aTextComesBack(@ForAll("texts") String text, @ForAll Syntax syntax) {
        EInvoice document = document(text, "EM");
        assertThat(Xml.texts(Unchecked.bytes(document, syntax), syntax == Syntax.UBL ? "Note" : "Content"))
                .containsExactly(text);
    }

    @Property
    void anAttributeComesBack(@ForAll("attributes") String scheme, @ForAll Syntax syntax) {
        String name = syntax == Syntax.UBL ? "EndpointID" : "URIID";
        var found = Xml.parse(Unchecked.bytes(document("note", scheme), syntax)).getElementsByTagNameNS("*", name);
        assertThat(found.item(0).getAttributes().getNamedItem("schemeID").getNodeValue())
                .isEqualTo(scheme);
    }

    private static EInvoice document(String note, String scheme) {
        return EInvoice.of(
                BusinessGroup.document()
                        .add(BusinessGroup.of("BG-1").put("BT-22", note))
                        .add(BusinessGroup.of("BG-4").put("BT-34", "seller", scheme))
                        .build(),
                Profile.EN16931);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "<&>\"'", "]]>", "a\r\n\tb\r", "Größe 5 µm", "🧾 é 漢", "\u2028\u0085", "<!-- x -->", "&#13;"),
                Arbitraries.strings()
                        .withChars("<>&\"'\r\n\t ;#]")
                        .withCharRange(' ', '\uD7FF')
                        .withCharRange('\uE000', '\uFFFD')
                        .ofMinLength(1)
                        .ofMaxLength(50)
                        .filter(text -> !text.isBlank()));
    }

    @Provide
    Arbitrary<String> attributes() {
        return Arbitraries.oneOf(
                Arbitraries.of("<&>\"'", "Größe", "🧾"),
                Arbitraries.strings()
                        .withCharRange(' ', '\uD7FF')
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .filter(text -> Characters.unwritableInAttribute(text).isEmpty()));
    }
}
