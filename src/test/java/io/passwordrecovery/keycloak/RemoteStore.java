// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.passwordrecovery.code.CodeStore;
import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.keys.Subject;
import io.passwordrecovery.limits.Counters;
import io.passwordrecovery.limits.Slots;
import io.passwordrecovery.limits.Ticket;
import io.passwordrecovery.limits.Tickets;
import io.passwordrecovery.testkit.Answer;
import io.passwordrecovery.testkit.Http;
import io.passwordrecovery.testkit.TestRealm;

/** A server's store as this JVM's: each call is a request, and so a transaction, of its own. */
final class RemoteStore {
    private final URI resource;

    RemoteStore(TestRealm realm) {
        this.resource = URI.create(realm.keycloak().url() + "/realms/" + realm.name() + "/testkit-product/store/");
    }

    Slots slots() {
        return new Slots() {
            @Override
            public OptionalInt take(String name, int places, Duration lifetime) {
                String place =
                        call("slots/take", Map.of("name", name, "places", places, "millis", lifetime.toMillis()));
                return place.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(place));
            }

            @Override
            public boolean isTaken(String name, int place) {
                return Boolean.parseBoolean(call("slots/isTaken", Map.of("name", name, "place", place)));
            }

            @Override
            public void free(String name, int place) {
                call("slots/free", Map.of("name", name, "place", place));
            }
        };
    }

    Counters counters() {
        return new Counters() {
            @Override
            public boolean hasRoom(String name, int limit) {
                return Boolean.parseBoolean(call("counters/hasRoom", Map.of("name", name, "limit", limit)));
            }

            @Override
            public boolean count(String name, int limit, Duration lifetime) {
                return Boolean.parseBoolean(
                        call("counters/count", Map.of("name", name, "limit", limit, "millis", lifetime.toMillis())));
            }
        };
    }

    CodeStore codes() {
        return new CodeStore() {
            @Override
            public void put(Subject subject, IssuedCode code, Duration keep) {
                call(
                        "codes/put",
                        Map.of(
                                "subject",
                                subject.key(),
                                "code",
                                ServerSideStore.text(code),
                                "millis",
                                keep.toMillis()));
            }

            @Override
            public Optional<IssuedCode> find(Subject subject) {
                return Optional.of(call("codes/find", Map.of("subject", subject.key())))
                        .filter(text -> !text.isEmpty())
                        .map(ServerSideStore::code);
            }

            @Override
            public boolean consume(Subject subject, IssuedCode code) {
                return Boolean.parseBoolean(
                        call("codes/consume", Map.of("subject", subject.key(), "code", ServerSideStore.text(code))));
            }
        };
    }

    Tickets tickets() {
        return new Tickets() {
            @Override
            public void put(Subject name, Ticket ticket, Duration keep) {
                call(
                        "tickets/put",
                        Map.of(
                                "subject",
                                name.key(),
                                "ticket",
                                ServerSideStore.text(ticket),
                                "millis",
                                keep.toMillis()));
            }

            @Override
            public Optional<Ticket> find(Subject name) {
                return Optional.of(call("tickets/find", Map.of("subject", name.key())))
                        .filter(text -> !text.isEmpty())
                        .map(ServerSideStore::ticket);
            }
        };
    }

    private String call(String operation, Map<String, Object> parameters) {
        String query = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = Http.send(HttpRequest.newBuilder(resource.resolve(operation + "?" + query))
                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.status() >= 300) {
            throw new AssertionError(operation + ": " + answer);
        }
        return answer.body();
    }
}
