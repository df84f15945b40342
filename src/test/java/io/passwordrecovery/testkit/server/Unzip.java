// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks a zip that holds one top directory. */
final class Unzip {
    private Unzip() {}

    /** Makes {@code target} the zip's top directory; when it exists, it is whole. */
    static void unzip(Path zip, Path target, IntConsumer percent) throws IOException {
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        delete(partial);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            int done = 0;
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                extract(file, entries.nextElement(), partial);
                percent.accept(++done * 100 / file.size());
            }
        }
        Files.move(partial, target);
    }

    private static void extract(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
        Path name = Path.of(entry.getName());
        if (name.getNameCount() == 1) {
            return;
        }
        Path target = directory.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException(entry.getName() + " leads out of the directory");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
        // java.util.zip does not tell the permissions that the zip holds.
        if (entry.getName().endsWith(".sh") && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " could not be made executable");
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> tree = Files.walk(directory)) {
                List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
