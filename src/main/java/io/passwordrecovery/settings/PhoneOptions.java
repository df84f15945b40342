// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of a realm that are about text messages and phone numbers; among {@link RecoveryOptions#ALL}. */
public final class PhoneOptions {
    public static final Option<Optional<String>> SMS_GATEWAY = new Option<>(
            "sms-gateway",
            "SMS gateway",
            "The id of an installed gateway; empty for none.",
            "",
            Format.word("the id of an installed SMS gateway, or empty", Pattern.compile("[a-z0-9-]{1,64}")));

    public static final Option<Integer> SMS_PER_DAY = new Option<>(
            "sms-per-day",
            "SMS per day",
            "Text messages that the realm sends within a day (UTC).",
            "1000",
            Format.number(0, 10_000_000, "messages"));

    public static final Option<HourAndDay> SMS_PER_NUMBER = new Option<>(
            "sms-per-number",
            "SMS per number",
            "Text messages to one phone number within an hour of the clock and within a day (UTC).",
            "5,10",
            Format.hourAndDay());

    public static final Option<HourAndDay> SMS_PER_ACCOUNT = new Option<>(
            "sms-per-account",
            "SMS per account",
            "Text messages for one account within an hour of the clock and within a day (UTC).",
            "5,10",
            Format.hourAndDay());

    public static final Option<HourAndDay> SMS_PER_IP = new Option<>(
            "sms-per-ip",
            "SMS per IP address",
            "Text messages that one IPv4 address, or one IPv6 network (/64), causes within an hour of the clock and"
                    + " within a day (UTC).",
            "20,50",
            Format.hourAndDay());

    public static final Option<HourAndDay> SMS_PER_COUNTRY = new Option<>(
            "sms-per-country",
            "SMS per country",
            "Text messages to the numbers of one country within an hour of the clock and within a day (UTC).",
            "200,1000",
            Format.hourAndDay());

    public static final Option<Set<String>> SMS_COUNTRY_CODES = new Option<>(
            "sms-country-codes",
            "SMS country codes",
            "Calling codes that text messages may go to, separated by commas, for example 1,44; empty for all.",
            "",
            Format.words(
                    "calling codes of 1 to 3 digits, separated by commas, or empty", Pattern.compile("[1-9]\\d{0,2}")));

    public static final Option<Set<String>> SMS_SECOND_FACTORS = new Option<>(
            "sms-second-factors",
            "Second factors by phone",
            "Types of credentials that are the user's phone, separated by commas. Whoever has one gets no code by text"
                    + " message: the phone alone would open the account.",
            "mobile-number,sms,sms-otp,phone-number",
            Format.words("types of credentials, separated by commas, or empty", Pattern.compile("[\\w.-]{1,64}")));

    public static final Option<Optional<String>> DEFAULT_REGION = new Option<>(
            "default-region",
            "Default region",
            "The country in which a phone number without a calling code is read, for example US; empty for none.",
            "",
            Format.word("two capital letters as in ISO 3166, or empty", Pattern.compile("[A-Z]{2}")));

    public static final Option<Boolean> PHONE_AS_USERNAME = new Option<>(
            "phone-as-username",
            "Phone number as user name",
            "Accept a verified phone number where a user name is asked for.",
            "false",
            Format.bool());

    private PhoneOptions() {}
}
