// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.passwordrecovery.delivery.DeliveryMedium;

/** Every setting of a realm. */
public final class RecoveryOptions {
    public static final Option<Integer> CODE_LENGTH =
            new Option<>("code-length", "Code length", "Digits of a reset code.", "6", Format.number(6, 12, "digits"));

    public static final Option<Duration> CODE_LIFETIME = new Option<>(
            "code-lifetime",
            "Code lifetime",
            "How long a reset code is good, in seconds.",
            "600",
            Format.seconds(60, 86_400));

    public static final Option<Integer> ATTEMPTS_PER_CODE = new Option<>(
            "attempts-per-code",
            "Attempts per code",
            "Wrong guesses after which a reset code is void.",
            "5",
            Format.number(1, 10, "attempts"));

    public static final Option<Integer> FAILURES_PER_ACCOUNT = new Option<>(
            "failures-per-account",
            "Failures per account",
            "Wrong guesses after which an account can no longer be recovered by code until they are forgotten."
                    + " No new code resets this count, only a success does (NIST SP 800-63B-4, section 3.2.2).",
            "100",
            Format.number(5, 100, "failures"));

    public static final Option<Duration> FAILURES_FORGOTTEN_AFTER = new Option<>(
            "failures-forgotten-after",
            "Failures forgotten after",
            "How long a wrong guess is counted, in seconds.",
            "86400",
            Format.seconds(3_600, 2_678_400));

    public static final Option<Duration> COOLDOWN = new Option<>(
            "cooldown",
            "Cooldown",
            "How long to wait before the next code, in seconds.",
            "30",
            Format.seconds(0, 3_600));

    public static final Option<Integer> CODES_PER_ACCOUNT_HOUR = new Option<>(
            "codes-per-account-hour",
            "Codes per account and hour",
            "Codes that one account, or one typed name, gets within an hour of the clock from one network; from all"
                    + " networks together an account gets twice as many.",
            "5",
            Format.number(1, 1_000, "codes"));

    public static final Option<Integer> CODES_PER_IP_HOUR = new Option<>(
            "codes-per-ip-hour",
            "Codes per IP address and hour",
            "Codes that one IPv4 address, or one IPv6 network (/64), may ask for within an hour of the clock.",
            "50",
            Format.number(1, 1_000_000, "codes"));

    public static final Option<Integer> CONFIRMATIONS_PER_IP_HOUR = new Option<>(
            "confirmations-per-ip-hour",
            "Confirmations per IP address and hour",
            "Codes that one IPv4 address, or one IPv6 network (/64), may enter within an hour of the clock, right or"
                    + " wrong.",
            "500",
            Format.number(1, 1_000_000, "confirmations"));

    public static final Option<List<DeliveryMedium>> DELIVERY_ORDER = new Option<>(
            "delivery-order",
            "Delivery order",
            "The media that codes are sent by; the first that the account has is used.",
            "EMAIL,SMS",
            Format.someOf(DeliveryMedium.class));

    public static final Option<ShowDestination> SHOW_DESTINATION = new Option<>(
            "show-destination",
            "Show destination",
            "What is shown of where a code goes when a user name was typed: stars alone, or letters of the account's own"
                    + " address, by which, and by the time that they take, strangers can tell which names exist.",
            "typed-only",
            Format.oneOf(ShowDestination.class));

    public static final Option<Boolean> REQUIRE_VERIFIED_EMAIL = new Option<>(
            "require-verified-email",
            "Require a verified email address",
            "Send codes to verified email addresses only. Phone numbers always must be verified.",
            "false",
            Format.bool());

    public static final Option<Duration> CHANGED_EMAIL_WAITS = new Option<>(
            "changed-email-waits",
            "Changed email address waits",
            "How long an email address that its user has changed gets no codes, unless it is verified, in seconds; 0 for"
                    + " not at all. Meanwhile the address before is told of a changed password too.",
            "86400",
            Format.seconds(0, 2_678_400));

