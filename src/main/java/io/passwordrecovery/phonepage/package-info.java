/** The page on which a signed-in user proves a phone number: a required action. */
@NullMarked
package io.passwordrecovery.phonepage;

import org.jspecify.annotations.NullMarked;
