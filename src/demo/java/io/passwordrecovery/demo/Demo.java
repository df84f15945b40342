// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.passwordrecovery.testkit.mail.Inbox;
import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;
import io.passwordrecovery.testkit.server.FreePort;
import io.passwordrecovery.testkit.server.KeycloakHome;
import io.passwordrecovery.testkit.server.KeycloakProcess;

/** {@code ./mvnw -Pdemo}: a Keycloak with the plugin, a demo realm and an inbox, all on this machine. */
public final class Demo {
    private static final String LOOPBACK = "127.0.0.1";

    private static final Path WORK = Path.of(TestSettings.value("demo.work"));

    private Demo() {}

    /** Runs until the process is told to stop. */
    public static void main(String... arguments) throws InterruptedException {
        // GreenMail logs to nobody, and that is fine.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Screen screen = new Screen(System.out);
        try {
            run(screen);
        } catch (DemoFailure failure) {
            screen.say(failure.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(Screen screen) {
        int port = DemoPort.wanted(TestSettings.value("demo.port"));
        int managementPort = FreePort.next();
        URI url = URI.create("http://localhost:" + port);

        KeycloakHome home = home(screen);
        // Nothing stops while it starts but by a signal; then each of the two stops itself.
        InboxPage page = InboxPage.open();
        Inbox inbox = Inbox.open(LOOPBACK, mail -> {
            screen.mail(mail);
            page.add(mail);
        });
        KeycloakProcess keycloak = KeycloakProcess.start(
                home,
                log(),
                Admin.ENVIRONMENT,
                List.of(
                        "start-dev",
                        "--db=dev-file",
                        "--http-host=" + LOOPBACK,
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--spi-theme--folder--dir=" + TestSettings.themes(),
                        "--health-enabled=true"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> screen.say("Stopping.")));
        screen.begin("Starting Keycloak");
        keycloak.awaitReady(URI.create("http://" + LOOPBACK + ":" + managementPort), screen::tick);
        DemoRealm.makeAnew(url, LOOPBACK, inbox.port());
        screen.done();
        screen.say(Guide.text(url, page.address(), log()));
    }

    private static KeycloakHome home(Screen screen) {
        Path directory = WORK.resolve("keycloak-" + TestSettings.keycloakVersion());
        KeycloakHome home = KeycloakHome.at(directory);
        home.unpack(TestSettings.keycloakZip(), screen::unpacked);
        home.provide(List.of(TestSettings.providerJar()));
        return home;
    }

    private static Path log() {
        return WORK.resolve("keycloak.log");
    }
}
