// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.net.URI;
import java.util.Map;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;

/** Keycloak's own way to a mail for who has forgotten the password: the pages up to the link that is sent. */
record BuiltIn(TestRealm realm, TestApp app) {
    void reset(int number) {
        FormClient browser =
                new FormClient().open(URI.create(app.signIn("state"))).follow("reset-credentials");
        browser.submit(Map.of("username", "known" + number));
        if (browser.answer().status() != 200) {
            throw new IllegalStateException("no mail: " + browser.html());
        }
    }
}
