// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** The workflows run what is there, by actions that cannot change under them, with no more rights than they need. */
class WorkflowsTest {
    private static final Path WORKFLOWS = Path.of(".github/workflows");
    private static final Pattern SCRIPT = Pattern.compile("(?:^|\\s)(\\.ci/\\w+|\\./mvnw)");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void runsScriptsThatAreThere(Path workflow) throws IOException {
        List<Path> scripts = steps(workflow)
                .filter(step -> step.containsKey("run"))
                .flatMap(step -> SCRIPT.matcher(step.get("run").toString()).results())
                .map(script -> Path.of(script.group(1)))
                .toList();

        assertThat(scripts).isNotEmpty().allSatisfy(script -> assertThat(script).isExecutable());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void pinsActionsByTheirCommit(Path workflow) throws IOException {
        assertThat(steps(workflow).filter(step -> step.containsKey("uses")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.get("uses").toString()).matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void mayOnlyRead(Path workflow) throws IOException {
        assertThat(yaml(workflow).get("permissions")).isEqualTo(Map.of("contents", "read"));
    }

    @Test
    void allOfTheVersionsAreRun() throws IOException {
        Matcher all = Pattern.compile("(?m)^all=\\((.*)\\)$").matcher(Files.readString(Path.of(".ci/versions")));
        assertThat(all.find()).isTrue();

        assertThat(Files.readString(WORKFLOWS.resolve("versions.yml")))
                .contains(all.group(1).split(" "));
    }

    private static Stream<Map<?, ?>> steps(Path workflow) throws IOException {
        Map<?, ?> jobs = (Map<?, ?>) requireNonNull(yaml(workflow).get("jobs"));
        return jobs.values().stream()
                .flatMap(job -> ((List<?>) requireNonNull(((Map<?, ?>) job).get("steps"))).stream())
                .map(step -> (Map<?, ?>) step);
    }

    private static Map<String, Object> yaml(Path workflow) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(workflow));
    }
}
