// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.mail.Mail;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** A realm may be called whatever Keycloak lets it be called. */
class RealmNamesIT {
    static final Pattern LINK = Pattern.compile("http://\\S+/reset-code\\?\\S+");

    @ParameterizedTest
    @ValueSource(strings = {"two \"words\"", "50%20 Grüße"})
    void realmIsServedWhateverItsName(String start) {
        String name = start + " " + UUID.randomUUID().toString().substring(0, 8);
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared(), wanted -> wanted.setRealm(name));
                TestApp app = TestApp.create(realm)) {
            realm.resetByCode();
            TestUser alice = realm.user("alice")
                    .email("alice@example.test")
                    .password("Old-Pa55w0rd")
                    .create();

            Answer description = realm.api().get("openapi.json");
            Answer update = realm.api().post("update", Map.of("oldPassword", "a", "newPassword", "b"));
            FormClient page = new FormClient();
            page.open(URI.create(app.signIn("state")))
                    .follow("reset-credentials")
                    .submit(Map.of("username", "alice"));
            Mail mail = realm.inbox().awaitMail(alice.email());
            page.open(link(mail));

            String server = description.json().at("/servers/0/url").asText();
            assertThat(description.status()).isEqualTo(200);
            assertThat(Http.get(URI.create(server + "/policy")).status()).isEqualTo(200);
            assertThat(update.status()).isEqualTo(401);
            assertThat(update.header("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).matches("Bearer realm=\"[\\x20-\\x7e&&[^\"]]+\""));
            assertThat(page.html()).contains("one-time-code");
            assertThat(realm.api().reset(APP, "nobody").status()).isEqualTo(200);
        }
    }

    private static URI link(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return URI.create(link.group());
    }
}
