// SPDX-License-Identifier: Apache-2.0
/** The pages as their users see them; each waits until it is there. */
package io.passwordrecovery.login.pages;
