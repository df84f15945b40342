// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.UserAddress;
import io.passwordrecovery.password.Password;
import io.passwordrecovery.password.PasswordChange;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.PolicyRules;
import io.passwordrecovery.recovery.Confirmation;
import io.passwordrecovery.recovery.ResetRequest;

/** The wire's shapes: Amplify's {@code ResetPasswordOutput} and friends. */
final class RecoveryJson {
    private RecoveryJson() {}

    record Reset(@JsonProperty("isPasswordReset") boolean isPasswordReset, NextStep nextStep) {
        static Reset done() {
            return new Reset(true, new NextStep("DONE", null));
        }

        static Reset codeSent(CodeDelivery delivery) {
            return new Reset(false, new NextStep("CONFIRM_RESET_PASSWORD_WITH_CODE", CodeDeliveryDetails.of(delivery)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextStep(String resetPasswordStep, @Nullable CodeDeliveryDetails codeDeliveryDetails) {}

    /** Also Amplify's {@code SendUserAttributeVerificationCodeOutput}. */
    record CodeDeliveryDetails(String deliveryMedium, String destination, String attributeName) {
        static CodeDeliveryDetails of(CodeDelivery delivery) {
            return new CodeDeliveryDetails(delivery.medium().name(), delivery.destination(), delivery.attributeName());
        }
    }

    record Policy(List<PolicyRules.Rule> rules) {}

    /** RFC 9457, with the members {@code error} and, for a rejected password, {@code violations}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ProblemDetails(
            String type, String title, int status, String detail, String error, List<Violation> violations) {}

    record Violation(String key, List<Object> parameters, String text) {}

    static ResetRequest resetRequest(RequestBody json, Caller caller) {
        return new ResetRequest(
                name(json), caller, json.optionalText("deliveryMedium").map(RecoveryJson::medium));
    }

    static Confirmation confirmation(RequestBody json, Caller caller) {
        ResetCode code = ResetCode.typed(json.text("confirmationCode"));
        return new Confirmation(name(json), code, checked(json, "newPassword", Password::wanted), caller);
    }

    static PasswordChange passwordChange(RequestBody json, SignedInUser user) {
        return PasswordChange.withCurrent(
                user,
                checked(json, "oldPassword", Password::new),
                checked(json, "newPassword", Password::wanted),
                json.optionalBoolean("signOutOthers"));
    }

    static Optional<UserAddress> userAddress(RequestBody json) {
        return json.optionalText("userIpAddress").map(text -> checked("userIpAddress", text, UserAddress::new));
    }

    private static Identifier name(RequestBody json) {
        return checked(json, "username", Identifier::new);
    }

    static DeliveryMedium attribute(RequestBody json) {
        return DeliveryMedium.ofAttribute(json.text("attributeName"))
                .orElseThrow(() -> Problem.invalidParameter("attributeName must be email or phone_number"));
    }

    private static DeliveryMedium medium(String text) {
        return Optional.of(text)
                .filter(List.of("EMAIL", "SMS")::contains)
                .map(DeliveryMedium::valueOf)
                .orElseThrow(() -> Problem.invalidParameter("deliveryMedium must be EMAIL or SMS"));
    }

    // The core's values check themselves; what they say of the text is for the caller.
    private static <T> T checked(RequestBody json, String name, Function<String, T> type) {
        return checked(name, json.text(name), type);
    }

    private static <T> T checked(String name, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(name + ": " + e.getMessage());
        }
    }
}
