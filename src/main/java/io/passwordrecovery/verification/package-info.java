/** A user proves by a code that a phone number or an email address is theirs: plain Java. */
@NullMarked
package io.passwordrecovery.verification;

import org.jspecify.annotations.NullMarked;
