// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.util.MtlsHoKTokenUtil;

import io.passwordrecovery.keycloak.compat.BearerSession;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.PasswordChange.SignedInUser;

/** Who a bearer token stands for: the tokens that the Account API takes (AccountLoader, 26.7) may change a password. */
public final class AccessTokenCheck {
    private final KeycloakSession session;
    private final RealmModel realm;

    public AccessTokenCheck(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether a token was good enough. */
    public sealed interface Result {
        /**
         * It was.
         *
         * @param signedInAt when the user last proved who they are, however often the token was renewed since
         */
        record Accepted(SignedInUser user, Instant signedInAt) implements Result {}

        /** Its user may not change the password with it: audience, role, service account. */
        record Insufficient() implements Result {}

        /** Once good, and too old now. */
        record Expired() implements Result {}

        /** Forged, revoked, of another realm, of a session that has ended, or bound to a certificate that was not shown. */
        record Invalid() implements Result {}
    }

    /** Checks signature, life, user session, audience and role. */
    public Result check(String accessToken) {
        Optional<BearerSession> found = BearerSession.of(session, accessToken)
                .filter(one -> one.user().isEnabled() && isHeldByItsOwner(one.token()));
        if (found.isEmpty()) {
            return hasExpired(accessToken) ? new Result.Expired() : new Result.Invalid();
        }
        BearerSession result = found.get();
        if (result.user().getServiceAccountClientLink() != null || !mayManageAccount(result)) {
            return new Result.Insufficient();
        }
        Caller caller = new Caller(
                result.token().getIssuedFor(),
                session.getContext().getConnection().getRemoteAddr());
        return new Result.Accepted(
                new SignedInUser(result.user().getId(), result.session().getId(), caller),
                signedInAt(result.session()));
    }

    // As OIDCLoginProtocol (26.7) reads it; a session without a login of its own began with it.
    private static Instant signedInAt(UserSessionModel session) {
        String time = session.getNote(AuthenticationManager.AUTH_TIME);
        return Instant.ofEpochSecond(time == null ? session.getStarted() : Long.parseLong(time));
    }

    // RFC 8705: who has stolen a token that is bound to a certificate has nothing (as UserInfoEndpoint, 26.7).
    private boolean isHeldByItsOwner(AccessToken token) {
        AccessToken.Confirmation bound = token.getConfirmation();
        return bound == null
                || bound.getCertThumbprint() == null
                || MtlsHoKTokenUtil.verifyTokenBindingWithClientCertificate(
                        token, session.getContext().getHttpRequest(), session);
    }

    // What the token says of itself, unverified: it only words the refusal.
    private static boolean hasExpired(String accessToken) {
        try {
            return new JWSInput(accessToken).readJsonContent(AccessToken.class).isExpired();
        } catch (JWSInputException e) {
            return false;
        }
    }

    private boolean mayManageAccount(BearerSession result) {
        ClientModel account = accountClient();
        if (account == null) {
            return false;
        }
        AccessToken token = withRoles(result, account);
        AccessToken.Access access = token.getResourceAccess(account.getClientId());
        return token.hasAudience(account.getClientId())
                && access != null
                && access.isUserInRole(AccountRoles.MANAGE_ACCOUNT);
    }

    // A lightweight access token leaves out what introspection would put in.
    private AccessToken withRoles(BearerSession result, ClientModel account) {
        AccessToken token = result.token();
        if (token.getAudience() != null && token.getResourceAccess(account.getClientId()) != null) {
            return token;
        }
        return session.getProvider(
                                TokenIntrospectionProvider.class,
                                AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE)
                        instanceof AccessTokenIntrospectionProvider<?> introspection
                ? introspection.transformAccessToken(token, result.session())
                : token;
    }

    private @Nullable ClientModel accountClient() {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        return account != null && account.isEnabled() ? account : null;
    }
}
