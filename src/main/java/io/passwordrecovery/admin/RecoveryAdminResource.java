// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.io.InputStream;
import java.util.stream.Stream;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.urls.UrlType;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.keycloak.TestMessage;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.web.OpenApi;

/**
 * What administrators do for a realm; docs/admin-api.md is its manual. Its errors are those of Keycloak's own admin
 * resources: 401 without a token, 403 without the permission.
 */
public final class RecoveryAdminResource {
    private static final String SETUP = "PASSWORD_RECOVERY_SETUP";
    private static final String TEST = "PASSWORD_RECOVERY_TEST";

    private final AdminCall call;

    RecoveryAdminResource(AdminCall call) {
        this.call = call;
    }

    /** How it stands with the realm, the server and this node: {@link StatusJson}. Role {@code view-realm}. */
    @GET
    @Path("status")
    public Response status() {
        call.auth().realm().requireViewRealm();
        return call.answer(
                Operation.STATUS, provider -> new StatusReport(call.session(), call.realm(), provider).status());
    }

    /**
     * Switches recovery on and binds a flow that asks for a code; done again, it changes nothing. Role {@code
     * manage-realm}.
     *
     * @param body {@link SetUpWish}; may be empty
     * @return {@link SetUpJson}; 409 where the bound flow cannot be copied; 503 where the server does not let the plugin
     *     keep its rules
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("setup")
    public Response setUp(InputStream body) {
        call.auth().realm().requireManageRealm();
        return call.answerIfReady(Operation.SETUP, provider -> {
            SetUpWish wish = SetUpWish.of(AdminBody.read(body));
            RealmSetUp setUp = realmSetUp(provider);
            setUp.objection().ifPresent(why -> {
                throw AdminRefusal.conflict("flow_not_copied", why);
            });
            return noted(OperationType.UPDATE, setUp.setUp(wish));
        });
    }

    /**
     * Binds the flow that was bound before; the switch and the user profile stay. Role {@code manage-realm}.
     *
     * @return {@link SetUpJson}, without changes where the bound flow is not the set-up's
     */
    @DELETE
    @Path("setup")
    public Response undoSetUp() {
        call.auth().realm().requireManageRealm();
        return call.answer(
                Operation.SETUP,
                provider -> noted(OperationType.DELETE, realmSetUp(provider).undo()));
    }

    /**
     * Sends the message that users get, with a code of zeros, to the administrator's own address, and waits for what the mail
     * server or gateway says. Role {@code manage-realm}.
     *
     * @param body {@code medium}: {@code EMAIL} or {@code SMS}
     * @return {@link TestAnswer}; 409 where the administrator has no such address, 429 where a limit or cap is reached
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("test-message")
    public Response testMessage(InputStream body) {
        call.auth().realm().requireManageRealm();
        return call.answerIfReady(Operation.TEST_MESSAGE, provider -> {
            DeliveryMedium medium = medium(AdminBody.read(body));
            AdminAuth admin = call.auth().adminAuth();
            TestAnswer answer = TestAnswer.of(
                    provider.sendTestMessage(new TestMessage(admin.getUser(), admin.getRealm(), medium, call.caller())),
                    medium);
            call.note(OperationType.ACTION, TEST, answer, "test-message");
            return answer;
        });
    }

    /** Describes these calls (OpenAPI 3.1), to whoever has a token that the admin API takes. */
    @GET
    @Path("openapi.json")
    public Response openApi() {
        return call.answer(
                Operation.OPENAPI,
                provider -> OpenApi.of(
                        RecoveryAdminResource.class,
                        UriBuilder.fromUri(call.session()
                                        .getContext()
                                        .getUri(UrlType.ADMIN)
                                        .getBaseUri())
                                .path("admin/realms/{realm}/password-recovery")
                                .build(call.realm().getName())));
    }

    private static DeliveryMedium medium(AdminBody body) {
        String wanted = body.text("medium", "");
        return Stream.of(DeliveryMedium.values())
                .filter(medium -> medium.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> AdminRefusal.badRequest("medium must be EMAIL or SMS"));
    }

    /** What is done for one user; 404 for an unknown id, to who may look for users. */
    @Path("users/{id}")
    public UserAdminResource user(@PathParam("id") String id) {
        UserModel user = call.session().users().getUserById(call.realm(), id);
        if (user == null) {
            // As UsersResource.user (26.7): ids are for those to try who may look for users.
            throw call.auth().users().canQuery() ? new NotFoundException("User not found") : new ForbiddenException();
        }
        return new UserAdminResource(call, user);
    }

    private RealmSetUp realmSetUp(PasswordRecoveryProvider provider) {
        return new RealmSetUp(call.session(), call.realm(), provider);
    }

    private SetUpJson noted(OperationType operation, SetUpJson done) {
        if (!done.changes().isEmpty()) {
            call.note(operation, SETUP, done, "setup");
        }
        return done;
    }
}
