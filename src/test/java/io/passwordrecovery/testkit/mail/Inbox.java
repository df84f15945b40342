// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.mail;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.passwordrecovery.testkit.Gate;
import io.passwordrecovery.testkit.realm.TestUser;

/**
 * A real SMTP server in this JVM that takes mail for every address.
 *
 * <p>{@link #awaitMail} and {@link #codeFor} hand out each mail once, in the order of arrival: who asks twice waits for
 * a second mail.
 */
public final class Inbox implements AutoCloseable {
    private final Mails mails = new Mails();
    private final Gate gate = new Gate();
    private final GreenMail server;

    private Inbox(ServerSetup setup, Consumer<Mail> listener) {
        server = new GreenMail(setup);
        // One mailbox for all: GreenMail would make one for each address, and fail when two deliveries make the same.
        GreenMailUser everybody = server.setUser("everybody@example.test", "");
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            gate.pass();
            Mail mail = Mail.of(address.getEmail(), message.getMessage());
            mails.add(mail);
            listener.accept(mail);
            return everybody;
        });
        server.start();
    }

    /** Opens an inbox on a free port of a local address. */
    public static Inbox open(String localAddress) {
        return open(localAddress, mail -> {});
    }

    /**
     * Opens an inbox.
     *
     * @param listener told of each mail as it arrives
     */
    public static Inbox open(String localAddress, Consumer<Mail> listener) {
        return new Inbox(new ServerSetup(0, localAddress, ServerSetup.PROTOCOL_SMTP), listener);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Takes the address' next mail, waiting for it. */
    public Mail awaitMail(String address) {
        return mails.take(address, mail -> true);
    }

    /** Takes the code from the address' next mail that has one, waiting for it. */
    public String codeFor(String address) {
        return mails.take(address, mail -> mail.code().isPresent()).code().orElseThrow();
    }

    public String codeFor(TestUser user) {
        return codeFor(user.email());
    }

    /** Returns all the address' mails so far, those already taken too. */
    public List<Mail> mailsFor(String address) {
        return mails.all(address);
    }

    public int count(String address) {
        return mailsFor(address).size();
    }

    /** Returns how many mails have arrived, whoever they are for. */
    public int arrived() {
        return mails.count();
    }

    /** Fails when a mail that was not taken is there, or comes within the time. */
    public void expectNoMailFor(String address, Duration within) {
        mails.expectNone(address, within);
    }

    /** Answers the next deliveries, as many as told, with a transient error (451). */
    public void refuseNext(int deliveries) {
        gate.refuseNext(deliveries);
    }

    /** Returns how many deliveries were refused so far. */
    public int refused() {
        return gate.refused();
    }

    /** Lets every delivery take so long from now on. */
    public void takeEach(Duration time) {
        gate.takeEach(time);
    }

    /** Leaves every delivery without an answer until {@link #release}. */
    public void hold() {
        gate.hold();
    }

    public void release() {
        gate.release();
    }

    @Override
    public void close() {
        gate.release();
        server.stop();
    }
}
