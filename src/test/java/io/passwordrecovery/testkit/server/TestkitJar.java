// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import io.passwordrecovery.testkit.inside.FaultPolicyProviderFactory;
import io.passwordrecovery.testkit.inside.SampleSmsProviderFactory;
import io.passwordrecovery.testkit.inside.TestkitResourceProviderFactory;
import io.passwordrecovery.testkit.realm.TestSettings;

/** The testkit's side of the server, from the classes of the package {@code server}: never part of the product's jar. */
public final class TestkitJar {
    /** What runs in the server: a package of the testkit's, and what must be among the product's own classes. */
    private static final List<String> CLASSES =
            List.of("io/passwordrecovery/testkit/inside/[^/]*", "io/passwordrecovery/keycloak/store/ServerSide[^/]*");

    private static final String PRODUCTS_RESOURCE = "io.passwordrecovery.keycloak.store.ServerSideProviderFactory";

    private static final Path WRITTEN = write();

    private TestkitJar() {}

    /** The jar, written once in a run: a server that starts may read it while another test asks. */
    public static Path path() {
        return WRITTEN;
    }

    // The same classes give the same bytes.
    private static Path write() {
        Path jar = TestSettings.workDirectory().resolve("testkit.jar");
        try {
            Files.createDirectories(jar.getParent());
            write(jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            // Without it, Quarkus does not see the annotations of the JAX-RS resource.
            add(out, "META-INF/beans.xml", "");
            add(
                    out,
                    "META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory",
                    TestkitResourceProviderFactory.class.getName() + "\n" + PRODUCTS_RESOURCE);
            add(
                    out,
                    "META-INF/services/org.keycloak.policy.PasswordPolicyProviderFactory",
                    FaultPolicyProviderFactory.class.getName());
            add(
                    out,
                    "META-INF/services/io.passwordrecovery.sms.SmsProviderFactory",
                    SampleSmsProviderFactory.class.getName());
            // A theme whose mails cannot be rendered.
            add(
                    out,
                    "META-INF/keycloak-themes.json",
                    "{\"themes\": [{\"name\": \"testkit-broken\", \"types\": [\"email\"]}]}");
            add(out, "theme/testkit-broken/email/theme.properties", "parent=base");
            add(out, "theme/testkit-broken/email/html/reset-code.ftl", "${nothing.of.the.kind}");
            Path root = root();
            for (Path file : classes(root)) {
                try (InputStream content = Files.newInputStream(file)) {
                    add(out, name(root, file), content);
                }
            }
        }
    }

    private static List<Path> classes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> CLASSES.stream()
                            .anyMatch(pattern -> name(root, file).matches(pattern + "\\.class")))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static Path root() {
        try {
            URI classes = TestkitJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(classes);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(JarOutputStream jar, String name, String text) throws IOException {
        add(jar, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(JarOutputStream jar, String name, InputStream content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        content.transferTo(jar);
        jar.closeEntry();
    }
}
