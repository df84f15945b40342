// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import io.passwordrecovery.testkit.http.Answer;

/** Nothing is measured that is refused by mistake. */
final class Accepted {
    private Accepted() {}

    static Answer of(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("refused: " + answer);
        }
        return answer;
    }
}
