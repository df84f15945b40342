// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.code.StoredDigest;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.PendingRequest;

/** Runs in the server: lets {@link RemoteStore} call what the product keeps its codes and counts in. */
public final class ServerSideStore {
    private static final String NOTHING = "";

    private final KeycloakSession session;
    private final KeycloakSlots slots;
    private final KeycloakTallies tallies;
    private final KeycloakCounters counters;
    private final KeycloakCodeStore codes;
    private final KeycloakPendingRequests pending;

    ServerSideStore(KeycloakSession session) {
        this.session = session;
        SingleUseStore store =
                new SingleUseStore(session, session.getContext().getRealm().getId());
        slots = new KeycloakSlots(store);
        tallies = new KeycloakTallies(store);
        counters = new KeycloakCounters(store);
        codes = new KeycloakCodeStore(store);
        pending = new KeycloakPendingRequests(store);
    }

    /**
     * How many entries the product has in the database's store, for all realms; by reflection, since the store's module is no
     * dependency.
     */
    @POST
    @Path("entries")
    public String entries() throws ReflectiveOperationException {
        Class<? extends Provider> type = Class.forName(
                        "org.keycloak.connections.jpa.JpaConnectionProvider",
                        true,
                        Thread.currentThread().getContextClassLoader())
                .asSubclass(Provider.class);
        Object entityManager = type.getMethod("getEntityManager").invoke(session.getProvider(type));
        Object query = Class.forName("jakarta.persistence.EntityManager")
                .getMethod("createNativeQuery", String.class)
                .invoke(
                        entityManager,
                        "select count(*) from SINGLE_USE_OBJECT where ID like '" + StoreKeys.PREFIX + "%'");
        return Class.forName("jakarta.persistence.Query")
                .getMethod("getSingleResult")
                .invoke(query)
                .toString();
    }

    @POST
    @Path("slots/take")
    public String take(
            @QueryParam("name") String name, @QueryParam("places") int places, @QueryParam("millis") long millis) {
        OptionalInt place = slots.take(name, places, Duration.ofMillis(millis));
        return place.isPresent() ? Integer.toString(place.getAsInt()) : NOTHING;
    }

    @POST
    @Path("slots/isTaken")
    public String isTaken(@QueryParam("name") String name, @QueryParam("place") int place) {
        return Boolean.toString(slots.isTaken(name, place));
    }

    @POST
    @Path("slots/free")
    public String free(@QueryParam("name") String name, @QueryParam("place") int place) {
        slots.free(name, place);
        return NOTHING;
    }

    @POST
    @Path("tallies/mark")
    public String mark(
            @QueryParam("name") String name, @QueryParam("limit") int limit, @QueryParam("millis") long millis) {
        OptionalInt mark = tallies.mark(name, limit, Duration.ofMillis(millis));
        return mark.isPresent() ? Integer.toString(mark.getAsInt()) : NOTHING;
    }

    @POST
    @Path("tallies/pretend")
    public String pretend(@QueryParam("name") String name) {
        tallies.pretend(name);
        return NOTHING;
    }

    @POST
    @Path("tallies/made")
    public String made(@QueryParam("name") String name, @QueryParam("newer") int newer) {
        return tallies.made(name, newer).map(Instant::toString).orElse(NOTHING);
    }

    @POST
    @Path("tallies/takeBack")
    public String takeBack(
            @QueryParam("name") String name, @QueryParam("mark") int mark, @QueryParam("millis") long millis) {
        tallies.takeBack(name, mark, Duration.ofMillis(millis));
        return NOTHING;
    }

    @POST
    @Path("tallies/forget")
    public String forget(@QueryParam("name") String name) {
        tallies.forget(name);
        return NOTHING;
    }

    @POST
    @Path("counters/hasRoom")
    public String hasRoom(@QueryParam("name") String name, @QueryParam("limit") int limit) {
        return Boolean.toString(counters.hasRoom(name, limit));
    }

    @POST
    @Path("counters/count")
    public String count(
            @QueryParam("name") String name, @QueryParam("limit") int limit, @QueryParam("millis") long millis) {
        return Boolean.toString(counters.count(name, limit, Duration.ofMillis(millis)));
    }

    @POST
    @Path("counters/clear")
    public String clear(@QueryParam("name") String name, @QueryParam("limit") int limit) {
        counters.clear(name, limit);
        return NOTHING;
    }

    @POST
    @Path("codes/put")
    public String putCode(
            @QueryParam("subject") String subject, @QueryParam("code") String code, @QueryParam("millis") long millis) {
        codes.put(new LimitKey(subject), code(code), Duration.ofMillis(millis));
        return NOTHING;
    }

    @POST
    @Path("codes/find")
    public String findCode(@QueryParam("subject") String subject) {
        return codes.find(new LimitKey(subject)).map(ServerSideStore::text).orElse(NOTHING);
    }

    @POST
    @Path("codes/consume")
    public String consume(@QueryParam("subject") String subject, @QueryParam("code") String code) {
        return Boolean.toString(codes.consume(new LimitKey(subject), code(code)));
    }

    @POST
    @Path("pending/put")
    public String putPending(
            @QueryParam("subject") String subject,
            @QueryParam("pending") String text,
            @QueryParam("millis") long millis) {
        pending.put(new LimitKey(subject), pending(text), Duration.ofMillis(millis));
        return NOTHING;
    }

    @POST
    @Path("pending/find")
    public String findPending(@QueryParam("subject") String subject) {
        return pending.find(new LimitKey(subject)).map(ServerSideStore::text).orElse(NOTHING);
    }

    @POST
    @Path("pending/settle")
    public String settle(
            @QueryParam("subject") String subject,
            @QueryParam("holder") String holder,
            @QueryParam("millis") long millis) {
        pending.settle(new LimitKey(subject), new LimitKey(holder), Duration.ofMillis(millis));
        return NOTHING;
    }

    @POST
    @Path("pending/holder")
    public String holder(@QueryParam("subject") String subject) {
        return pending.holder(new LimitKey(subject)).map(LimitKey::value).orElse(NOTHING);
    }

    static String text(IssuedCode code) {
        return String.join(
                " ",
                code.id(),
                code.digest().keyId(),
                code.digest().seal(),
                code.digest().mac(),
                code.expiresAt().toString(),
                code.medium());
    }

    static IssuedCode code(String text) {
        String[] parts = text.split(" ", -1);
        return new IssuedCode(
                parts[0], new StoredDigest(parts[1], parts[2], parts[3]), Instant.parse(parts[4]), parts[5]);
    }

    static String text(PendingRequest request) {
        return String.join(
                " ",
                request.id(),
                request.issuedAt().toString(),
                request.expiresAt().toString());
    }

    static PendingRequest pending(String text) {
        String[] parts = text.split(" ", -1);
        return new PendingRequest(parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]));
    }
}
