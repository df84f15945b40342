// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.passwordrecovery.testkit.Missing;
import io.passwordrecovery.testkit.server.SearchPath;

import static org.assertj.core.api.Assertions.assertThat;

/** The alert rules, evaluated by Prometheus' own tool on what each is to see, and on a day like any other. */
class AlertRulesTest {
    private static final Path RULES = Path.of("docker/prometheus/rules.yml");
    private static final Path CASES = Path.of("docker/prometheus/rules.test.yml");

    @Test
    void everyRuleHasACaseInWhichItFires() throws IOException {
        Set<String> fired = new TreeSet<>();
        yaml(CASES)
                .findValues("alert_rule_test")
                .forEach(cases -> cases.forEach(one -> {
                    if (!one.path("exp_alerts").isEmpty()) {
                        fired.add(one.path("alertname").asText());
                    }
                }));

        assertThat(fired).containsExactlyInAnyOrderElementsOf(yaml(RULES).findValuesAsText("alert"));
    }

    @Test
    void rulesFireWhenTheyShould() throws IOException, InterruptedException {
        Path promtool = SearchPath.ofThisMachine()
                .find("promtool")
                .orElseThrow(() -> Missing.because("Evaluations of the alert rules", "there is no promtool"));

        Process run = new ProcessBuilder(promtool.toString(), "test", "rules", CASES.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(told).isZero();
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new ObjectMapper()
                .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    }
}
