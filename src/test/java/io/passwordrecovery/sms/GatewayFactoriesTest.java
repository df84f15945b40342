// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.sms.http.HttpSmsProviderFactory;
import io.passwordrecovery.sms.log.LogSmsProviderFactory;
import io.passwordrecovery.sms.twilio.TwilioSmsProviderFactory;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayFactoriesTest {
    private static final String PREFIX = "--spi-password-recovery-sms--";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void webhookNamesEachMissingOption() {
        assertThat(problems(new HttpSmsProviderFactory(), Map.of()))
                .containsExactly(
                        PREFIX + "http--url is missing",
                        PREFIX + "http--secret or " + PREFIX + "http--secret-in-vault is missing");
    }

    @Test
    void webhookIsReadyWithUrlAndSecretFromEitherPlace() {
        String url = "https://sms.example.test/send";

        assertThat(problems(new HttpSmsProviderFactory(), Map.of("url", url, "secret", SECRET)))
                .isEmpty();
        assertThat(problems(new HttpSmsProviderFactory(), Map.of("url", url, "secret-in-vault", "sms")))
                .isEmpty();
    }

    @Test
    void urlThatIsNoneIsTold() {
        for (String url : new String[] {"sms.example.test", "ftp://sms.example.test/", "https://", "http://a b/"}) {
            assertThat(problems(new HttpSmsProviderFactory(), Map.of("url", url, "secret", SECRET)))
                    .containsExactly(PREFIX + "http--url must be an http or https URL");
        }
    }

    @Test
    void codesCrossNoNetworkInTheClear() {
        assertThat(problems(new HttpSmsProviderFactory(), Map.of("url", "http://sms.example.test/", "secret", SECRET)))
                .singleElement()
                .asString()
                .startsWith(PREFIX + "http--url must be an https URL");
        assertThat(problems(
                        new TwilioSmsProviderFactory(),
                        Map.of(
                                "account-sid",
                                "AC1",
                                "auth-token",
                                "t",
                                "from",
                                "+12015550100",
                                "base-url",
                                "http://api.example.test")))
                .singleElement()
                .asString()
                .startsWith(PREFIX + "twilio--base-url must be an https URL");
        assertThat(problems(new HttpSmsProviderFactory(), Map.of("url", "http://localhost:9/", "secret", SECRET)))
                .isEmpty();
    }

    @Test
    void shortSecretIsToldAndNotUsed() {
        String url = "https://sms.example.test/send";

        assertThat(problems(new HttpSmsProviderFactory(), Map.of("url", url, "secret", "letmein")))
                .containsExactly(PREFIX + "http--secret must have at least 32 characters");
    }

    @Test
    void twilioNamesEachMissingOption() {
        assertThat(problems(new TwilioSmsProviderFactory(), Map.of("from", "+12015550100")))
                .containsExactly(
                        PREFIX + "twilio--account-sid is missing",
                        PREFIX + "twilio--auth-token or " + PREFIX + "twilio--auth-token-in-vault is missing");
        assertThat(problems(new TwilioSmsProviderFactory(), Map.of("account-sid", "AC1", "auth-token", "t")))
                .containsExactly(PREFIX + "twilio--from or " + PREFIX + "twilio--messaging-service-sid is missing");
    }

    @Test
    void twilioIsReadyWithAccountTokenAndSender() {
        assertThat(problems(
                        new TwilioSmsProviderFactory(),
                        Map.of("account-sid", "AC1", "auth-token", "t", "messaging-service-sid", "MG1")))
                .isEmpty();
    }

    @Test
    void logRefusesToWorkOutsideDevelopmentMode() {
        String profile = System.getProperty("kc.profile");
        try {
            System.setProperty("kc.profile", "prod");
            assertThat(problems(new LogSmsProviderFactory(), Map.of()))
                    .singleElement()
                    .asString()
                    .contains("development mode only");

            System.setProperty("kc.profile", "dev");
            assertThat(problems(new LogSmsProviderFactory(), Map.of())).isEmpty();
        } finally {
            if (profile == null) {
                System.clearProperty("kc.profile");
            } else {
                System.setProperty("kc.profile", profile);
            }
        }
    }

    private static java.util.List<String> problems(SmsProviderFactory factory, Map<String, String> options) {
        factory.init(new GivenOptions(options));
        return factory.problems();
    }
}
