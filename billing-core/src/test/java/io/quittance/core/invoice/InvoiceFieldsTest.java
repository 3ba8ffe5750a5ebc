package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.InvoicingRequirements.Channel;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is empty or absent has no field, and no field has none within it. */
class InvoiceFieldsTest {

    /** Keeps a line for each field, as a format of a host's own would write it. */
    private static final class Lines implements FieldSink {
        private final List<String> lines;
        private final String path;

        private Lines(List<String> lines, String path) {
            this.lines = lines;
            this.path = path;
        }

        static List<String> of(InvoiceDraft draft) {
            var lines = new ArrayList<String>();
            InvoiceFields.write(draft.issue("R-1", "2026-01-31"), new Lines(lines, ""));
            return lines;
        }

        @Override
        public FieldSink text(String name, String value) {
            lines.add(path + name + "=" + value);
            return this;
        }

        @Override
        public FieldSink decimal(String name, BigDecimal value) {
            return text(name, value.toPlainString());
        }

        @Override
        public FieldSink integer(String name, int value) {
            return text(name, Integer.toString(value));
        }

        @Override
        public FieldSink flag(String name, boolean value) {
            return text(name, Boolean.toString(value));
        }

        @Override
        public FieldSink texts(String name, Iterable<String> values) {
            return text(name, values.toString());
        }

        @Override
        public FieldSink object(String name, Consumer<FieldSink> fields) {
            lines.add(path + name + ":");
            fields.accept(new Lines(lines, path + name + "."));
            return this;
        }

        @Override
        public <T> FieldSink objects(String name, Iterable<T> elements, BiConsumer<T, FieldSink> fields) {
            lines.add(path + name + ":");
            elements.forEach(element -> fields.accept(element, new Lines(lines, path + name + ".")));
            return this;
        }
    }

    private static InvoiceLine line(Explanation... reasons) {
        return InvoiceLine.billed("Goods", Fraction.ONE, "C62", eur("10"), List.of(reasons));
    }

