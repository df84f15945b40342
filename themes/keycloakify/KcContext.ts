// SPDX-License-Identifier: Apache-2.0

/**
 * What the server tells each page of the password recovery: the `KcContextExtensionPerPage` of a Keycloakify theme.
 *
 * Keycloakify finds the names of the pages in this file, so it has to be called `…KcContext.ts`.
 */
export type PasswordRecoveryPages = {
    /** Asks for the code, or offers to send one. */
    "reset-code.ftl": {
        resetCode: ResetCodeView;
        /** There, and true, for a signed-in user whose account has no password yet. */
        noPassword?: boolean;
        /** There, and true, for a signed-in user who has no address that a code could be sent to. */
        unreachable?: boolean;
    };
    /** Asks for the new password, and where it has to, for the current one. */
    "change-password.ftl": {
        changePassword: ChangePasswordView;
        /** Whose password it is; for password managers. */
        username: string;
        /** Rules of the realm's policy that the password before broke, each the key of a message. */
        brokenRules: { message: string; parameters?: (string | number)[] }[];
    };
    /** Asks for a phone number, then for the code that was sent there. */
    "verify-phone-number.ftl": {
        verifyPhone: {
            /** The number, masked; empty before a code was sent. */
            sentTo: string;
        };
    };
};

export type ResetCodeView = {
    /** Whether a code was asked for, so that the page has a field for it. */
    asked: boolean;
    /** By which the code goes out. Empty before one was asked for. */
    medium: "EMAIL" | "SMS" | "";
    /** Where the code went, masked; may be empty. */
    destination: string;
    /** The medium that the user may choose instead; mostly empty. */
    otherMedium: "EMAIL" | "SMS" | "";
    /** How long the code is good, in minutes. */
    lifetimeMinutes: string;
    /** Until the next code may be sent, in seconds; `"0"` where there is nothing to count down. */
    wait: string;
};

export type ChangePasswordView = {
    /** Whether there is a field for the current password. */
    asksCurrent: boolean;
    /** Whether the user decides on the other sessions. */
    asksSignOut: boolean;
    /** Whether a code may take the place of the current password. */
    offersCode: boolean;
};
