// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import io.passwordrecovery.delivery.Message;

/** Writes the notice that tells an account's owner of the change. */
public interface ChangeNotices {
    /** Addressed to every registered destination, verified or not; {@link Message.Nothing} when there is none. */
    Message noticeFor(String accountId);
}