    private static InvoiceDraft.Builder draft(InvoiceLine line) {
        return InvoiceDraft.builder(CustomerId.of("K-7"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(line);
    }

    private static List<String> lines(InvoiceDraft.Builder draft, String begin) {
        return Lines.of(draft.build()).stream()
                .filter(line -> line.startsWith(begin))
                .toList();
    }

    @Test
    void aPlainDocumentHasNoFieldThatIsEmpty() {
        assertThat(Lines.of(draft(line()).build()))
                .containsExactly(
                        "number=R-1",
                        "type=380",
                        "customer=K-7",
                        "issueDate=2026-01-31",
                        "dueDate=2026-03-02",
                        "currency=EUR",
                        "pricesIncludeTax=false",
                        "lines:",
                        "lines.name=Goods",
                        "lines.quantity=1",
                        "lines.unit=C62",
                        "lines.price:",
                        "lines.price.net=10.00",
                        "lines.price.baseQuantity=1",
                        "lines.netAmount=10.00",
                        "lines.explanations:",
                        "totals:",
                        "totals.lines=10.00",
                        "totals.allowances=0.00",
                        "totals.charges=0.00",
                        "totals.withoutTax=10.00",
                        "totals.tax=0.00",
                        "totals.withTax=10.00",
                        "totals.prepaid=0.00",
                        "totals.rounding=0.00",
                        "totals.due=10.00",
                        "convention=0.1");
    }

    @Test
    void whatHasOnePartSaysThatPartOnly() {
        assertThat(lines(draft(line().about(InvoicedItem.plain().describedAs("blue"))), "lines.item"))
                .containsExactly("lines.item:", "lines.item.description=blue");
        assertThat(lines(draft(line()).references(DocumentReferences.none().toProject("P-1")), "references"))
                .containsExactly("references:", "references.project=P-1");
        InvoicingRequirements none = InvoicingRequirements.none();
        assertThat(lines(draft(line()).requirements(none.deliveredBy(Channel.POST)), "dispatch"))
                .containsExactly("dispatch:", "dispatch.channel=post");
        assertThat(lines(draft(line()).requirements(none.withFormat("UBL")), "dispatch"))
                .containsExactly("dispatch:", "dispatch.format=UBL");
    }

    /** A reason has what it is a part of, where it is a part of something. */
    @Test
    void reasonsSayWhatTheyAreAPartOf() {
        assertThat(lines(
                        draft(line(
                                Explanation.of("a", "{0} of one", 1),
                                Explanation.of("b", "two").within("half"))),
                        "lines.explanations"))
                .containsExactly(
                        "lines.explanations:",
                        "lines.explanations.key=a",
                        "lines.explanations.pattern={0} of one",
                        "lines.explanations.arguments=[1]",
                        "lines.explanations.text=1 of one",
                        "lines.explanations.key=b",
                        "lines.explanations.pattern=two",
                        "lines.explanations.arguments=[]",
                        "lines.explanations.within=[half]",
                        "lines.explanations.text=half: two");
    }

    /** Who taxes it, and by which code nothing is taxed. */
    @Test
    void taxesHaveTheirJurisdictionAndTheirCode() {
        assertThat(lines(draft(line().taxed(TaxTreatment.standard("4").in("US-NY"))), "lines.taxes"))
                .containsExactly(
                        "lines.taxes:",
                        "lines.taxes.category=S",
                        "lines.taxes.rate=4",
                        "lines.taxes.jurisdiction=US-NY");
        InvoiceDraft.Builder reverse = draft(line().taxed(TaxTreatment.reverseCharge()));
        assertThat(lines(reverse, "lines.taxes."))
                .containsExactly("lines.taxes.category=AE", "lines.taxes.rate=0", "lines.taxes.reasonCode=VATEX-EU-AE");
        assertThat(lines(reverse, "taxes.reason")).containsExactly("taxes.reasonCodes=[VATEX-EU-AE]");
    }

    /** 10.00 in two halves: by 10 February and by 2 March. */
    @Test
    void instalmentsAreNamed() {
        PaymentTerms halves = PaymentTerms.inInstalments(
                List.of(Instalment.percent("50", DueDateRule.days(10)), Instalment.rest(DueDateRule.days(30))));
        assertThat(lines(draft(line()).paymentTerms(halves), "dueAmounts"))
                .containsExactly(
                        "dueAmounts:",
                        "dueAmounts.dueDate=2026-02-10",
                        "dueAmounts.amount=5.00",
                        "dueAmounts.dueDate=2026-03-02",
                        "dueAmounts.amount=5.00");
    }

    /**
     * The decimals of 1 / 2^78 end after 78 places, of which 80 characters are written; those of 1 / 2^79 are one more.
     */
    @Test
    void aLongShareIsWrittenAsAFraction() {
        InvoiceDraft note = Creditable.of(draft(line()).build().issue("R-0", "2026-01-30"))
                .whole(Correction.of(CorrectionReason.RETURN));
        Credited was = note.credited().orElseThrow();
        BigInteger power = BigInteger.TWO.pow(78);
        String decimal = BigDecimal.ONE.divide(new BigDecimal(power)).toPlainString();
        assertThat(decimal).hasSize(80);
        assertThat(share(note, was, power)).containsExactly("credited.lines.share=" + decimal);
        assertThat(share(note, was, power.multiply(BigInteger.TWO)))
                .containsExactly("credited.lines.share=1/604462909807314587353088");
    }

    private static List<String> share(InvoiceDraft note, Credited was, BigInteger of) {
        var line = new CreditedLine(0, Fraction.of(BigInteger.ONE, of), BigDecimal.ONE);
        return lines(
                note.toBuilder()
                        .credited(new Credited(was.invoice(), List.of(line), List.of(), List.of(), was.taxes(), null)),
                "credited.lines.share");
    }
}
