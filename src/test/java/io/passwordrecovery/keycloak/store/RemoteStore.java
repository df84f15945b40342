// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.passwordrecovery.code.CodeStore;
import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Counters;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.limits.PendingRequests;
import io.passwordrecovery.limits.Slots;
import io.passwordrecovery.limits.Tallies;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

/** A server's store as this JVM's: each call is a request, and so a transaction, of its own. */
final class RemoteStore {
    private final KeycloakServer keycloak;
    private final URI resource;

    RemoteStore(TestRealm realm) {
        this.keycloak = realm.keycloak();
        this.resource = URI.create(realm.keycloak().url() + "/realms/" + realm.name() + "/testkit-product/store/");
    }

    /** How many the server has, for all realms, once everything that was asked for has been worked off. */
    int entries() {
        keycloak.awaitFirstTries();
        return Integer.parseInt(call("entries", Map.of()));
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

    Tallies tallies() {
        return new Tallies() {
            @Override
            public OptionalInt mark(String name, int limit, Duration lifetime) {
                String mark = call("tallies/mark", Map.of("name", name, "limit", limit, "millis", lifetime.toMillis()));
                return mark.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(mark));
            }

            @Override
            public void pretend(String name) {
                call("tallies/pretend", Map.of("name", name));
            }

            @Override
            public Optional<Instant> made(String name, int newer) {
                return Optional.of(call("tallies/made", Map.of("name", name, "newer", newer)))
                        .filter(text -> !text.isEmpty())
                        .map(Instant::parse);
            }

            @Override
            public void takeBack(String name, int mark, Duration lifetime) {
                call("tallies/takeBack", Map.of("name", name, "mark", mark, "millis", lifetime.toMillis()));
            }

            @Override
            public void forget(String name) {
                call("tallies/forget", Map.of("name", name));
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

            @Override
            public void clear(String name, int limit) {
                call("counters/clear", Map.of("name", name, "limit", limit));
            }
        };
    }

    CodeStore codes() {
        return new CodeStore() {
            @Override
            public void put(LimitKey subject, IssuedCode code, Duration keep) {
                call(
                        "codes/put",
                        Map.of(
                                "subject",
                                subject.value(),
                                "code",
                                ServerSideStore.text(code),
                                "millis",
                                keep.toMillis()));
            }

            @Override
            public Optional<IssuedCode> find(LimitKey subject) {
                return Optional.of(call("codes/find", Map.of("subject", subject.value())))
                        .filter(text -> !text.isEmpty())
                        .map(ServerSideStore::code);
            }

            @Override
            public boolean consume(LimitKey subject, IssuedCode code) {
                return Boolean.parseBoolean(
                        call("codes/consume", Map.of("subject", subject.value(), "code", ServerSideStore.text(code))));
            }
        };
    }

    PendingRequests pendingRequests() {
        return new PendingRequests() {
            @Override
            public void put(LimitKey name, PendingRequest pending, Duration keep) {
                call(
                        "pending/put",
                        Map.of(
                                "subject",
                                name.value(),
                                "pending",
                                ServerSideStore.text(pending),
                                "millis",
                                keep.toMillis()));
            }

            @Override
            public Optional<PendingRequest> find(LimitKey name) {
                return Optional.of(call("pending/find", Map.of("subject", name.value())))
                        .filter(text -> !text.isEmpty())
                        .map(ServerSideStore::pending);
            }

            @Override
            public void settle(LimitKey name, LimitKey holder, Duration keep) {
                call(
                        "pending/settle",
                        Map.of("subject", name.value(), "holder", holder.value(), "millis", keep.toMillis()));
            }

            @Override
            public Optional<LimitKey> holder(LimitKey name) {
                return Optional.of(call("pending/holder", Map.of("subject", name.value())))
                        .filter(text -> !text.isEmpty())
                        .map(LimitKey::new);
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
