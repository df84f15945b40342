// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTextTest {
    @Test
    void everythingThatIsNotAsItShouldBeHasALine() {
        String text = text(
                true,
                List.of(new Lack(Lack.Kind.MAIL_SERVER, "Realm settings → Email has no host.")),
                List.of(new StatusJson.InvalidSetting("code-length", "6 to 12 digits", "6")),
                Map.of("codesIssued", 3L, "delivered", 2L, "throttled", 0L));

        assertThat(text).isEqualTo("""
                Not ready yet.
                Missing: Realm settings → Email has no host.
                Not valid: code-length, accepted is 6 to 12 digits; used is 6.
                No setting: code-lenght
                On this node since 2026-11-27T10:00:00Z: codes issued 3, delivered 2.
                Waiting for delivery: 1 of at most 1000.
                As of 2026-11-28T10:00:00Z, Keycloak 26.7.3, plugin 1.0.""");
    }

    @Test
    void realmThatLacksNothingIsReadyUnlessTheServerIsNot() {
        assertThat(text(true, List.of(), List.of(), Map.of()))
                .startsWith("Ready: forgotten passwords are reset by a code.\n")
                .contains(": nothing happened.");
        assertThat(text(false, List.of(), List.of(), Map.of())).startsWith("Not ready yet.\n");
    }

    private static String text(
            boolean ready, List<Lack> missing, List<StatusJson.InvalidSetting> invalid, Map<String, Long> figures) {
        return new StatusText(new StatusJson(
                        true,
                        ready,
                        true,
                        new StatusJson.Flow("reset credentials by code", true),
                        Map.of(),
                        invalid,
                        invalid.isEmpty() ? List.of() : List.of("code-lenght"),
                        missing,
                        new StatusJson.Server("26.7.3", "1.0", List.of()),
                        new StatusJson.Node(1, 1000, "2026-11-27T10:00:00Z", figures)))
                .asOf(Instant.parse("2026-11-28T10:00:00Z"));
    }
}
