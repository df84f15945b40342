// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

import io.passwordrecovery.settings.Option;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The realm's switch, its settings, and what the resource says of itself. */
@Tag("journey")
class SwitchIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();

    @AfterEach
    void on() {
        realm.switchOn();
        realm.configure(Map.of());
    }

    @Test
    void switchedOffTheResourceIsNotThere() {
        realm.switchOff();

        List<Answer> answers = List.of(
                api.reset(APP, "alice"),
                api.confirm(APP, "alice", "123456", "New-Pa55w0rd"),
                api.get("policy"),
                api.get("openapi.json"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
    }

    @Test
    void badSettingIsRefusedOnSaveWithItsNameAndTheAcceptedForm() {
        assertThatThrownBy(() -> realm.configure(Map.of("code-length", "4", "cooldown", "soon")))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        refused -> assertThat(refused.getResponse().readEntity(String.class))
                                .contains("code-length must be 6 to 12 digits, but is 4")
                                .contains("cooldown must be 0 to 3600 seconds, but is soon"));
    }

    @Test
    void badSettingThatAToolHasStoredIsLoggedOnceAChangeAndNotOnceARequest() {
        store(Map.of("code-length", "4"));
        List.of(1, 2, 3, 4, 5).forEach(i -> api.get("policy"));
        store(Map.of("code-length", "5"));
        List.of(1, 2, 3, 4, 5).forEach(i -> api.get("policy"));

        List<String> warnings = realm.keycloak()
                .log()
                .lines()
                .filter(line -> line.contains("Realm " + realm.name() + ": code-length"))
                .toList();
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).contains("code-length must be 6 to 12 digits, but is 4; its default is used.");
        assertThat(warnings.get(1)).contains("but is 5");
        assertThat(api.get("policy").status()).isEqualTo(200);
    }

    // As Terraform and keycloak-config-cli do: Keycloak checks nothing here.
    private static void store(Map<String, String> settings) {
        var flows = realm.resource().flows();
        RequiredActionProviderRepresentation action = flows.getRequiredAction("CHANGE_PASSWORD");
        action.setConfig(settings);
        flows.updateRequiredAction("CHANGE_PASSWORD", action);
    }

    @Test
    void everySettingIsInTheConsolesForm() {
        Set<String> names =
                realm.resource().flows().getRequiredActionConfigDescription("CHANGE_PASSWORD").getProperties().stream()
                        .map(property -> property.getName())
                        .collect(Collectors.toSet());

        assertThat(names).contains("max_auth_age");
        assertThat(names)
                .containsAll(RecoveryOptions.ALL.stream().map(Option::key).toList());
    }

    @Test
    void settingTakesEffectAtOnce() {
        realm.user("bob").email("bob@example.test").create();
        realm.configure(Map.of("code-length", "12"));

        api.reset(APP, "bob");

        assertThat(realm.inbox().codeFor("bob@example.test")).hasSize(12);
    }

    @Test
    void unverifiedAddressGetsNothingWhereItMustBeVerified() {
        realm.user("carol").unverifiedEmail("carol@example.test").create();
        realm.configure(Map.of("require-verified-email", "true"));

        Answer answer = api.reset(APP, "carol");

        assertThat(answer.status()).isEqualTo(200);
        realm.inbox().expectNoMailFor("carol@example.test", Duration.ofMillis(500));
    }

    @Test
    void policyIsToldAsHints() {
        realm.passwordPolicy(
                "length(12) and digits(2) and notUsername and hashIterations(1000) and passwordHistory(5)");

        Answer policy = api.get("policy");
        realm.passwordPolicy("");

        assertThat(policy.body())
                .isEqualTo("{\"rules\":[{\"rule\":\"digits\",\"value\":2},{\"rule\":\"length\",\"value\":12},"
                        + "{\"rule\":\"notUsername\",\"value\":1},{\"rule\":\"passwordHistory\",\"value\":5}]}");
    }

    @Test
    void descriptionNamesThisRealmAndEveryCall() {
        Answer description = api.get("openapi.json");

        assertThat(description.json().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(description.json().at("/servers/0/url").asText()).endsWith("/realms/" + realm.name() + "/password");
        assertThat(description.json().path("paths").fieldNames())
                .toIterable()
                .containsExactly(
                        "/reset",
                        "/reset/confirm",
                        "/update",
                        "/verify",
                        "/verify/confirm",
                        "/policy",
                        "/openapi.json");
    }

    @Test
    void errorTextIsInTheRequestsLanguage() {
        Answer answer = api.with("Accept-Language", "en").confirm(APP, "nobody", "123456", "New-Pa55w0rd");

        assertThat(answer.header("Content-Language")).hasValue("en");
        assertThat(answer.json().path("detail").asText())
                .isEqualTo("Invalid verification code provided, please try again.");
    }
}
