/**
 * How text messages leave the server: a published SPI, {@code password-recovery-sms}.
 *
 * <p>A gateway of one's own is a {@link io.passwordrecovery.sms.SmsProviderFactory}, named in {@code
 * META-INF/services/io.passwordrecovery.sms.SmsProviderFactory} of a jar in {@code providers/}, and chosen by its id in
 * the realm's setting {@code sms-gateway}. Until version 1.0 the types here may change with a note in the changelog.
 */
@NullMarked
package io.passwordrecovery.sms;

import org.jspecify.annotations.NullMarked;
