package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.DocumentRule;
import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What one syntax cannot carry. */
final class SyntaxRules {
    private static final Pattern WITH_SUBJECT = Pattern.compile("(?s)#[A-Z]{3}#.*");

    static final List<DocumentRule> UBL = List.of(new GroupRule("einvoice.note", SyntaxRules::note));
    static final List<DocumentRule> CII = List.of(new GroupRule("einvoice.preceding", SyntaxRules::preceding));

    private SyntaxRules() {}

    /** UBL writes the subject of a note before its text, {@code #AAI#text}: a text that begins so would be read as one. */
    private static void note(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        if (!group.has("BT-21")
                && group.text("BT-22")
                        .filter(text -> WITH_SUBJECT.matcher(text).matches())
                        .isPresent()) {
            wrong.accept(
                    "BT-22",
                    Explanation.of("einvoice.note", "must not begin as a subject code does in UBL; give it as BT-21"));
        }
    }

    private static void preceding(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        int count = group.groups("BG-3").size();
        if (count > 1) {
            wrong.accept(
                    "BG-3",
                    Explanation.of(
                            "einvoice.preceding",
                            "can stand in CII D16B once, not {0} times; UBL has them all",
                            count));
        }
    }
}
