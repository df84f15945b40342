// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Map;

import io.passwordrecovery.testkit.node.NodeScript;
import io.passwordrecovery.testkit.node.NodeScript.Result;
import io.passwordrecovery.testkit.realm.TestRealm;

/** Unmodified Amplify in Node, configured for a realm; its functions by their own names. */
final class AmplifyInNode implements AutoCloseable {
    private final NodeScript script = new NodeScript("amplify.mjs");
    private final String endpoint;

    AmplifyInNode(TestRealm realm) {
        this(CognitoApi.of(realm).address().toString());
    }

    AmplifyInNode(String endpoint) {
        this.endpoint = endpoint;
    }

    Result resetPassword(String username) {
        return call("resetPassword", Map.of("username", username));
    }

    Result confirmResetPassword(String username, String code, String newPassword) {
        return call(
                "confirmResetPassword",
                Map.of("username", username, "confirmationCode", code, "newPassword", newPassword));
    }

    Result updatePassword(String token, String oldPassword, String newPassword) {
        configure(TestRealm.APP, token);
        return script.call("updatePassword", Map.of("oldPassword", oldPassword, "newPassword", newPassword));
    }

    /** Calls any function of Amplify's. */
    Result call(String function, Map<String, ?> input) {
        return callAs(TestRealm.APP, function, input);
    }

    /** Calls any function of Amplify's as somebody who is signed in. */
    Result callWith(String token, String function, Map<String, ?> input) {
        configure(TestRealm.APP, token);
        return script.call(function, input);
    }

    /** Calls as another app client. */
    Result callAs(String clientId, String function, Map<String, ?> input) {
        configure(clientId, "");
        return script.call(function, input);
    }

    private void configure(String clientId, String token) {
        script.call("configure", Map.of("endpoint", endpoint, "clientId", clientId, "token", token));
    }

    @Override
    public void close() {
        script.close();
    }
}
