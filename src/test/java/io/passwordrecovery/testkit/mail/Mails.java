// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The mails that arrived, and which of them were handed out. */
final class Mails {
    private final List<Mail> arrived = new ArrayList<>();
    private final List<Mail> waiting = new ArrayList<>();

    synchronized void add(Mail mail) {
        arrived.add(mail);
        waiting.add(mail);
        notifyAll();
    }

    synchronized List<Mail> all(String address) {
        return arrived.stream().filter(to(address)).toList();
    }

    synchronized Mail take(String address, Predicate<Mail> wanted, Duration limit) {
        Predicate<Mail> mine = to(address).and(wanted);
        if (!await(mine, limit)) {
            throw new AssertionError(
                    "no such mail for " + address + " within " + limit.toSeconds() + " s; mails: " + subjects());
        }
        Mail mail = waiting.stream().filter(mine).findFirst().orElseThrow();
        waiting.remove(mail);
        return mail;
    }

    synchronized void expectNone(String address, Duration within) {
        if (await(to(address), within)) {
            throw new AssertionError("a mail for " + address + " that was not expected; mails: " + subjects());
        }
    }

    private synchronized boolean await(Predicate<Mail> wanted, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (waiting.stream().noneMatch(wanted)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for mail", e);
        }
    }

    private List<String> subjects() {
        return arrived.stream().map(mail -> mail.to() + ": " + mail.subject()).toList();
    }

    private static Predicate<Mail> to(String address) {
        return mail -> mail.to().toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT));
    }
}
