// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.theme;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.theme.ClasspathThemeResourceProviderFactory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Our texts are there, and well formed, in every language that Keycloak's own login pages speak. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("themes/inherited/messages");
    private static final String ENGLISH = "messages_en.properties";
    private static final String THEIRS = "/theme/base/login/";

    /** Themes know the scripts, what is added to themes is looked for under the country that a realm offers. */
    private static final Map<String, String> CHINESE = Map.of(
            "messages_zh_Hans.properties", "messages_zh_CN.properties",
            "messages_zh_Hant.properties", "messages_zh_TW.properties");

    @Test
    void everyLanguageOfKeycloaksLoginThemeHasAFile() throws IOException {
        URL directory = requireNonNull(MessagesTest.class.getResource(THEIRS + "messages/"));
        List<String> theirs = ((JarURLConnection) directory.openConnection())
                .getJarFile().stream()
                        .map(entry -> "/" + entry.getName())
                        .filter(name -> name.startsWith(THEIRS + "messages/") && name.endsWith(".properties"))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .map(name -> CHINESE.getOrDefault(name, name))
                        .toList();

        assertThat(theirs).contains(ENGLISH).hasSizeGreaterThan(40);
        assertThat(ours()).containsExactlyInAnyOrderElementsOf(theirs);
    }

    @ParameterizedTest
    @MethodSource("offered")
    void keycloakFindsTheFileOfEveryLanguageThatItOffers(String tag) throws IOException {
        Properties found = new ClasspathThemeResourceProviderFactory("test", MessagesTest.class.getClassLoader())
                .getMessages("messages", Locale.forLanguageTag(tag));

        assertThat(found).containsKey("resetCodeTitle");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void noFileHasFaults(String name) throws IOException {
        List<String> faults = TranslationFaults.in(bytes(name), bytes(ENGLISH));

        assertThat(faults)
                .filteredOn(fault -> !(name.equals(ENGLISH) && fault.endsWith(TranslationFaults.AS_ENGLISH)))
                .isEmpty();
    }

    static Stream<String> ours() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<String> offered() throws IOException {
        Properties theme = new Properties();
        try (InputStream in = requireNonNull(MessagesTest.class.getResourceAsStream(THEIRS + "theme.properties"))) {
            theme.load(in);
        }
        return Stream.of(theme.getProperty("locales").split(","));
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(MESSAGES.resolve(name));
    }
}
