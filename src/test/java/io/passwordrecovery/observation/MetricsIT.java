// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators watch: dashboard, alerts and manual name what a real server tells, whose words are few. */
@Tag("journey")
class MetricsIT {
    private static final String CALLS = "password_recovery_calls_seconds_count";
    private static final String OLD = "Old-Pa55w0rd";
    private static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @BeforeAll
    static void journey() {
        TestUser alice =
                realm.user("alice").email("alice@example.test").password(OLD).create();
        realm.api().reset(APP, "alice");
        String code = realm.inbox().codeFor(alice);
        realm.api().confirm(APP, "alice", code, NEW);
    }

    @Test
    void callsAreCountedByDoorOperationAndOutcome() {
        double confirmed = calls("rest", "confirm", "ok");
        double wrong = calls("rest", "confirm", "wrong_code");
        double byCognito = calls("cognito", "confirm", "wrong_code");
        double refused = calls("rest", "update", "not_authorized");

        realm.api().confirm(APP, "nobody", "123456", NEW);
        CognitoApi.of(realm).confirmForgotPassword("nobody", "123456", NEW);
        realm.api().update("no token", OLD, NEW);

        assertThat(confirmed).isPositive();
        assertThat(calls("rest", "confirm", "wrong_code")).isEqualTo(wrong + 1);
        assertThat(calls("cognito", "confirm", "wrong_code")).isEqualTo(byCognito + 1);
        assertThat(calls("rest", "update", "not_authorized")).isEqualTo(refused + 1);
    }

    @Test
    void deliveriesAreCountedByMediumAndCapsBeginAtZero() {
        await("the code's delivery is counted")
                .untilAsserted(() -> assertThat(scrape().sum(
                                        "password_recovery_deliveries_total",
                                        Map.of("message", "code", "medium", "email", "outcome", "delivered")))
                        .isPositive());
        assertThat(scrape().series())
                .anySatisfy(series -> assertThat(series.labels())
                        .isEqualTo(Map.of("message", "notice", "medium", "sms", "outcome", "gave_up")));
        assertThat(scrape().values("limit")).containsExactly("account", "country", "ip", "number", "realm");
    }

    // A caller who could make up a label's value would fill the server's memory, and the operator's.
    @Test
    void whateverCallersSendTheLabelsWordsAreFew() {
        CognitoApi cognito = CognitoApi.of(realm);
        for (String word : List.of("alice@example.test", "SignUp", "ForgotPassword\"} 1", "x".repeat(5000))) {
            cognito.operation(word).post(Map.of("ClientId", word, "Username", word));
            cognito.send("DELETE", "/" + word.replaceAll("[^a-z]", ""), "{}");
            realm.api().reset(word, word);
            realm.api().post("reset", word.replaceAll("[^ -~]", ""), new byte[] {1});
            realm.api().post(word.replaceAll("[^a-z]", ""), Map.of());
        }

        Scrape scrape = scrape();

        assertThat(words(Call.Door.values())).containsAll(scrape.values("door"));
        assertThat(words(Call.Operation.values())).containsAll(scrape.values("operation"));
        assertThat(scrape.values("operation")).contains("unknown");
        assertThat(scrape.series())
                .filteredOn(series -> series.metric().equals(CALLS))
                .allSatisfy(series -> assertThat(words(CallOutcome.values()))
                        .contains(requireNonNull(series.labels().get("outcome"))));
        assertThat(scrape.values("medium")).containsExactly("email", "none", "sms");
        assertThat(scrape.values("message")).containsExactly("code", "notice", "request");
        assertThat(scrape.values("realm")).as("switched off").isEmpty();
    }

    @Test
    void dashboardAsksForWhatTheServerTells() throws IOException {
        JsonNode panels = new ObjectMapper()
                .readTree(Files.readString(Path.of("docker/grafana/dashboard.json")))
                .path("panels");
        List<String> expressions = panels.findValuesAsText("expr");

        assertThat(expressions).hasSizeGreaterThan(10).allSatisfy(MetricsIT::assertTold);
        assertThat(used(expressions))
                .as("every metric is on it")
                .containsAll(documented().keySet());
    }

    @Test
    void alertsAskForWhatTheServerTells() throws IOException {
        Object rules = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("docker/prometheus/rules.yml")));

        assertThat(new ObjectMapper().valueToTree(rules).findValuesAsText("expr"))
                .hasSizeGreaterThan(5)
                .allSatisfy(MetricsIT::assertTold);
    }

    @Test
    void manualNamesWhatTheServerTells() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        scrape().labels().forEach((metric, labels) -> {
            Set<String> own = new TreeSet<>(labels);
            own.remove("le");
            told.put(metric.replaceAll("_(count|sum|max|bucket)$", ""), own);
        });

        assertThat(documented()).isEqualTo(told);
    }

    private static void assertTold(String expression) {
        Scrape scrape = scrape();
        Map<String, Set<String>> told = scrape.labels();
        Map<String, Set<String>> asked = PromQl.metrics(expression);
        assertThat(asked).as(expression).isNotEmpty();
        asked.forEach((metric, labels) -> {
            assertThat(told).as(expression).containsKey(metric);
            assertThat(told.get(metric)).as(expression).containsAll(labels);
        });
        assertThat(words(Call.Operation.values())).as(expression).containsAll(PromQl.words(expression, "operation"));
        assertThat(scrape.values("limit")).as(expression).containsAll(PromQl.words(expression, "limit"));
        Set<String> outcomes = new LinkedHashSet<>(words(CallOutcome.values()));
        outcomes.addAll(scrape.values("outcome"));
        assertThat(outcomes).as(expression).containsAll(PromQl.words(expression, "outcome"));
    }

    private static Set<String> used(List<String> expressions) {
        return expressions.stream()
                .flatMap(expression -> PromQl.metrics(expression).keySet().stream())
                .map(metric -> metric.replaceAll("_(count|sum|max|bucket)$", ""))
                .collect(Collectors.toSet());
    }

    /** The manual's table: {@code | `metric{label,…}` | …}. */
    private static Map<String, Set<String>> documented() throws IOException {
        Pattern row = Pattern.compile("\\| `(password_recovery_\\w+)(?:\\{([\\w,]+)})?` \\|.*");
        return Files.readString(Path.of("docs/operating.md"))
                .lines()
                .map(row::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        metric -> requireNonNull(metric.group(1)),
                        metric -> metric.group(2) == null
                                ? Set.of()
                                : new TreeSet<>(Set.of(metric.group(2).split(",")))));
    }

    private static double calls(String door, String operation, String outcome) {
        return scrape().sum(CALLS, Map.of("door", door, "operation", operation, "outcome", outcome));
    }

    private static Scrape scrape() {
        return Scrape.of(keycloak.metrics());
    }

    private static Set<String> words(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
