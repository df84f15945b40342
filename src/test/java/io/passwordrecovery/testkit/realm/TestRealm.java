// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.http.TokenEndpoint;
import io.passwordrecovery.testkit.mail.Inbox;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.sms.TextMessages;

/**
 * A realm of a test class' own, with an inbox of its own: switched on, with the public client {@code app}, brute force
 * protection off, no password policy, and all events kept.
 *
 * <pre>{@code @AutoClose
 * static final TestRealm realm = TestRealm.create(KeycloakServer.shared());}</pre>
 */
public final class TestRealm implements AutoCloseable {
    /** A public client with direct access grants. */
    public static final String APP = "app";

    /** From where the pages of {@link #APP} may call. */
    public static final String APP_ORIGIN = "https://app.example.test";

    private final KeycloakServer keycloak;
    private final String name;
    private final Inbox inbox;
    private final RealmSwitch recovery;
    private final TextMessages texts;

    private TestRealm(KeycloakServer keycloak, String name, Inbox inbox) {
        this.keycloak = keycloak;
        this.name = name;
        this.inbox = inbox;
        this.recovery = new RealmSwitch(resource().flows());
        this.texts = new TextMessages(name);
    }

    public static TestRealm create(KeycloakServer keycloak) {
        return create(keycloak, realm -> {});
    }

    /** Creates a realm that differs from the usual ones. */
    public static TestRealm create(KeycloakServer keycloak, Consumer<RealmRepresentation> difference) {
        Inbox inbox = Inbox.open(keycloak.inboxAddress());
        RealmRepresentation wanted =
                usual("r-" + UUID.randomUUID().toString().substring(0, 8), keycloak.smtpHost(), inbox.port());
        difference.accept(wanted);
        keycloak.admin().realms().create(wanted);
        TestRealm realm = new TestRealm(keycloak, wanted.getRealm(), inbox);
        realm.recovery.install();
        realm.client(APP, client -> client.setWebOrigins(List.of(APP_ORIGIN)));
        return realm;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public String name() {
        return name;
    }

    /** Its address: the name may hold characters that an address does not. */
    public String url() {
        return keycloak.url() + "/realms/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Inbox inbox() {
        return inbox;
    }

    /** How many mails the address has got, once everything that was asked for has been worked off. */
    public int mailsTo(String address) {
        keycloak.awaitFirstTries();
        return inbox.count(address);
    }

    /** What the gateway {@code http} gets of it. */
    public TextMessages texts() {
        return texts;
    }

    /** Lets users have phone numbers, and sends text messages by the gateway {@code http}. */
    public void withPhones(Map<String, String> settings) {
        new PhoneProfile(resource().users().userProfile()).install();
        Map<String, String> all = new HashMap<>(Map.of("sms-gateway", "http", "delivery-order", "SMS,EMAIL"));
        all.putAll(settings);
        configure(all);
    }

    /** Lets users write attributes that the user profile does not name: "Unmanaged attributes: enabled". */
    public void unmanagedAttributes(boolean allowed) {
        UPConfig profile = resource().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(allowed ? UPConfig.UnmanagedAttributePolicy.ENABLED : null);
        resource().users().userProfile().update(profile);
    }

    /** Adds the required action that proves a phone number. */
    public void withVerifyPhoneNumber() {
        recovery.register("VERIFY_PHONE_NUMBER", "Verify phone number");
    }

    /** Enables one of Keycloak's own required actions. */
    public void enableAction(String alias) {
        recovery.enableAction(alias);
    }

    /** The calls of {@code /realms/{realm}/password}. */
    public RestApi api() {
        return RestApi.of(this);
    }

    /** The admin API's view of it. */
    public RealmResource resource() {
        return keycloak.admin().realm(name);
    }

    /** Begins a user: {@code realm.user("alice").email("alice@example.test").password("…").create()}. */
    public NewUser user(String username) {
        return new NewUser(this, username);
    }

    /** Changes settings of the realm. */
    public void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation realm = resource().toRepresentation();
        change.accept(realm);
        resource().update(realm);
    }

