package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.EUR;
import static io.quittance.core.revenue.Books.LATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for every book, whatever it promises and whatever happened. */
class RevenueLawsTest {

    /** Conserved to the cent: whatever the periods, they add up. */
    @Property
    void periodsAddUp(
            @ForAll("books") RevenueBook book, @ForAll @Size(min = 2, max = 12) Set<@From("days") LocalDate> cuts) {
        var days = new ArrayList<>(new TreeSet<>(cuts));
        var periods = new ArrayList<ServicePeriod>();
        for (int i = 1; i < days.size(); i++) {
            periods.add(new ServicePeriod(days.get(i - 1), days.get(i)));
        }
        RevenueSchedule schedule = book.schedule(periods);
        ContractRevenue first = book.at(days.get(0).minusDays(1));
        ContractRevenue last = book.at(days.get(days.size() - 1).minusDays(1));
        assertThat(sum(schedule.periods(), RevenuePeriod::earned))
                .isEqualTo(last.earned().subtract(first.earned()))
                .isEqualTo(schedule.earned());
        assertThat(sum(schedule.periods(), RevenuePeriod::billed))
                .isEqualTo(last.billed().subtract(first.billed()))
                .isEqualTo(schedule.billed());
        for (RevenuePeriod period : schedule.periods()) {
            assertThat(period.opening().balance().add(period.billed()).subtract(period.earned()))
                    .isEqualTo(period.closing().balance());
            assertThat(period.opening().remaining().add(period.promised()).subtract(period.earned()))
                    .isEqualTo(period.closing().remaining());
        }
    }

    @Property
    void theFiguresOfADayAgree(@ForAll("books") RevenueBook book, @ForAll("days") LocalDate day) {
        ContractRevenue contract = book.at(day);
        agree(contract);
        contract.obligations().forEach(RevenueLawsTest::agree);
        assertThat(sum(contract.obligations(), ObligationRevenue::promised)).isEqualTo(contract.promised());
        assertThat(sum(contract.obligations(), ObligationRevenue::billed)).isEqualTo(contract.billed());
        assertThat(sum(contract.obligations(), ObligationRevenue::earned)).isEqualTo(contract.earned());
        assertThat(sum(contract.obligations(), ObligationRevenue::balance)).isEqualTo(contract.balance());
        assertThat(contract.deferred().signum() * contract.unbilled().signum()).isZero();
        assertThat(contract.deferred().signum() + contract.unbilled().signum()).isNotNegative();
    }

    private static void agree(RevenueFigures figures) {
        assertThat(figures.billed().subtract(figures.earned()))
                .isEqualTo(figures.deferred().subtract(figures.unbilled()))
                .isEqualTo(figures.balance());
        assertThat(figures.earned().add(figures.remaining())).isEqualTo(figures.promised());
        assertThat(figures.earned().getNumber().getScale()).isLessThanOrEqualTo(2);
    }

    @Property
    void theOrderOfFactsDoesNotMatterNorHowOftenTheyAreGiven(
            @ForAll("books") RevenueBook book, @ForAll Random random, @ForAll("days") LocalDate day) {
        var facts = new ArrayList<>(book.facts());
        facts.addAll(book.facts());
        Collections.shuffle(facts, random);
        RevenueBook other = RevenueBook.of(book.contract(), book.obligations(), facts);
        assertThat(other).isEqualTo(book);
        assertThat(other.at(day)).isEqualTo(book.at(day));
    }

    /** What happens later does not change a day. */
    @Property
    void aDayKnowsNothingOfLaterDays(@ForAll("books") RevenueBook book, @ForAll("days") LocalDate day) {
        List<RevenueFact> known =
                book.facts().stream().filter(fact -> !fact.day().isAfter(day)).toList();
        assertThat(RevenueBook.of(book.contract(), book.obligations(), known).at(day))
                .isEqualTo(book.at(day));
    }

    /** Nor does a prospective change alter what was earned, and in the end all is earned that is then promised. */
    @Property
    void aProspectiveChangeKeepsThePastAndEarnsTheRest(
            @ForAll("books") RevenueBook book, @ForAll("days") LocalDate day, @ForAll("amounts") Amount amount) {
        Obligation first = book.obligations().get(0);
        Assume.that(first.agreed() == null || !day.isBefore(first.agreed()));
        List<RevenueFact> before = book.facts().stream()
                .filter(fact ->
                        !fact.obligation().equals(first.id()) || fact.day().isBefore(day))
                .toList();
        RevenueBook old = RevenueBook.of(book.contract(), book.obligations(), before);
        RevenueBook changed = old.with(List.of(PromiseChange.prospective(
                "change", first.id(), day, amount, StraightLine.over(new ServicePeriod(day, LATE)))));
        assertThat(changed.at(day.minusDays(1))).isEqualTo(old.at(day.minusDays(1)));
        ObligationRevenue last = changed.at(LATE).obligations().get(0);
        assertThat(last.promised())
                .isEqualTo(old.at(LATE).obligations().get(0).promised().add(amount));
        assertThat(last.remaining()).isEqualTo(Amount.zero(EUR));
    }

    /** A catch-up and a new promise from the beginning come to the same from its day on. */
    @Property
    void aCatchUpIsAsIfItHadAlwaysBeenSo(
            @ForAll("rules") RecognitionRule rule,
            @ForAll("amounts") Amount promised,
            @ForAll("amounts") Amount more,
            @ForAll("days") LocalDate changed,
            @ForAll("days") LocalDate day) {
        Assume.that(!day.isBefore(changed));
        Obligation one = Obligation.of("o", promised, rule);
        RevenueBook caughtUp =
                RevenueBook.of("C", List.of(one), List.of(PromiseChange.catchUp("a", one.id(), changed, more)));
        RevenueBook always = RevenueBook.of("C", List.of(Obligation.of("o", promised.add(more), rule)), List.of());
        assertThat(caughtUp.at(day).earned()).isEqualTo(always.at(day).earned());
    }

    @Property
    void timeNeverTakesBack(
            @ForAll("periods") ServicePeriod period,
            @ForAll("amounts") Amount promised,
            @ForAll("days") LocalDate day) {
        Amount whole = promised.abs();
        RevenueBook book =
                RevenueBook.of("C", List.of(Obligation.of("o", whole, StraightLine.over(period))), List.of());
        Amount earned = book.at(day).earned();
        assertThat(earned).isBetween(Amount.zero(EUR), whole);
        assertThat(book.at(day.plusDays(1)).earned()).isGreaterThanOrEqualTo(earned);
        assertThat(book.at(period.lastDay()).earned()).isEqualTo(whole);
    }

    @Property
    void isTheSameAfterAWayThroughASerialStream(@ForAll("books") RevenueBook book, @ForAll("days") LocalDate day)
            throws IOException, ClassNotFoundException {
        RevenueBook copy = SerialStreams.copy(book);
        assertThat(copy).isEqualTo(book);
        assertThat(copy.at(day)).isEqualTo(book.at(day)).isEqualTo(SerialStreams.copy(book.at(day)));
    }

    private static <T> Amount sum(List<T> parts, Function<T, Amount> amount) {
        return parts.stream().map(amount).reduce(Amount.zero(EUR), Amount::add);
    }

    @Provide
    Arbitrary<RevenueBook> books() {
        return Books.books();
    }

    @Provide
    Arbitrary<RecognitionRule> rules() {
        return Books.rules();
    }

    @Provide
    Arbitrary<Amount> amounts() {
        return Books.amounts();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Books.days();
    }

    @Provide
    Arbitrary<ServicePeriod> periods() {
        return Books.periods();
    }
}
