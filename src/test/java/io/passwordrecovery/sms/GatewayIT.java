// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.sms.SmsGateway;
import io.passwordrecovery.testkit.sms.SmsGateway.Behaviour;
import io.passwordrecovery.testkit.sms.SmsPost;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** A gateway that fails, or is not there, or is somebody else's. */
class GatewayIT {
    static final KeycloakServer keycloak = KeycloakServer.shared();
    static final Map<String, String> SETTINGS = Map.of(
            "cooldown", "0", "codes-per-ip-hour", "1000000", "sms-per-ip", "1000,1000", "delivery-order", "SMS,EMAIL");

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @BeforeAll
    static void phones() {
        realm.withPhones(SETTINGS);
    }

    @BeforeEach
    void webhook() {
        gateway("http");
    }

    @Test
    void busyAndBrokenGatewaysAreTriedAgainWithTheSameKey() {
        user("alice", "+12015550121");
        realm.texts().gatewayBehaves(Behaviour.status(429), Behaviour.status(500));

        realm.api().reset(APP, "alice");

        assertThat(triesTo("+12015550121", 3))
                .extracting(post -> post.header("idempotency-key"))
                .hasSize(3)
                .containsOnly(realm.texts().posts("+12015550121").get(0).header("idempotency-key"));
    }

    // The gateway took the message and did not say so: by the key it knows that the second try is the first again.
    @Test
    void messageThatWasTakenWithoutAnAnswerIsOneMessageByItsKey() {
        user("bob", "+12015550122");
        realm.texts().gatewayBehaves(Behaviour.hang());

        realm.api().reset(APP, "bob");

        assertThat(triesTo("+12015550122", 2))
                .extracting(post -> post.header("idempotency-key"))
                .hasSize(2)
                .containsOnly(realm.texts().posts("+12015550122").get(0).header("idempotency-key"));
        realm.texts().codeFor("+12015550122");
        realm.texts().codeFor("+12015550122");
        realm.texts().expectNoneFor("+12015550122", Duration.ofSeconds(3));
    }

    @Test
    void refusedMessageIsNotTriedAgainAndTheEventsSaySo() {
        TestUser carol = user("carol", "+12015550128");
        realm.texts().gatewayBehaves(Behaviour.status(400));

        realm.api().reset(APP, "carol");
        realm.texts().codeFor("+12015550128");

        await("the event").until(() -> failures(carol).contains("sms_send_failed"));
        realm.texts().expectNoneFor("+12015550128", Duration.ofSeconds(3));
        assertThat(keycloak.log()).doesNotContain("+12015550128");
    }

    @Test
    void twoMessagesHaveTwoKeys() {
        user("dave", "+12015550124");

        realm.api().reset(APP, "dave");
        triesTo("+12015550124", 1);
        realm.api().reset(APP, "dave");

        assertThat(triesTo("+12015550124", 2))
                .extracting(post -> post.header("idempotency-key"))
                .doesNotHaveDuplicates();
    }

    @Test
    void twilioGetsItsOwnRequest() {
        gateway("twilio");
        user("erin", "+12015550125");

        realm.api().reset(APP, "erin");

        await("a message at Twilio")
                .until(() -> SmsGateway.shared().posts().stream()
                        .filter(post -> post.path().equals("/2010-04-01/Accounts/AC1/Messages.json"))
                        .anyMatch(post -> post.body().startsWith("To=%2B12015550125&From=%2B12015550100&Body=")));
    }

    @Test
    void gatewayOfAnotherJarIsCalled() {
        gateway("sample");
        user("frank", "+12015550126");

        realm.api().reset(APP, "frank");

        await("the sample's line in the log")
                .until(() -> keycloak.log().contains("sample gateway: reset-code for realm " + realm.name()));
    }

    @Test
    void gatewayOfAnotherJarMayRefuse() {
        gateway("sample");
        TestUser grace = user("grace", "+12015550199");

        realm.api().reset(APP, "grace");

        await("the event").until(() -> failures(grace).contains("sms_send_failed"));
    }

    @Test
    void logWritesInDevelopmentMode() {
        gateway("log");
        user("heidi", "+12015550127");

        realm.api().reset(APP, "heidi");

        await("the message in the log").until(() -> keycloak.log().contains("SMS to +12015550127"));
    }

    @Test
    void gatewayThatIsNotInstalledIsRefusedOnSaveAndTheInstalledOnesAreNamed() {
        BadRequestException refused = catchThrowableOfType(BadRequestException.class, () -> gateway("pigeon"));

        assertThat(refused.getResponse().readEntity(String.class))
                .contains("sms-gateway pigeon is not installed; there are: http, log, sample, twilio");
    }

    private static void gateway(String id) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("sms-gateway", id);
        realm.configure(settings);
    }

    private static List<SmsPost> triesTo(String number, int count) {
        await(count + " requests for " + number)
                .until(() -> realm.texts().posts(number).size() >= count);
        return realm.texts().posts(number);
    }

    private static TestUser user(String name, String number) {
        return realm.user(name).password("Old-Pa55w0rd").phone(number).create();
    }

    private static List<String> failures(TestUser user) {
        return realm.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                .filter(event -> user.id().equals(event.getUserId()))
                .map(EventRepresentation::getError)
                .toList();
    }
}
