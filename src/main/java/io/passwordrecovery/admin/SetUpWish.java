// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

/**
 * What else {@code POST setup} is to set.
 *
 * @param phone the user profile's attributes for text messages
 * @param forgotPassword Realm settings → Login → Forgot password
 */
record SetUpWish(boolean phone, boolean forgotPassword) {
    static SetUpWish of(AdminBody body) {
        return new SetUpWish(body.flag("phone"), body.flag("forgotPassword"));
    }
}
