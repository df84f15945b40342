// SPDX-License-Identifier: Apache-2.0
import type { PasswordRecoveryPages } from "./KcContext";

/** What the pages show in stories, unless a story says otherwise: for `createGetKcContextMock`. */
export const passwordRecoveryMocks: PasswordRecoveryPages = {
    "reset-code.ftl": {
        resetCode: {
            asked: true,
            medium: "EMAIL",
            destination: "a***@e***",
            otherMedium: "",
            lifetimeMinutes: "10",
            wait: "0"
        }
    },
    "change-password.ftl": {
        changePassword: { asksCurrent: true, asksSignOut: false, offersCode: true },
        username: "alice",
        brokenRules: []
    },
    "verify-phone-number.ftl": { verifyPhone: { sentTo: "" } }
};