    public static final Option<RecoverLinkedUsers> RECOVER_LINKED_USERS = new Option<>(
            "recover-linked-users",
            "Recover linked users",
            "Whether users who sign in through an identity provider get codes: if they have a password too, always or"
                    + " never.",
            "with-password",
            Format.oneOf(RecoverLinkedUsers.class));

    public static final Option<SignOutAfterReset> SIGN_OUT_AFTER_RESET = new Option<>(
            "sign-out-after-reset",
            "Sign out after a reset",
            "Which sessions of the user end when the password was reset by code.",
            "all",
            Format.oneOf(SignOutAfterReset.class));

    public static final Option<SignOutAfterUpdate> SIGN_OUT_AFTER_UPDATE = new Option<>(
            "sign-out-after-update",
            "Sign out after an update",
            "Which other sessions of the user end when the password was changed by its owner.",
            "others",
            Format.oneOf(SignOutAfterUpdate.class));

    public static final Option<SignInAgain> SIGN_IN_AGAIN = new Option<>(
            "sign-in-again",
            "Sign in again",
            "Whether the user signs in with the new password after a reset in the browser: if there is a second"
                    + " factor, always or never.",
            "second-factor",
            Format.oneOf(SignInAgain.class));

    public static final Option<Boolean> NOTIFY_ON_CHANGE = new Option<>(
            "notify-on-change",
            "Notify on change",
            "Tell the user of a changed password, by every registered medium.",
            "true",
            Format.bool());

    public static final Option<Boolean> SERVE_UPDATE_PASSWORD = new Option<>(
            "serve-update-password",
            "Serve \"Update Password\" too",
            "Show this page, which asks for the current password, in place of Keycloak's own \"Update Password\".",
            "true",
            Format.bool());

    public static final Option<Set<String>> ALLOWED_CLIENTS = new Option<>(
            "allowed-clients",
            "Allowed clients",
            "Client ids that may ask for codes, separated by commas; empty for every enabled client that may sign"
                    + " users in.",
            "",
            Format.words("client ids, separated by commas, or empty", Pattern.compile("[^\\p{Cntrl}]{1,255}")));

    /** In the order in which the console and the manual show them. */
    public static final List<Option<?>> ALL = List.of(
            CODE_LENGTH,
            CODE_LIFETIME,
            ATTEMPTS_PER_CODE,
            FAILURES_PER_ACCOUNT,
            FAILURES_FORGOTTEN_AFTER,
            COOLDOWN,
            CODES_PER_ACCOUNT_HOUR,
            CODES_PER_IP_HOUR,
            CONFIRMATIONS_PER_IP_HOUR,
            ClientOptions.CODES_PER_CLIENT_HOUR,
            ClientOptions.CONFIRMATIONS_PER_CLIENT_HOUR,
            PhoneOptions.SMS_PER_DAY,
            DELIVERY_ORDER,
            SHOW_DESTINATION,
            REQUIRE_VERIFIED_EMAIL,
            CHANGED_EMAIL_WAITS,
            RECOVER_LINKED_USERS,
            PhoneOptions.SMS_GATEWAY,
            PhoneOptions.SMS_COUNTRY_CODES,
            PhoneOptions.SMS_PER_NUMBER,
            PhoneOptions.SMS_PER_ACCOUNT,
            PhoneOptions.SMS_PER_IP,
            PhoneOptions.SMS_PER_COUNTRY,
            PhoneOptions.SMS_SECOND_FACTORS,
            PhoneOptions.DEFAULT_REGION,
            SIGN_OUT_AFTER_RESET,
            SIGN_OUT_AFTER_UPDATE,
            SIGN_IN_AGAIN,
            NOTIFY_ON_CHANGE,
            SERVE_UPDATE_PASSWORD,
            ALLOWED_CLIENTS,
            PhoneOptions.PHONE_AS_USERNAME);

    private RecoveryOptions() {}
}
