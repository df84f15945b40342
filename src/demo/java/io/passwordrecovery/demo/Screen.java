// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.passwordrecovery.testkit.mail.Mail;

/** The demo's output; a line that grows while something goes on. */
final class Screen {
    private static final long TICK_NANOS = 1_000_000_000;

    private final PrintStream out;
    private long began;
    private long ticked;
    private int shownPercent = -1;

    Screen(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String text) {
        out.println(text);
    }

    synchronized void begin(String work) {
        began = System.nanoTime();
        ticked = began;
        add(work);
    }

    synchronized void unpacked(int percent) {
        if (percent % 10 != 0 || percent == shownPercent) {
            return;
        }
        if (percent == 0) {
            begin("Unpacking Keycloak");
        }
        shownPercent = percent;
        add(percent + "%");
        if (percent == 100) {
            done();
        }
    }

    /** Shows, once a second, that it goes on. */
    synchronized void tick() {
        if (System.nanoTime() - ticked > TICK_NANOS) {
            ticked = System.nanoTime();
            add(".");
        }
    }

    synchronized void done() {
        say(String.format(Locale.ROOT, "done in %.1f s", (System.nanoTime() - began) / 1e9));
    }

    synchronized void mail(Mail mail) {
        say("%s  mail to %s: %s%s"
                .formatted(
                        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
                        mail.to(),
                        mail.subject(),
                        mail.code().map(code -> ", code " + code).orElse("")));
    }

    private void add(String text) {
        out.print(text + " ");
        out.flush();
    }
}
