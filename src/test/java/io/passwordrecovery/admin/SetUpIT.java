// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** One call sets a realm up, whatever its flow is like; a second changes nothing; another takes it back. */
class SetUpIT {
    static final String BUILT_IN = "reset credentials";
    static final String COPY = "reset credentials by code";

    final TestRealm realm = TestRealm.create(KeycloakServer.shared(), r -> {
        r.setAdminEventsEnabled(true);
        r.setAdminEventsDetailsEnabled(true);
    });
    AdminApi admin;

    @BeforeEach
    void administrator() {
        realm.switchOff();
        admin = AdminApi.of(realm, "administrator", "manage-realm", "view-realm");
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void untouchedRealmIsSetUpAndItsUsersFindTheCode() {
        TestUser alice = realm.user("alice")
                .email("alice@example.test")
                .password(AdminApi.PASSWORD)
                .create();

        JsonNode done = admin.post("setup", Map.of()).json();

        assertThat(texts(done.path("changes"))).containsExactly("SWITCH_ENABLED", "FLOW_COPIED", "FLOW_BOUND");
        assertThat(done.path("resetFlow").asText()).isEqualTo(COPY);
        assertThat(done.path("missing")).isEmpty();
        assertThat(steps(COPY)).containsExactly("reset-credential-code REQUIRED");
        assertThat(steps(BUILT_IN)).as("the flow itself").contains("reset-credential-email REQUIRED");
        askOnThePage("alice");
        assertThat(realm.inbox().codeFor(alice)).hasSize(6);
    }

    // curl's -d without a header: Keycloak takes the body for a form's, and nothing of it would be left to read.
    @Test
    void wishesInAFormAreRefusedAndNotPassedOver() {
        Answer form = admin.send("POST", "setup", "application/x-www-form-urlencoded", "{\"forgotPassword\":true}");

        assertThat(form.status()).isEqualTo(415);
        assertThat(steps(BUILT_IN)).contains("reset-credential-email REQUIRED");
        assertThat(flows()).doesNotContain(COPY);
        assertThat(admin.send("POST", "setup", "").status()).as("none at all").isEqualTo(200);
    }

    @Test
    void secondCallChangesNothing() {
        admin.post("setup", Map.of());
        int events = adminEvents();

        JsonNode again = admin.post("setup", Map.of()).json();

        assertThat(again.path("changes")).isEmpty();
        assertThat(again.path("resetFlow").asText()).isEqualTo(COPY);
        assertThat(adminEvents()).isEqualTo(events).isEqualTo(1);
        assertThat(flows()).filteredOn(alias -> alias.startsWith(COPY)).hasSize(1);
    }

    @Test
    void customisedFlowKeepsItsOtherStepsWithTheirRequirementsAndConfigurations() {
        customised("ours");
        bind("ours");

        JsonNode done = admin.post("setup", Map.of()).json();

        assertThat(done.path("resetFlow").asText()).isEqualTo("ours by code");
        assertThat(texts(done.path("steps")))
                .containsExactlyInAnyOrder(
                        "reset-credential-email is replaced by reset-credential-code",
                        "reset-password is left out",
                        "reset-otp is left out");
        assertThat(steps("ours by code"))
                .containsExactly(
                        "reset-credentials-choose-user REQUIRED",
                        "[flow] REQUIRED",
                        "reset-credential-code REQUIRED",
                        "[flow] CONDITIONAL",
                        "conditional-user-configured REQUIRED",
                        "auth-otp-form REQUIRED {}",
                        "allow-access-authenticator DISABLED");
        assertThat(steps("ours"))
                .as("the flow itself")
                .contains("reset-credential-email REQUIRED", "reset-otp REQUIRED", "reset-password REQUIRED");
    }

    @Test
    void flowThatAlreadyAsksForACodeIsLeftAlone() {
        realm.resetByCode();

        JsonNode done = admin.post("setup", Map.of()).json();

        assertThat(texts(done.path("changes"))).containsExactly("SWITCH_ENABLED");
        assertThat(admin.delete("setup").json().path("changes")).isEmpty();
        assertThat(bound()).isEqualTo("reset by code");
    }

    @Test
    void flowWithoutAPlaceForTheCodeIsRefusedAndNothingIsChanged() {
        flow("odd");
        add("odd", "allow-access-authenticator", "REQUIRED");
        bind("odd");

        Answer refused = admin.post("setup", Map.of("phone", true));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("flow_not_copied");
        assertThat(bound()).isEqualTo("odd");
        assertThat(realm.resource().flows().getRequiredAction("CHANGE_PASSWORD").isEnabled())
                .isFalse();
    }

    @Test
    void codeTakesThePlaceOfTheChoiceWhereThereIsNoMail() {
        flow("bare");
        add("bare", "reset-credentials-choose-user", "REQUIRED");
        add("bare", "allow-access-authenticator", "DISABLED");
        bind("bare");

        admin.post("setup", Map.of());

        assertThat(steps("bare by code"))
                .containsExactly("reset-credential-code REQUIRED", "allow-access-authenticator DISABLED");
    }

    @Test
    void undoneTheFlowOfBeforeIsBound() {
        customised("ours");
        bind("ours");
        admin.post("setup", Map.of());

        JsonNode undone = admin.delete("setup").json();

        assertThat(texts(undone.path("changes"))).containsExactly("PREVIOUS_FLOW_BOUND");
        assertThat(bound()).isEqualTo("ours");
        assertThat(admin.delete("setup").json().path("changes")).isEmpty();
        JsonNode again = admin.post("setup", Map.of()).json();
        assertThat(texts(again.path("changes"))).as("the copy is kept").containsExactly("FLOW_BOUND");
        assertThat(bound()).isEqualTo("ours by code");
    }

    @Test
    void undoneWhereTheFlowOfBeforeIsGoneKeycloaksOwnIsBound() {
        customised("ours");
        bind("ours");
        admin.post("setup", Map.of());
        realm.resource().flows().deleteFlow(idOf("ours"));

        JsonNode undone = admin.delete("setup").json();

        assertThat(undone.path("resetFlow").asText()).isEqualTo(BUILT_IN);
        assertThat(bound()).isEqualTo(BUILT_IN);
    }

    @Test
    void phoneAttributesAndForgotPasswordAreSetWhenAskedFor() {
        realm.change(r -> r.setResetPasswordAllowed(false));

        JsonNode done = admin.post("setup", Map.of("phone", true, "forgotPassword", true))
                .json();

        assertThat(texts(done.path("changes"))).contains("FORGOT_PASSWORD_ENABLED", "PHONE_ATTRIBUTES_ADDED");
        var profile = realm.resource().users().userProfile().getConfiguration();
        assertThat(profile.getAttribute("phoneNumber").getPermissions().getEdit())
                .containsExactly("admin");
        assertThat(profile.getAttribute("preferredRecoveryMedium").getValidations())
                .containsKey("options");
        assertThat(admin.post("setup", Map.of("phone", true)).json().path("changes"))
                .isEmpty();
    }

    @Test
    void whoeverMayNotManageTheRealmSetsNothingUp() {
        try (TestRealm other = TestRealm.create(KeycloakServer.shared())) {
            AdminApi viewer = AdminApi.of(realm, "viewer", "view-realm", "manage-users");
            AdminApi stranger =
                    AdminApi.of(other, "administrator", "manage-realm").at(realm);

            assertThat(viewer.post("setup", Map.of()).status()).isEqualTo(403);
            assertThat(viewer.delete("setup").status()).isEqualTo(403);
            assertThat(stranger.post("setup", Map.of()).status()).isEqualTo(403);
            assertThat(stranger.delete("setup").status()).isEqualTo(403);
            assertThat(new AdminApi(realm, "").post("setup", Map.of()).status()).isEqualTo(401);
            assertThat(bound()).isEqualTo(BUILT_IN);
        }
    }

    @Test
    void bodyThatIsNoneIsRefusedAndNotQuoted() {
        for (String body : List.of("[]", "{\"phone\":\"hunter2\"}", "{\"phone\":true,\"phone\":false}", "hunter2")) {
            Answer refused = admin.send("POST", "setup", body);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_request");
            assertThat(refused.body()).doesNotContain("hunter2");
        }
        assertThat(bound()).isEqualTo(BUILT_IN);
    }

    private void askOnThePage(String name) {
        TestApp app = TestApp.create(realm);
        new FormClient()
                .open(URI.create(app.signIn("state")))
                .follow("reset-credentials")
                .submit(Map.of("username", name));
    }

    /** With what administrators add, and flows within the flow. */
    private void customised(String alias) {
        flow(alias);
        add(alias, "reset-credentials-choose-user", "REQUIRED");
        subflow(alias, alias + " proof", "REQUIRED");
        add(alias + " proof", "reset-credential-email", "REQUIRED");
        add(alias + " proof", "reset-password", "REQUIRED");
        subflow(alias, alias + " otp", "CONDITIONAL");
        add(alias + " otp", "conditional-user-configured", "REQUIRED");
        add(alias + " otp", "reset-otp", "REQUIRED");
        subflow(alias, alias + " second factor", "CONDITIONAL");
        add(alias + " second factor", "conditional-user-configured", "REQUIRED");
        configure(add(alias + " second factor", "auth-otp-form", "REQUIRED"));
        add(alias, "allow-access-authenticator", "DISABLED");
    }

    private void flow(String alias) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        realm.resource().flows().createFlow(flow).close();
    }

