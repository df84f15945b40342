// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.passwordrecovery.testkit.Missing;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.FreePort;
import io.passwordrecovery.testkit.server.SearchPath;

import static org.awaitility.Awaitility.await;

/** A proxy that runs with a sample of the manual's, told where this machine's Keycloak is, without TLS. */
final class ReverseProxy implements AutoCloseable {
    /** Which. */
    enum Product {
        HAPROXY("haproxy", "haproxy.cfg"),
        NGINX("nginx", "nginx.conf");

        private final String program;
        private final String sample;

        Product(String program, String sample) {
            this.program = program;
            this.sample = sample;
        }
    }

    private final int port = FreePort.next();
    private final Process process;

    private ReverseProxy(Product product, TestRealm realm, URI keycloak) throws IOException {
        Path program = SearchPath.ofThisMachine()
                .find(product.program)
                .or(() -> new SearchPath("/usr/sbin").find(product.program))
                .orElseThrow(() -> Missing.because("Tests of bare hosts", "there is no " + product.program));
        Path directory = Files.createTempDirectory("proxy");
        Path site = directory.resolve(product.sample);
        Files.writeString(site, told(product, realm, keycloak.getAuthority()));
        this.process = new ProcessBuilder(command(product, program, directory, site))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop " + product));
    }

    /** Starts it for a realm; where there is no such program, the test is skipped aloud. */
    static ReverseProxy startOrSkip(Product product, TestRealm realm, URI keycloak) {
        try {
            ReverseProxy proxy = new ReverseProxy(product, realm, keycloak);
            await(product + " listens").until(() -> Http.answers(URI.create(proxy.url() + "/nothing"), 404));
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a path. */
    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private String told(Product product, TestRealm realm, String keycloak) throws IOException {
        return Files.readString(Path.of("docs/deploy/proxy", product.sample))
                .replace("127.0.0.1:8080", keycloak)
                .replace("sso.example.com", keycloak)
                .replace("cognito.example.com", "127.0.0.1")
                .replace("/realms/demo/", "/realms/" + realm.name() + "/")
                .replace("Proto https", "Proto http")
                .replace(":443 ssl crt /etc/haproxy/certs/", "127.0.0.1:" + port)
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port)
                .replaceAll("ssl_certificate.*", "");
    }

    private static List<String> command(Product product, Path program, Path directory, Path site) throws IOException {
        return switch (product) {
            case HAPROXY -> List.of(program.toString(), "-db", "-f", site.toString());
            case NGINX -> {
                Path whole = directory.resolve("whole.conf");
                Files.writeString(whole, """
                        daemon off;
                        master_process off;
                        pid nginx.pid;
                        events {}
                        http {
                            access_log off;
                            client_body_temp_path body;
                            proxy_temp_path proxied;
                            fastcgi_temp_path fastcgi;
                            uwsgi_temp_path uwsgi;
                            scgi_temp_path scgi;
                            include %s;
                        }
                        """.formatted(site));
                yield List.of(program.toString(), "-p", directory.toString(), "-e", "stderr", "-c", whole.toString());
            }
        };
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
