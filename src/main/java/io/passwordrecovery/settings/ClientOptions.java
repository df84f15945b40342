// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** The settings of a realm for applications whose server asks on behalf of their users; among {@link RecoveryOptions#ALL}. */
public final class ClientOptions {
    public static final Option<Integer> CODES_PER_CLIENT_HOUR = new Option<>(
            "codes-per-client-hour",
            "Codes per client and hour",
            "Codes that a confidential client which tells its users' IP addresses may ask for within an hour of the clock,"
                    + " for all of them together.",
            "1000",
            Format.number(1, 1_000_000, "codes"));

    public static final Option<Integer> CONFIRMATIONS_PER_CLIENT_HOUR = new Option<>(
            "confirmations-per-client-hour",
            "Confirmations per client and hour",
            "Codes that a confidential client which tells its users' IP addresses may enter within an hour of the clock,"
                    + " right or wrong, for all of them together.",
            "10000",
            Format.number(1, 1_000_000, "confirmations"));

    private ClientOptions() {}
}
