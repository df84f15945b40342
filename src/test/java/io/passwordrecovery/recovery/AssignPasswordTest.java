// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Person;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.RecordingSessions.Ended;
import io.passwordrecovery.password.UpdateEvents;
import io.passwordrecovery.password.UpdateOutcome;

import static org.assertj.core.api.Assertions.assertThat;

/** A password that somebody else has chosen: what follows is what follows a reset, and nothing is proven by it. */
class AssignPasswordTest {
    static final Person ALICE = Person.named("alice");

    final RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
    final List<String> told = new ArrayList<>();

    @Test
    void passwordIsSetSessionsEndTheOwnerIsToldAndCodesAreVoid() {
        world.asks("alice");

        assertThat(world.assigns(ALICE, "chosen by another", events())).isInstanceOf(UpdateOutcome.Updated.class);

        assertThat(world.passwords.of(ALICE.accountId())).hasValue("chosen by another");
        assertThat(world.sessions.ended()).containsExactly(new Ended(ALICE.accountId(), Optional.empty(), true));
        assertThat(world.courier.sent(ChangeNotice.class)).hasSize(1);
        assertThat(world.confirms("alice", world.codeFor(ALICE))).isInstanceOf(ConfirmOutcome.Refused.class);
        assertThat(world.accounts.proven()).isEmpty();
        assertThat(told).containsExactly("updated");
    }

    @Test
    void passwordThatThePolicyRefusesChangesNothing() {
        UpdateOutcome outcome = world.assigns(ALICE, "short", events());

        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(((UpdateOutcome.Refused) outcome).violations()).isNotEmpty();
        assertThat(world.hasOldPassword(ALICE)).isTrue();
        assertThat(world.sessions.ended()).isEmpty();
        assertThat(world.courier.sent()).isEmpty();
        assertThat(told).containsExactly("PASSWORD_REJECTED");
    }

    private UpdateEvents events() {
        return new UpdateEvents() {
            @Override
            public void updated(String accountId, Caller caller) {
                told.add("updated");
            }

            @Override
            public void refused(String accountId, Caller caller, UpdateOutcome.Reason reason) {
                told.add(reason.name());
            }
        };
    }
}
