// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.sms.SmsGateway.Behaviour;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing secret is in the log: runs as the last class ({@link ClassOrderer.OrderAnnotation}), so that the log is that of
 * all the others too. All their passwords hold {@code Pa55}; this one's codes have twelve digits, which no other number
 * in the log is mistaken for.
 */
@Order(Integer.MAX_VALUE)
@Isolated("reads the log of all the others")
class WholeRunLogIT {
    static final String OLD = "Old-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @Test
    void logHoldsNoCodeNoPasswordAndNoAddress() {
        realm.configure(Map.of("cooldown", "0", "code-length", "12"));
        realm.passwordPolicy("length(8) and testkit-fault(undefined)");
        TestUser alice = realm.user("alice")
                .email("alice.secret@example.test")
                .password(OLD)
                .create();
        RestApi api = realm.api();
        realm.inbox().refuseNext(1);

        api.reset(APP, "alice");
        String code = realm.inbox().codeFor(alice);
        api.confirm(APP, "alice", "987654321098", "New-Pa55w0rd");
        api.confirm(APP, "alice", code, "Pa55");
        api.confirm(APP, "alice", code, "fault-Pa55w0rd");
        api.confirm(APP, "alice", code, "New-Pa55w0rd");
        api.confirm(APP, "alice", code, "New-Pa55w0rd");
        api.update(realm.tokenFor(withPassword(alice, "New-Pa55w0rd")), "Wrong-Pa55w0rd", "Newer-Pa55w0rd");
        IntStream.range(0, 6).forEach(i -> api.confirm(APP, "alice", "987654321098", "New-Pa55w0rd"));

        realm.withPhones(Map.of("cooldown", "0", "code-length", "12"));
        realm.user("bob").phone("+12015559876").create();
        realm.texts().gatewayBehaves(Behaviour.status(500));
        api.reset(APP, "bob");
        realm.texts().codeFor("+12015559876");
        String texted = realm.texts().codeFor("+12015559876");

        assertThat(keycloak.log()).contains("type=\"RESET_PASSWORD_ERROR\"");
        assertThat(KeycloakServer.allShared())
                .contains(keycloak)
                .allSatisfy(server -> assertThat(server.log())
                        .doesNotContain(texted)
                        .doesNotContain("+12015559876")
                        .doesNotContain(code)
                        .doesNotContain("987654321098")
                        .doesNotContain("Pa55")
                        .doesNotContain("alice.secret"));
    }

    private static TestUser withPassword(TestUser user, String password) {
        return new TestUser(user.realm(), user.id(), user.username(), user.email(), password);
    }
}
