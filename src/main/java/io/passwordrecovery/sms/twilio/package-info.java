/** Twilio's Programmable Messaging. */
@NullMarked
package io.passwordrecovery.sms.twilio;

import org.jspecify.annotations.NullMarked;
