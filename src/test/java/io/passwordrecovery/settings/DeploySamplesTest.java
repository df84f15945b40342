// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What the samples for operators' tools store is what the options take. */
class DeploySamplesTest {
    private static final Path SAMPLES = Path.of("docs/deploy");
    private static final String KEYCLOAKS_OWN = "max_auth_age";

    @Test
    void terraformsSettingsAreTaken() throws IOException {
        String text = Files.readString(SAMPLES.resolve("main.tf"));
        String action = between(text, "resource \"keycloak_required_action\" \"change_password\" {\n", "\n}\n");
        assertThat(action).contains("alias    = \"CHANGE_PASSWORD\"", "enabled  = true");

        assertTaken(entries(between(action, "  config = {\n", "\n  }")));
    }

    @Test
    void configClisSettingsAreTaken() throws IOException {
        JsonNode realm = yaml();
        JsonNode action = realm.at("/requiredActions/0");
        assertThat(action.path("alias").asText()).isEqualTo(RecoveryActions.CHANGE_PASSWORD);
        assertThat(action.path("enabled").asBoolean()).isTrue();
        assertThat(action.path("config"))
                .allSatisfy(value -> assertThat(value.isTextual()).isTrue());

        assertTaken(settings(action.path("config")));
        assertThat(realm.path("resetCredentialsFlow").asText())
                .isEqualTo(realm.at("/authenticationFlows/0/alias").asText());
    }

    @Test
    void kcadmsSettingsAreTaken() throws IOException {
        String script = Files.readString(SAMPLES.resolve("kcadm.sh"));

        assertTaken(settings(new ObjectMapper()
                .readTree(between(script, "<<'SETTINGS'\n", "\nSETTINGS\n"))
                .path("config")));
    }

    @Test
    void allSamplesSayTheSame() throws IOException {
        String terraform = Files.readString(SAMPLES.resolve("main.tf"));
        String script = Files.readString(SAMPLES.resolve("kcadm.sh"));
        Map<String, String> stored = settings(yaml().at("/requiredActions/0/config"));

        assertThat(entries(between(terraform, "  config = {\n", "\n  }"))).isEqualTo(stored);
        assertThat(settings(new ObjectMapper()
                        .readTree(between(script, "<<'SETTINGS'\n", "\nSETTINGS\n"))
                        .path("config")))
                .isEqualTo(stored);
    }

    private static JsonNode yaml() throws IOException {
        Object realm = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(SAMPLES.resolve("realm.yaml")));
        return new ObjectMapper().valueToTree(realm);
    }

    private static void assertTaken(Map<String, String> stored) {
        assertThat(stored).hasSizeGreaterThan(3);
        assertThat(RecoveryOptions.ALL.stream().map(Option::key).collect(Collectors.toSet()))
                .containsAll(stored.keySet().stream()
                        .filter(key -> !key.equals(KEYCLOAKS_OWN))
                        .toList());
        assertThat(RecoverySettings.of(stored).problems()).isEmpty();
    }

    private static Map<String, String> settings(JsonNode config) {
        return new ObjectMapper().convertValue(config, new TypeReference<>() {});
    }

    // A map of HCL as the sample writes it: a line each, both sides in quotes, nothing else.
    private static Map<String, String> entries(String map) {
        Pattern entry = Pattern.compile(" +\"([^\"]+)\" += \"([^\"$]*)\"");
        Map<String, String> entries = new LinkedHashMap<>();
        map.lines().forEach(line -> {
            Matcher parts = entry.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            entries.put(requireNonNull(parts.group(1)), requireNonNull(parts.group(2)));
        });
        return entries;
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        int to = text.indexOf(end, from + start.length());
        assertThat(to).as(end).isNotNegative();
        return text.substring(from + start.length(), to);
    }
}
