// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SearchPathTest {
    @TempDir
    Path directory;

    @Test
    void programIsFoundUnderTheFirstNameThatThereIs() throws IOException {
        Path program = Files.createFile(directory.resolve("google-chrome"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        SearchPath path = new SearchPath("/nowhere" + File.pathSeparator + directory);

        assertThat(path.find("chromium", "google-chrome")).hasValue(program);
    }

    @Test
    void fileThatCannotBeRunIsNoProgram() throws IOException {
        Files.createFile(directory.resolve("node"));
        Files.createDirectory(directory.resolve("npm"));

        assertThat(new SearchPath(directory.toString()).find("node", "npm")).isEmpty();
    }

    @Test
    void emptyPathHasNoPrograms() {
        assertThat(new SearchPath("").find("sh")).isEmpty();
    }
}
