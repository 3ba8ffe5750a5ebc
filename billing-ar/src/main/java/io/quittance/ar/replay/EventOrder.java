package io.quittance.ar.replay;

import java.util.Comparator;

/**
 * The order of events: by the day of their effect, by their recording, and then, so that no two are equal, debts before money that
 * came, before money that went, each by id.
 */
final class EventOrder implements AccountEvent.Cases<String> {
    static final Comparator<AccountEvent> BY_EFFECT = Comparator.comparing(AccountEvent::effectiveDate)
            .thenComparing(AccountEvent::recorded)
            .thenComparing(event -> event.match(new EventOrder()));

    private EventOrder() {}

    @Override
    public String charged(Charged event) {
        return "1 " + event.item().id();
    }

    @Override
    public String received(Received event) {
        return "2 " + event.payment().id();
    }

    @Override
    public String voided(Voided event) {
        return "3 " + event.payment();
    }

    @Override
    public String clawedBack(ClawedBack event) {
        return "4 " + event.debt();
    }

    @Override
    public String paidOut(PaidOut event) {
        return "5 " + event.debt();
    }
}
