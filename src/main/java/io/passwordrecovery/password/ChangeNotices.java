// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;

import io.passwordrecovery.delivery.Message.ChangeNotice;

/** Writes the notices that tell an account's owner of the change. */
public interface ChangeNotices {
    /** One for each registered destination that the realm sends to, verified or not; none when there is none. */
    List<ChangeNotice> noticesFor(String accountId);
}
