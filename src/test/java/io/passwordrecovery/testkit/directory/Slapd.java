// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.passwordrecovery.testkit.Missing;
import io.passwordrecovery.testkit.server.FreePort;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.SearchPath;

import static org.awaitility.Awaitility.await;

/** An OpenLDAP with the password policy overlay, of the machine's own programs; it ends with the test. */
public final class Slapd implements Directory {
    private static final Path SCHEMAS = Path.of("/etc/ldap/schema");
    private static final Path MODULES = Path.of("/usr/lib/ldap");
    private static final String SUFFIX = "dc=example,dc=test";
    // The root DN is exempt from the policy: Keycloak binds as somebody else.
    private static final String KEYCLOAK = "cn=keycloak," + SUFFIX;

    private final Process process;
    private final String url;

    private Slapd(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it with these people, whose address is {@code name@example.test}, or skips the test aloud. */
    public static Slapd startOrSkip(String tests, KeycloakServer keycloak, String... people) {
        Path slapd = SearchPath.ofThisMachine()
                .find("slapd")
                .or(() -> new SearchPath("/usr/sbin").find("slapd"))
                .orElseThrow(() -> Missing.because(tests, "there is no slapd (OpenLDAP)"));
        if (!Files.exists(MODULES.resolve("ppolicy.so")) || !Files.exists(SCHEMAS.resolve("core.schema"))) {
            throw Missing.because(tests, "slapd's overlay ppolicy or its schemas are not where Debian has them");
        }
        try {
            Path directory = Files.createTempDirectory("slapd");
            Path settings = Files.writeString(directory.resolve("slapd.conf"), settings(directory));
            Path entries = Files.writeString(directory.resolve("entries.ldif"), entries(people));
            Path slapadd = slapd.resolveSibling("slapadd");
            Process loaded = run(directory, slapadd, "-q", "-f", settings.toString(), "-l", entries.toString());
            if (!loaded.waitFor(1, TimeUnit.MINUTES) || loaded.exitValue() != 0) {
                throw new IllegalStateException("slapadd failed: " + Files.readString(directory.resolve("log")));
            }
            int port = FreePort.next();
            String address = keycloak.inboxAddress();
            Process process =
                    run(directory, slapd, "-d", "0", "-f", settings.toString(), "-h", "ldap://" + address + ":" + port);
            Slapd started = new Slapd(process, "ldap://" + keycloak.smtpHost() + ":" + port);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop slapd"));
            await("slapd listens").until(() -> listens(address, port));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "vendor", "other",
                "connectionUrl", url,
                "bindDn", KEYCLOAK,
                "bindCredential", "keycloak",
                "usersDn", "ou=people," + SUFFIX,
                "usernameLDAPAttribute", "uid",
                "rdnLDAPAttribute", "uid",
                "uuidLDAPAttribute", "entryUUID",
                "userObjectClasses", "inetOrgPerson, organizationalPerson");
    }

    private static String settings(Path directory) {
        return """
                include %1$s/core.schema
                include %1$s/cosine.schema
                include %1$s/inetorgperson.schema
                modulepath %2$s
                moduleload back_mdb
                moduleload ppolicy
                database mdb
                suffix "%4$s"
                rootdn "cn=root,%4$s"
                directory %3$s
                maxsize 1073741824
                index uid,mail,entryUUID,objectClass eq
                overlay ppolicy
                ppolicy_default "cn=policy,%4$s"
                ppolicy_hash_cleartext
                access to * by dn.exact="%5$s" write by anonymous auth by * none
                """.formatted(SCHEMAS, MODULES, directory, SUFFIX, KEYCLOAK);
    }

    private static String entries(String... people) {
        return """
                dn: %1$s
                objectClass: dcObject
                objectClass: organization
                dc: example
                o: Example

                dn: cn=policy,%1$s
                objectClass: organizationalRole
                objectClass: pwdPolicy
                cn: policy
                pwdAttribute: userPassword
                pwdCheckQuality: 2
                pwdMinLength: %2$d

                dn: %3$s
                objectClass: organizationalRole
                objectClass: simpleSecurityObject
                cn: keycloak
                userPassword: keycloak

                dn: ou=people,%1$s
                objectClass: organizationalUnit
                ou: people
                """.formatted(SUFFIX, MIN_LENGTH, KEYCLOAK)
                + List.of(people).stream().map(Slapd::person).collect(Collectors.joining());
    }

    // Named alice or alice/shared@example.test.
    private static String person(String described) {
        String[] parts = described.split("/", 2);
        String mail = parts.length == 2 ? parts[1] : parts[0] + "@example.test";
        return """

                dn: uid=%1$s,ou=people,%2$s
                objectClass: inetOrgPerson
                uid: %1$s
                cn: %1$s
                sn: Test
                mail: %3$s
                userPassword: %4$s
                """.formatted(parts[0], SUFFIX, mail, PASSWORD);
    }

    private static boolean listens(String address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Process run(Path directory, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
