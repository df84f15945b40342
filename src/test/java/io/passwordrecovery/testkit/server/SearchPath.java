// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the machine's programs are.
 *
 * @param directories as in the variable PATH
 */
public record SearchPath(String directories) {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    /** The one that this JVM was started with. */
    public static SearchPath ofThisMachine() {
        return new SearchPath(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** Finds the first of the names that is an executable file in any of the directories. */
    public Optional<Path> find(String... names) {
        return Arrays.stream(names).flatMap(this::all).findFirst();
    }

    private Stream<Path> all(String name) {
        return SEPARATOR
                .splitAsStream(directories)
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }
}
