// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakWithOptions;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The same for the standard's header (RFC 7239), {@code --proxy-headers=forwarded}. */
@CountedByTheHour
class ForwardedHeaderIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakWithOptions.server());

    @BeforeAll
    static void noCooldown() {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.7 | 192.0.2.7",
                "for=192.0.2.7;proto=https;by=203.0.113.1 | 192.0.2.7",
                "for=\"192.0.2.7:4711\" | 192.0.2.7",
                "for=192.0.2.7, for=198.51.100.1 | 192.0.2.7",
                "for=\"[2001:db8::7]\" | unknown",
                "for=\"[2001:db8::7]:4711\" | unknown",
                "for=unknown | unknown",
                "for=_hidden | unknown",
                "for=proxy.example.test | unknown",
                "for= | 127.0.0.1",
                "nonsense | 127.0.0.1",
            })
    void callerIsServed(String forwarded, String address) {
        String name = "n" + UUID.randomUUID();

        Answer answer = from(forwarded, name);

        assertThat(answer.status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR))
                .filteredOn(event -> name.equals(event.getDetails().get("username")))
                .singleElement()
                .satisfies(event -> assertThat(event.getIpAddress()).isEqualTo(address)));
    }

    @Test
    void whoeverHasNoAddressSharesOneBudget() {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "2"));

        List<Integer> statuses = Stream.of("for=unknown", "for=_hidden", "for=_other", "for=proxy.example.test")
                .map(forwarded -> from(forwarded, "o" + UUID.randomUUID()).status())
                .toList();
        Answer known = from("for=192.0.2.77", "known");
        noCooldown();

        assertThat(statuses.get(3)).isEqualTo(429);
        assertThat(known.status()).isEqualTo(200);
    }

    private static Answer from(String forwarded, String name) {
        RestApi proxy = realm.api().with("Forwarded", forwarded);
        return proxy.reset(APP, name);
    }
}
