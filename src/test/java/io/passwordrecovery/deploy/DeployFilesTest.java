// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.passwordrecovery.testkit.Missing;
import io.passwordrecovery.testkit.server.SearchPath;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators copy can be read by the tools that it is for, and what it mounts is there. */
class DeployFilesTest {
    private static final Path CLUSTER = Path.of("docker/cluster");

    static Stream<Path> yamlFiles() throws IOException {
        try (Stream<Path> docker = Files.walk(Path.of("docker"));
                Stream<Path> docs = Files.walk(Path.of("docs/deploy"))) {
            return Stream.concat(docker, docs).filter(file -> file.toString().matches(".*\\.ya?ml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void yamlIsRead(Path file) throws IOException {
        assertThat(yaml(Files.readString(file)).size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/compose.yaml", "docker/cluster/compose.yaml"})
    void everyMountedFileIsThere(String compose) throws IOException {
        List<String> mounted = Pattern.compile("- (\\.[^:\\s]*):")
                .matcher(Files.readString(Path.of(compose)))
                .results()
                .map(volume -> volume.group(1))
                .toList();

        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(Path.of(compose).resolveSibling(file).normalize())
                                .exists());
    }

    @Test
    void everyNodeIsBehindTheProxyAndWatched() throws IOException {
        JsonNode services =
                yaml(Files.readString(CLUSTER.resolve("compose.yaml"))).path("services");
        List<String> nodes = services.properties().stream()
                .filter(service -> service.getValue().path("image").asText().startsWith("keycloak-password-recovery"))
                .map(service -> service.getKey())
                .toList();

        assertThat(nodes).containsExactly("kc1", "kc2", "kc3");
        assertThat(nodes).allSatisfy(node -> {
            assertThat(services.at("/" + node + "/environment/KC_PROXY_HEADERS").asText())
                    .isEqualTo("xforwarded");
            assertThat(Files.readString(CLUSTER.resolve("haproxy.cfg")))
                    .contains("server " + node + " " + node + ":8080 ");
            assertThat(Files.readString(CLUSTER.resolve("prometheus.yml"))).contains("\"" + node + ":9000\"");
        });
    }

    @Test
    void dashboardAndRulesAreProvisioned() throws IOException {
        String provider = Files.readString(Path.of("docker/grafana/provisioning/dashboards/files.yaml"));
        String compose = Files.readString(CLUSTER.resolve("compose.yaml"));
        String path = yaml(provider).at("/providers/0/options/path").asText();

        assertThat(compose).contains("../grafana/dashboard.json:" + path + "/password-recovery.json:ro");
        assertThat(compose).contains("../prometheus/rules.yml:/etc/prometheus/rules.yml:ro");
        assertThat(Files.readString(CLUSTER.resolve("prometheus.yml"))).contains("- rules.yml");
    }

    // The chart takes pieces of YAML as text; a piece that is none would be seen by Kubernetes alone.
    @Test
    void helmsPiecesAreYamlToo() throws IOException {
        JsonNode values = yaml(Files.readString(Path.of("docs/deploy/kubernetes/helm-values.yaml")));
        List<String> pieces = List.of("extraInitContainers", "extraVolumes", "extraVolumeMounts", "extraEnv");

        assertThat(pieces)
                .allSatisfy(piece ->
                        assertThat(yaml(values.path(piece).asText()).isArray()).isTrue());
        assertThat(yaml(values.path("extraInitContainers").asText())
                        .at("/0/volumeMounts/0/name")
                        .asText())
                .isEqualTo(
                        yaml(values.path("extraVolumes").asText()).at("/0/name").asText())
                .isEqualTo(yaml(values.path("extraVolumeMounts").asText())
                        .at("/0/name")
                        .asText());
    }

    @Test
    void operatorsResourceLetsAStoppingNodeDeliver() throws IOException {
        JsonNode spec = yaml(Files.readString(Path.of("docs/deploy/kubernetes/keycloak.yaml")))
                .path("spec");

        assertThat(spec.at("/unsupported/podTemplate/spec/terminationGracePeriodSeconds")
                        .asInt())
                .isGreaterThanOrEqualTo(spec.at("/additionalOptions/0/value").asInt() + 10);
        assertThat(spec.at("/proxy/headers").asText()).isEqualTo("xforwarded");
    }

    @Test
    void terraformReadsItsSample() throws IOException, InterruptedException {
        run("terraform", "terraform", "fmt", "-check", "-diff", "docs/deploy/main.tf");
    }

    @Test
    void haproxyReadsTheClustersConfiguration() throws IOException, InterruptedException {
        run("haproxy", "haproxy", "-c", "-f", "docker/cluster/haproxy.cfg");
    }

    @Test
    void prometheusReadsTheClustersConfiguration() throws IOException, InterruptedException {
        run("promtool", "promtool", "check", "config", "--syntax-only", "docker/cluster/prometheus.yml");
    }

    private static void run(String program, String... command) throws IOException, InterruptedException {
        command[0] = found(program)
                .orElseThrow(() -> Missing.because("Readings by " + program, "there is no " + program))
                .toString();
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(told).isZero();
    }

    private static Optional<Path> found(String program) {
        return SearchPath.ofThisMachine().find(program).or(() -> new SearchPath("/usr/sbin").find(program));
    }

    private static JsonNode yaml(String text) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new ObjectMapper().valueToTree(loaded);
    }
}
