// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.keycloak.Outage;
import io.passwordrecovery.observation.CallOutcome;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.recovery.ConfirmOutcome;
import io.passwordrecovery.recovery.ResetRequestOutcome;
import io.passwordrecovery.verification.AddressEntryOutcome;
import io.passwordrecovery.verification.AddressProofOutcome;
import io.passwordrecovery.web.Texts;

/** Says the core's outcomes in HTTP. */
final class Answers {
    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private final Texts texts;
    private final String realmName;

    Answers(Texts texts, String realmName) {
        this.texts = texts;
        this.realmName = realmName;
    }

    /** What operators are told of an answer. */
    static CallOutcome outcome(Response answer) {
        return answer.getEntity() instanceof RecoveryJson.ProblemDetails problem
                ? ErrorName.valueOf(problem.error()).outcome()
                : CallOutcome.OK;
    }

    Response to(ResetRequestOutcome outcome) {
        if (outcome instanceof ResetRequestOutcome.Accepted accepted) {
            return json(RecoveryJson.Reset.codeSent(accepted.delivery()));
        }
        return outcome instanceof ResetRequestOutcome.Throttled throttled
                ? retryLater(ErrorName.LimitExceededException, throttled.retryAfter())
                : retryLater(ErrorName.ServiceUnavailable, ((ResetRequestOutcome.Busy) outcome).retryAfter());
    }

    Response to(ConfirmOutcome outcome) {
        if (outcome instanceof ConfirmOutcome.Refused refused) {
            return switch (refused.reason()) {
                case CODE_MISMATCH -> problem(ErrorName.CodeMismatchException).build();
                case CODE_EXPIRED -> problem(ErrorName.ExpiredCodeException).build();
                case TOO_MANY_ATTEMPTS, THROTTLED -> retryLater(ErrorName.LimitExceededException, refused.retryAfter());
                case PASSWORD_REJECTED -> rejected(refused.violations());
            };
        }
        return json(RecoveryJson.Reset.done());
    }

    Response to(UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Refused refused) {
            return switch (refused.reason()) {
                case WRONG_PASSWORD, LOCKED -> challenge(problem(ErrorName.NotAuthorizedException), "Bearer");
                case TOO_MANY_FAILURES -> retryLater(ErrorName.LimitExceededException, refused.retryAfter());
                case PASSWORD_REJECTED -> rejected(refused.violations());
            };
        }
        return Response.noContent().build();
    }

    /** @param maxAuthAge told to callers whose users signed in too long ago */
    Response to(AddressEntryOutcome outcome, Duration maxAuthAge) {
        if (outcome instanceof AddressEntryOutcome.Refused refused) {
            return switch (refused.reason()) {
                case INVALID_ADDRESS -> to(Problem.noSuchAddress());
                case STALE_SIGN_IN -> to(Problem.staleSignIn(maxAuthAge));
                case THROTTLED -> retryLater(ErrorName.LimitExceededException, refused.retryAfter());
                case UNAVAILABLE -> retryLater(ErrorName.ServiceUnavailable, Outage.RETRY_AFTER);
            };
        }
        CodeDelivery delivery = CodeDelivery.to(((AddressEntryOutcome.Sent) outcome).destination());
        return json(RecoveryJson.CodeDeliveryDetails.of(delivery));
    }

    Response to(AddressProofOutcome outcome) {
        return switch (outcome) {
            case VERIFIED -> Response.noContent().build();
            case REFUSED -> problem(ErrorName.CodeMismatchException).build();
        };
    }

    Response to(Problem problem) {
        Response.ResponseBuilder builder = problem(problem.error(), problem.detail(), List.of());
        return problem.authenticate().map(scheme -> challenge(builder, scheme)).orElseGet(builder::build);
    }

    Response fault() {
        return problem(ErrorName.InternalErrorException).build();
    }

    /** The server cannot do its part at present. */
    Response unavailable() {
        return retryLater(ErrorName.ServiceUnavailable, Outage.RETRY_AFTER);
    }

    Response json(Object entity) {
        return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response rejected(List<PolicyViolation> violations) {
        List<RecoveryJson.Violation> told = violations.stream()
                .map(v -> new RecoveryJson.Violation(v.key(), v.parameters(), texts.text(v.key(), v.parameters())))
                .toList();
        ErrorName error = ErrorName.InvalidPasswordException;
        return problem(error, texts.text(error.messageKey(), List.of()), told).build();
    }

    // Rounded up: whoever waits as long as they are told gets through.
    private Response retryLater(ErrorName error, Duration wait) {
        return problem(error)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }

    private Response challenge(Response.ResponseBuilder builder, String scheme) {
        String[] words = scheme.split(" ", 2);
        // Headers are ASCII, and a quoted string ends at a quote.
        String realm = words[0] + " realm=\"" + realmName.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "?") + "\"";
        return builder.header(HttpHeaders.WWW_AUTHENTICATE, words.length == 1 ? realm : realm + ", " + words[1])
                .build();
    }

    private Response.ResponseBuilder problem(ErrorName error) {
        return problem(error, texts.text(error.messageKey(), List.of()), List.of());
    }

    private Response.ResponseBuilder problem(ErrorName error, String detail, List<RecoveryJson.Violation> violations) {
        return Response.status(error.status())
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
                .entity(new RecoveryJson.ProblemDetails(
                        "about:blank", error.title(), error.status(), detail, error.name(), violations));
    }
}
