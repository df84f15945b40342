// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {
    @Test
    void lostConnectionIsOneHoweverDeepItLies() {
        RuntimeException fault = new IllegalStateException(
                new RuntimeException("could not be stored", new SQLException("connection refused", "08001")));

        assertThat(Outage.isBehind(fault)).isTrue();
    }

    @Test
    void poolThatHasNoConnectionIsOne() {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("Acquisition timeout"))))
                .isTrue();
    }

    // As Keycloak's own transactions tell of it: the SQL fault between has gone.
    @Test
    void connectionThatBreaksIsOne() {
        assertThat(Stream.of(
                        new ConnectException("Connection refused"),
                        new SocketTimeoutException("Read timed out"),
                        new EOFException(),
                        new SSLException("closed"),
                        new UnknownHostException("db")))
                .allMatch(fault -> Outage.isBehind(new RuntimeException(fault)));
    }

    @Test
    void fileThatIsMissingIsNone() {
        assertThat(Outage.isBehind(new RuntimeException(new FileNotFoundException("a template"))))
                .isFalse();
    }

    @Test
    void administratorWhoStopsTheDatabaseIsOne() {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("terminating connection", "57P01"))))
                .isTrue();
    }

    @Test
    void whatTheDatabaseRefusesIsNone() {
        assertThat(Outage.isBehind(
                        new RuntimeException(new SQLIntegrityConstraintViolationException("duplicate", "23505"))))
                .isFalse();
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("no such column", "42703"))))
                .isFalse();
    }

    @Test
    void bugIsNone() {
        assertThat(Outage.isBehind(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));

        assertThat(Outage.isBehind(one)).isFalse();
    }
}
