// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.web.Hostile;
import io.passwordrecovery.web.StrictJson;
import io.passwordrecovery.web.StrictJson.MalformedException;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever members a body has, each is read or refused in Cognito's form. */
class CognitoBodyFuzzTest {
    @Property(seed = "42")
    void membersAreReadOrRefusedInCognitosForm(@ForAll("json") String json) throws MalformedException {
        CognitoBody body;
        try {
            body = new CognitoBody(StrictJson.object(json.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedException duplicate) {
            return;
        }

        attempt(() -> body.value("Username", CognitoBody.NAME_LENGTH, Identifier::new));
        attempt(() -> body.value("confirmationCode", CognitoBody.CODE_LENGTH, ResetCode::typed));
        attempt(() -> body.optionalText("x"));
        attempt(() -> body.flag("Permanent"));
        attempt(body::checkMetadata);
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (CognitoRefusal refusal) {
            assertThat(refusal.answer().json()).contains("__type");
        }
    }

    @Provide
    Arbitrary<String> json() {
        return Hostile.json();
    }
}
