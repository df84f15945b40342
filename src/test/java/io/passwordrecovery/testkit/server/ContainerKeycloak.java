// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import org.keycloak.admin.client.Keycloak;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;

/** Keycloak's image in a container. */
final class ContainerKeycloak implements KeycloakServer {
    private static final String TEST_HOST = "host.docker.internal";
    private static final int STOP_SECONDS = 60;

    private final KeycloakContainer container;
    private final Keycloak admin;

    private ContainerKeycloak(KeycloakContainer container) {
        this.container = container;
        this.admin = Admin.of(url());
    }

    /** Whether an engine answers that has the image or can get it. */
    static boolean isPossible() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return false;
        }
        try {
            return !new RemoteDockerImage(DockerImageName.parse(image())).get().isEmpty();
        } catch (ContainerFetchException e) {
            return false;
        }
    }

    static KeycloakServer start(List<String> options) {
        List<File> jars = TestSettings.testedJars().stream().map(Path::toFile).toList();
        @SuppressWarnings("resource") // closed with the server, or below
        KeycloakContainer container = new KeycloakContainer(image())
                .withAdminUsername(Admin.NAME)
                .withAdminPassword(Admin.PASSWORD)
                .withEnv(KeycloakProcess.FAST_START)
                .withEnv(TestEnvironment.CHEAP_HASHES)
                .withExtraHost(TEST_HOST, "host-gateway")
                .withProviderLibsFrom(jars)
                .withCopyFileToContainer(
                        MountableFile.forHostPath(TestSettings.themes().resolve("sample")),
                        "/opt/keycloak/themes/sample")
                .withStartupTimeout(Duration.ofMinutes(3));
        ServerOptions.always(TEST_HOST).forEach(container::withCustomCommand);
        options.forEach(container::withCustomCommand);
        try {
            container.start();
            return new ContainerKeycloak(container);
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    @Override
    public URI url() {
        return URI.create(container.getAuthServerUrl());
    }

    @Override
    public URI managementUrl() {
        return URI.create(container.getMgmtServerUrl());
    }

    @Override
    public Keycloak admin() {
        return admin;
    }

    @Override
    public String smtpHost() {
        return TEST_HOST;
    }

    /** The bridge's end on this machine; an engine in a virtual machine reaches this one's loopback address instead. */
    @Override
    public String inboxAddress() {
        String gateway = container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(network -> String.valueOf(network.getGateway()))
                .findFirst()
                .orElse("");
        return isOfThisMachine(gateway) ? gateway : "127.0.0.1";
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        admin.close();
        // As an operator stops it; Testcontainers would kill it.
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(STOP_SECONDS)
                .exec();
        container.close();
    }

    private static String image() {
        return "quay.io/keycloak/keycloak:" + TestSettings.keycloakVersion();
    }

    private static boolean isOfThisMachine(String address) {
        try {
            return !address.isEmpty() && NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
