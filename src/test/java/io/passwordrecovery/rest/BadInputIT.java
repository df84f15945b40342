// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent, the answer is clear, in the same form, and nothing is done. */
class BadInputIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();
    static TestUser alice;
    static String token;

    /** A call with good members. */
    record Call(String path, Map<String, Object> members) {
        Call with(String member, Object value) {
            Map<String, Object> changed = new LinkedHashMap<>(members);
            changed.put(member, value);
            return new Call(path, changed);
        }

        Answer send() {
            return api.with("Authorization", "Bearer " + token).post(path, members);
        }
    }

    static final List<Call> CALLS = List.of(
            new Call("reset", Map.of("clientId", APP, "username", "alice")),
            new Call(
                    "reset/confirm",
                    Map.of(
                            "clientId", APP,
                            "username", "alice",
                            "confirmationCode", "123456",
                            "newPassword", "New-Pa55w0rd")),
            new Call("update", Map.of("oldPassword", "Old-Pa55w0rd", "newPassword", "New-Pa55w0rd")));

    @BeforeAll
    static void user() {
        alice = realm.user("alice")
                .email("alice@example.test")
                .password("Old-Pa55w0rd")
                .create();
        token = realm.tokenFor(alice);
    }

    @AfterAll
    static void nothingWasDone() {
        realm.inbox().expectNoMailFor("alice@example.test", Duration.ofMillis(500));
        assertThat(realm.canSignIn(alice, "Old-Pa55w0rd")).isTrue();
        assertThat(realm.events(EventType.SEND_RESET_PASSWORD, EventType.RESET_PASSWORD, EventType.UPDATE_CREDENTIAL))
                .isEmpty();
    }

    static Stream<Call> badMembers() {
        List<Object> bad = Arrays.asList(
                null, "", "   ", 5, true, List.of("x"), Map.of("x", "y"), "a\r\nBcc: b", "a\u0000b", "a\u0085b");
        return CALLS.stream()
                .flatMap(call -> call.members().keySet().stream()
                        .flatMap(member -> bad.stream().map(value -> call.with(member, value))));
    }

    @ParameterizedTest
    @MethodSource("badMembers")
    void badMemberIsNamed(Call call) {
        Answer refused = call.send();

        assertInvalid(refused);
        assertThat(refused.json().path("detail").asText())
                .containsAnyOf(call.members().keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "reset/confirm", "update"})
    void brokenBodyIsRefused(String path) {
        List<String> bodies = List.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}{}",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"username\":\"alice\",\"username\":\"bob\",\"clientId\":\"app\"}",
                "{\"a\":".repeat(500) + "1" + "}".repeat(500),
                "\ufeff{}",
                "{}");

        assertThat(bodies).allSatisfy(body -> assertInvalid(raw(path, "application/json", body.getBytes(UTF_8))));
        assertInvalid(raw(path, "application/json", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "reset/confirm", "update"})
    void largeBodyIsRefused(String path) {
        byte[] mebibyte = ("{\"username\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(UTF_8);

        Answer refused = raw(path, "application/json", mebibyte);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.error()).isEqualTo("PayloadTooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "reset/confirm", "update"})
    void otherContentTypesAreRefused(String path) {
        List<String> types = List.of(
                "", "text/plain", "application/x-www-form-urlencoded", "application/xml", "*/*", "application/*");

        assertThat(types).allSatisfy(type -> {
            Answer refused = raw(path, type, "{}".getBytes(UTF_8));
            assertThat(refused.status()).isEqualTo(415);
            assertThat(refused.error()).isEqualTo("UnsupportedMediaType");
        });
    }

    @Test
    void longNamesUnknownMediaAndUnknownMembersAreHandled() {
        Call reset = CALLS.get(0);

        assertInvalid(reset.with("username", "x".repeat(256)).send());
        assertInvalid(reset.with("deliveryMedium", "FAX").send());
        assertInvalid(reset.with("deliveryMedium", 7).send());
        assertInvalid(CALLS.get(2).with("signOutOthers", "yes").send());
        assertInvalid(reset.with("clientId", "x".repeat(10_000)).send());
    }

    private static void assertInvalid(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("InvalidParameterException");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
    }

    private static Answer raw(String path, String type, byte[] body) {
        return api.with("Authorization", "Bearer " + token).post(path, type, body);
    }
}
