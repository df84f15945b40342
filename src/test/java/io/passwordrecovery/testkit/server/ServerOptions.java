// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.ArrayList;
import java.util.List;

import io.passwordrecovery.testkit.sms.SmsGateway;

/** The options that every tested server has. */
public final class ServerOptions {
    /** What requests to the gateway {@code http} are signed with. */
    public static final String SMS_SECRET = "the secret of the tests' own gateway";

    /** The forwarded address lets a test be many callers: {@code X-Forwarded-For}. */
    private static final List<String> ALWAYS = List.of(
            "--health-enabled=true",
            "--metrics-enabled=true",
            "--proxy-headers=xforwarded",
            // As in production; else each page and mail reads its templates and texts again, and takes twice as long.
            "--spi-theme--cache-themes=true",
            "--spi-theme--cache-templates=true",
            "--spi-theme--static-max-age=2592000",
            // Tests need not wait for their mails.
            "--spi-password-recovery--default--spread-milliseconds=0",
            "--log-level=info,io.passwordrecovery:debug");

    private static final String SMS = "--spi-password-recovery-sms--";

    private ServerOptions() {}

    /** @param testHost the name under which the server reaches a port of this JVM */
    public static List<String> always(String testHost) {
        String gateway = "http://" + testHost + ":" + SmsGateway.shared().port();
        List<String> options = new ArrayList<>(ALWAYS);
        options.add(SMS + "http--url=" + gateway + "/sms");
        options.add(SMS + "http--secret=" + SMS_SECRET);
        options.add(SMS + "http--timeout-seconds=2");
        options.add(SMS + "twilio--base-url=" + gateway);
        options.add(SMS + "twilio--account-sid=AC1");
        options.add(SMS + "twilio--auth-token=token");
        options.add(SMS + "twilio--from=+12015550100");
        return options;
    }
}
