// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.util.Locale;

/** What somebody wants, and where they have come to ask for it. */
public record Call(Door door, Operation operation) {
    /** Where. */
    public enum Door {
        REST,
        COGNITO,
        PAGES,
        /** The admin REST API. */
        ADMIN;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What, by whatever name that door has for it. */
    public enum Operation {
        /** Asks for a code. */
        RESET,
        /** Enters a code on a page; the new password follows. */
        PROVE,
        /** Sets a new password with a code. */
        CONFIRM,
        /** Changes a known password. */
        UPDATE,
        /** Asks for a code that proves an address to be the user's own. */
        VERIFY,
        /** Enters that code. */
        CONFIRM_VERIFY,
        /** An administrator, or a backend of theirs, has a code sent to a user. */
        ADMIN_RESET,
        /** An administrator, or a backend of theirs, sets a user's password. */
        ADMIN_UPDATE,
        /** A realm is set up, or that is taken back. */
        SETUP,
        STATUS,
        TEST_MESSAGE,
        CLEAR_LIMITS,
        POLICY,
        OPENAPI,
        /** Nothing that is done here. */
        UNKNOWN;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of what a page's form asks for. */
    public static Call page(Operation operation) {
        return new Call(Door.PAGES, operation);
    }
}
