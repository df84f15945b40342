/** The gateway for trying things out: the server's log. */
@NullMarked
package io.passwordrecovery.sms.log;

import org.jspecify.annotations.NullMarked;
