/** What gateways over HTTP have in common. */
@NullMarked
package io.passwordrecovery.sms.gateway;

import org.jspecify.annotations.NullMarked;
