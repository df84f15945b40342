/** The gateway that posts JSON to a URL of the operator's, signed. */
@NullMarked
package io.passwordrecovery.sms.http;

import org.jspecify.annotations.NullMarked;
