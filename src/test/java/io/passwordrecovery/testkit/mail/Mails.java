// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** The mails that arrived, and which of them were handed out. */
final class Mails {
    private static final Duration POLL = Duration.ofMillis(20);

    private final List<Mail> arrived = new ArrayList<>();
    private final List<Mail> waiting = new ArrayList<>();

    synchronized void add(Mail mail) {
        arrived.add(mail);
        waiting.add(mail);
    }

    synchronized List<Mail> all(String address) {
        return arrived.stream().filter(to(address)).toList();
    }

    synchronized int count() {
        return arrived.size();
    }

    Mail take(String address, Predicate<Mail> wanted) {
        Predicate<Mail> mine = to(address).and(wanted);
        try {
            return await("a fitting mail for " + address)
                    .pollInterval(POLL)
                    .until(() -> take(mine), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "; mails: " + subjects(), e);
        }
    }

    void expectNone(String address, Duration within) {
        try {
            await("no mail for " + address)
                    .pollInterval(POLL)
                    .during(within)
                    .atMost(within.plusSeconds(5))
                    .until(() -> !waitsFor(address));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "; mails: " + subjects(), e);
        }
    }

    private synchronized Optional<Mail> take(Predicate<Mail> wanted) {
        Optional<Mail> mail = waiting.stream().filter(wanted).findFirst();
        mail.ifPresent(waiting::remove);
        return mail;
    }

    private synchronized boolean waitsFor(String address) {
        return waiting.stream().anyMatch(to(address));
    }

    private synchronized List<String> subjects() {
        return arrived.stream().map(mail -> mail.to() + ": " + mail.subject()).toList();
    }

    private static Predicate<Mail> to(String address) {
        return mail -> mail.to().toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT));
    }
}