    /** Sets the password policy, in Keycloak's notation: {@code length(12) and passwordHistory(3)}. */
    public void passwordPolicy(String policy) {
        change(realm -> realm.setPasswordPolicy(policy));
    }

    /** Locks an account for a minute, or for good, after so many wrong passwords. */
    public void bruteForce(int failures, boolean permanent) {
        change(realm -> {
            realm.setBruteForceProtected(true);
            realm.setFailureFactor(failures);
            realm.setPermanentLockout(permanent);
            // Longer than any test takes, also where tests move the server's clock.
            realm.setWaitIncrementSeconds(86_400);
            realm.setMaxFailureWaitSeconds(86_400);
            realm.setQuickLoginCheckMilliSeconds(0L);
        });
    }

    /** Sets these of the product's settings and leaves the others at their defaults. */
    public void configure(Map<String, String> settings) {
        recovery.configure(settings);
    }

    /** Uses the reset code for forgotten passwords, and these steps after it. */
    public void resetByCode(String... furtherSteps) {
        resetBySteps(Stream.concat(Stream.of(ResetFlow.CODE), Arrays.stream(furtherSteps))
                .toList());
    }

    /** The same behind Keycloak's own step for the name, which looks for the account. */
    public void resetByCodeOfChosenUser() {
        resetBySteps(List.of(ResetFlow.CHOOSE_USER, ResetFlow.CODE));
    }

    private void resetBySteps(List<String> steps) {
        new ResetFlow(resource().flows()).install(steps);
        change(realm -> realm.setResetCredentialsFlow(ResetFlow.ALIAS));
    }

    public void switchOn() {
        recovery.enable(true);
    }

    public void switchOff() {
        recovery.enable(false);
    }

    /** Adds a confidential client that may sign users in. */
    public void confidentialClient(String clientId, String secret) {
        client(clientId, client -> {
            client.setPublicClient(false);
            client.setSecret(secret);
        });
    }

    /** Adds a client: enabled, public and with direct access grants, unless told otherwise. */
    public void client(String clientId, Consumer<ClientRepresentation> difference) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setEnabled(true);
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setRedirectUris(List.of("https://" + clientId + ".example.test/*"));
        difference.accept(client);
        try (Response created = resource().clients().create(client)) {
            Created.idOf(created);
        }
    }

    /** Adds a component, such as a user federation. */
    public void add(ComponentRepresentation component) {
        try (Response created = resource().components().add(component)) {
            Created.idOf(created);
        }
    }

    /** The token endpoint, for {@link #APP}. */
    public TokenEndpoint tokens() {
        return new TokenEndpoint(keycloak.url(), name, APP, "");
    }

    /** Signs the user in at {@link #APP} and returns the access token. */
    public String tokenFor(TestUser user) {
        return tokens().signIn(user.username(), user.password()).access();
    }

    public boolean canSignIn(TestUser user, String password) {
        return tokens().grant(user.username(), password).status() == 200;
    }

    /** All events of these types, or of all types, the newest first. */
    public List<EventRepresentation> events(EventType... types) {
        List<String> names = Arrays.stream(types).map(EventType::name).toList();
        return resource().getEvents(names, null, null, null, null, null, 0, 10_000);
    }

    // The realm stays, and goes with the server: while one is removed, another class's admin call may answer 500, since
    // the
    // administrator has its roles (seen with 26.4.7: RoleAdapter, "Not found in database").
    @Override
    public void close() {
        inbox.close();
    }

    private static RealmRepresentation usual(String name, String smtpHost, int smtpPort) {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setEnabled(true);
        SharedRsaKey.signs(realm);
        realm.setResetPasswordAllowed(true);
        realm.setLoginWithEmailAllowed(true);
        // Tests call by plain HTTP, from addresses all over the world.
        realm.setSslRequired("none");
        realm.setSmtpServer(
                Map.of("host", smtpHost, "port", Integer.toString(smtpPort), "from", "keycloak@example.test"));
        realm.setEventsEnabled(true);
        realm.setEnabledEventTypes(
                Stream.of(EventType.values()).map(EventType::name).toList());
        return realm;
    }
}
