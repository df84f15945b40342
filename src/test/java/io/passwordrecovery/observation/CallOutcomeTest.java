// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.observation.Call.Door;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.recovery.ProofOutcome;
import io.passwordrecovery.recovery.ProvenResetOutcome;
import io.passwordrecovery.recovery.RefusalReason;
import io.passwordrecovery.recovery.ResetRequestOutcome;
import io.passwordrecovery.verification.AddressEntryOutcome;
import io.passwordrecovery.verification.AddressProofOutcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Each outcome has a word for operators: the same that its caller could tell. */
class CallOutcomeTest {
    @Test
    void requests() {
        assertThat(CallOutcome.of(new ResetRequestOutcome.Throttled(Duration.ZERO)))
                .isEqualTo(CallOutcome.LIMITED);
        assertThat(CallOutcome.of(new ResetRequestOutcome.Busy(Duration.ZERO))).isEqualTo(CallOutcome.UNAVAILABLE);
        assertThat(CallOutcome.of(
                        new ResetRequestOutcome.Accepted(new CodeDelivery(DeliveryMedium.EMAIL, "***@***"), List.of())))
                .isEqualTo(CallOutcome.OK);
    }

    @ParameterizedTest
    @EnumSource
    void codesThatAreRefusedAreCalledByTheReason(RefusalReason reason) {
        CallOutcome outcome = CallOutcome.of(new ProofOutcome.Refused(reason, 0, Duration.ZERO));

        assertThat(outcome)
                .isEqualTo(
                        switch (reason) {
                            case CODE_MISMATCH -> CallOutcome.WRONG_CODE;
                            case CODE_EXPIRED -> CallOutcome.EXPIRED_CODE;
                            case TOO_MANY_ATTEMPTS, THROTTLED -> CallOutcome.LIMITED;
                            case PASSWORD_REJECTED -> CallOutcome.PASSWORD_REJECTED;
                        });
    }

    @Test
    void passwordsAfterACode() {
        assertThat(CallOutcome.of(new ProvenResetOutcome.Replaced())).isEqualTo(CallOutcome.OK);
        assertThat(CallOutcome.of(new ProvenResetOutcome.Rejected(List.of()))).isEqualTo(CallOutcome.PASSWORD_REJECTED);
        assertThat(CallOutcome.of(new ProvenResetOutcome.ProofOver())).isEqualTo(CallOutcome.EXPIRED_CODE);
        assertThat(CallOutcome.of(new ProvenResetOutcome.Busy())).isEqualTo(CallOutcome.UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource
    void lockedAccountIsCalledAsAWrongPassword(UpdateOutcome.Reason reason) {
        CallOutcome outcome = CallOutcome.of(new UpdateOutcome.Refused(reason, List.of(), Duration.ZERO));

        assertThat(outcome)
                .isEqualTo(
                        switch (reason) {
                            case WRONG_PASSWORD, LOCKED -> CallOutcome.NOT_AUTHORIZED;
                            case TOO_MANY_FAILURES -> CallOutcome.LIMITED;
                            case PASSWORD_REJECTED -> CallOutcome.PASSWORD_REJECTED;
                        });
        assertThat(CallOutcome.of(new UpdateOutcome.Updated())).isEqualTo(CallOutcome.OK);
    }

    @ParameterizedTest
    @EnumSource
    void phoneNumbers(AddressEntryOutcome.Reason reason) {
        CallOutcome outcome = CallOutcome.of(new AddressEntryOutcome.Refused(reason, Duration.ZERO));

        assertThat(outcome)
                .isEqualTo(
                        switch (reason) {
                            case INVALID_ADDRESS -> CallOutcome.INVALID;
                            case STALE_SIGN_IN -> CallOutcome.NOT_AUTHORIZED;
                            case THROTTLED -> CallOutcome.LIMITED;
                            case UNAVAILABLE -> CallOutcome.UNAVAILABLE;
                        });
        assertThat(CallOutcome.of(new AddressEntryOutcome.Sent(new Destination(DeliveryMedium.SMS, "+12015550101"))))
                .isEqualTo(CallOutcome.OK);
    }

    @Test
    void phoneNumbersProven() {
        assertThat(CallOutcome.of(AddressProofOutcome.VERIFIED)).isEqualTo(CallOutcome.OK);
        assertThat(CallOutcome.of(AddressProofOutcome.REFUSED)).isEqualTo(CallOutcome.WRONG_CODE);
    }

    @Test
    void serversOwnFaultsAreToldFromCallers() {
        assertThat(CallOutcome.values())
                .filteredOn(CallOutcome::isServers)
                .containsExactly(CallOutcome.UNAVAILABLE, CallOutcome.FAULT);
        assertThat(Call.page(Operation.CONFIRM_VERIFY)).isEqualTo(new Call(Door.PAGES, Operation.CONFIRM_VERIFY));
        assertThat(Operation.CONFIRM_VERIFY.label() + Door.PAGES.label() + CallOutcome.WRONG_CODE.label())
                .isEqualTo("confirm_verifypageswrong_code");
    }
}