    private void subflow(String in, String alias, String requirement) {
        realm.resource()
                .flows()
                .addExecutionFlow(in, Map.of("alias", alias, "type", "basic-flow", "provider", "", "description", ""));
        require(in, step -> alias.equals(step.getDisplayName()), requirement);
    }

    private AuthenticationExecutionInfoRepresentation add(String flow, String provider, String requirement) {
        realm.resource().flows().addExecution(flow, Map.of("provider", provider));
        return require(flow, step -> provider.equals(step.getProviderId()), requirement);
    }

    private AuthenticationExecutionInfoRepresentation require(
            String flow,
            java.util.function.Predicate<AuthenticationExecutionInfoRepresentation> which,
            String requirement) {
        AuthenticationManagementResource flows = realm.resource().flows();
        AuthenticationExecutionInfoRepresentation step =
                flows.getExecutions(flow).stream().filter(which).findFirst().orElseThrow();
        step.setRequirement(requirement);
        flows.updateExecutions(flow, step);
        return step;
    }

    private void configure(AuthenticationExecutionInfoRepresentation step) {
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias("ours");
        config.setConfig(Map.of("default.reference.value", "otp"));
        realm.resource().flows().newExecutionConfig(step.getId(), config).close();
    }

    private void bind(String alias) {
        realm.change(r -> r.setResetCredentialsFlow(alias));
    }

    private String bound() {
        return realm.resource().toRepresentation().getResetCredentialsFlow();
    }

    private List<String> steps(String flow) {
        return realm.resource().flows().getExecutions(flow).stream()
                .map(step -> (Boolean.TRUE.equals(step.getAuthenticationFlow()) ? "[flow]" : step.getProviderId()) + " "
                        + step.getRequirement()
                        + (step.getAuthenticationConfig() == null ? "" : " {}"))
                .toList();
    }

    private String idOf(String alias) {
        return realm.resource().flows().getFlows().stream()
                .filter(flow -> alias.equals(flow.getAlias()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private List<String> flows() {
        return realm.resource().flows().getFlows().stream()
                .map(AuthenticationFlowRepresentation::getAlias)
                .toList();
    }

    private int adminEvents() {
        return (int) realm.resource().getAdminEvents().stream()
                .filter(event -> "setup".equals(event.getResourcePath()))
                .count();
    }

    private static List<String> texts(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
