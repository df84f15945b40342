// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.net.URI;
import java.nio.file.Path;

import io.passwordrecovery.testkit.realm.Admin;

/** What to do with the demo, once it runs. */
final class Guide {
    private Guide() {}

    static String text(URI server, URI inbox, Path log) {
        return """

                Keycloak      {server}
                Admin console {server}/admin/master/console/#/demo      {admin} / {password}
                Account       {server}/realms/demo/account      alice / alice-demo-password, bob / bob-demo-password
                Inbox         {inbox}
                Log           {log}

                Open the account page and click "Forgot Password?"; once signed in, change the password under Account security.
                The sample theme is chosen in the console: Realm settings, Themes, "sample" for login and email.

                Over REST: ask for a code. It arrives below; a name that nobody has gets the same answer, and no mail:

                curl -i {api}/reset -H 'Content-Type: application/json' -d '{"clientId":"demo-app","username":"alice"}'

                Set a new password with it (in place of 123456):

                curl -i {api}/reset/confirm -H 'Content-Type: application/json' -d '{"clientId":"demo-app","username":"alice","confirmationCode":"123456","newPassword":"correct horse 1"}'

                Change one as a signed-in user:

                curl -i {api}/update -H 'Content-Type: application/json' -H "Authorization: Bearer $(curl -s {realm}/protocol/openid-connect/token -d grant_type=password -d client_id=demo-app -d username=bob -d password=bob-demo-password | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')" -d '{"oldPassword":"bob-demo-password","newPassword":"battery staple 2"}'

                Each mail appears here and in the inbox. Ctrl-C stops everything; the next start makes the realm anew.
                """.replace("{api}", "{realm}/password")
                .replace("{realm}", "{server}/realms/demo")
                .replace("{inbox}", inbox.toString())
                .replace("{server}", server.toString())
                .replace("{admin}", Admin.NAME)
                .replace("{password}", Admin.PASSWORD)
                .replace("{log}", log.toString());
    }
}
