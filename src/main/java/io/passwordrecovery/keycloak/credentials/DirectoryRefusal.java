// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import java.util.List;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.OperationNotSupportedException;
import javax.naming.directory.InvalidAttributeValueException;

import org.jspecify.annotations.Nullable;

import io.passwordrecovery.password.PolicyViolation;

/** A user federation's "no" to a new password: the password's fault, or its user's, and nobody's outage. */
final class DirectoryRefusal {
    /** Nobody can change the password here. */
    static final PolicyViolation READ_ONLY = new PolicyViolation("changePasswordReadOnly", List.of());

    /** The directory wants another password than this one; it does not say which. */
    static final PolicyViolation REFUSED = new PolicyViolation("changePasswordDirectoryRefused", List.of());

    private DirectoryRefusal() {}

    /**
     * Returns the directory's own words, where a fault is such a refusal: OpenLDAP's password policy answers
     * constraintViolation (19), Active Directory unwillingToPerform (53) or constraintViolation (RFC 4511, section 4.1.9).
     * Java's LDAP client makes an exception of its own of each, which Keycloak wraps, sometimes twice.
     */
    static Optional<String> wordsIn(@Nullable Throwable fault) {
        if (fault == null) {
            return Optional.empty();
        }
        boolean isRefusal =
                fault instanceof InvalidAttributeValueException || fault instanceof OperationNotSupportedException;
        return isRefusal
                ? Optional.of(String.valueOf(((NamingException) fault).getExplanation()))
                : wordsIn(fault.getCause());
    }
}
