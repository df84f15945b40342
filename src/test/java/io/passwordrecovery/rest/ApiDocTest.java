// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The document for people has every call, member and error that the description for machines has. */
class ApiDocTest {
    private final String document;
    private final JsonNode description;

    ApiDocTest() throws IOException {
        document = Files.readString(Path.of("docs/api.md"));
        description = new ObjectMapper()
                .readTree(Files.readString(Path.of("src/main/resources/io/passwordrecovery/rest/openapi.json")));
    }

    @Test
    void everyCallIsNamedWithItsSuccess() {
        List<String> rows = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> rows.add(row(path.getKey(), operation.getKey(), operation.getValue()))));

        assertThat(rows).hasSize(7).allSatisfy(row -> assertThat(document).containsPattern(row));
    }

    @Test
    void everyMemberIsNamed() {
        List<String> members = new ArrayList<>();
        description
                .at("/components/schemas")
                .forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(members::add));

        assertThat(members)
                .hasSizeGreaterThan(15)
                .allSatisfy(member -> assertThat(document).containsPattern("[`\"]" + member + "[`\"]"));
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorIsNamed(ErrorName error) {
        assertThat(document).contains("`" + error + "`");
    }

    private static String row(String path, String method, JsonNode operation) {
        String success = operation.path("responses").fieldNames().next();
        return "\\| `" + method.toUpperCase(Locale.ROOT) + " " + path + "` \\|.*\\| " + success + "\\b";
    }
}
