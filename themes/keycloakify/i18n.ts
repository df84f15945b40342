// SPDX-License-Identifier: Apache-2.0

/** The pages' words, for `i18nBuilder.withCustomTranslations`. Other languages: ../inherited/messages. */
export const passwordRecoveryMessages = {
    en: {
        changePasswordCurrent: "Current password",
        changePasswordForgotten: "I do not know my current password",
        changePasswordNewTitle: "Set a new password",
        changePasswordNone: "Your account has no password yet. Before you set one, prove with a code that it is you.",
        changePasswordTitle: "Change password",
        resetCodeByEmail: "Send it by email instead",
        resetCodeBySms: "Send it by text message instead",
        resetCodeHint: "The code is good for {0} min and can be used once. It may have landed among the junk mail.",
        resetCodeLabel: "Code",
        resetCodeLifetime: "The code is good for {0} min and can be used once.",
        resetCodeNotSentYet: "To set a new password, have a code sent to you.",
        resetCodeResend: "Send a new code",
        resetCodeResendIn: "A new code can be sent in {0} s.",
        resetCodeSend: "Send a code",
        resetCodeSentBefore: "If an account matches what you entered, it was sent a code a short while ago.",
        resetCodeSentTo: "If an account matches what you entered, a code is on its way to {0}.",
        resetCodeStartAgain: "Start again",
        resetCodeTitle: "Enter your code",
        verifyPhoneNumber: "Mobile phone number",
        verifyPhoneNumberHint: "With the country code, for example +1 201 555 0123.",
        verifyPhoneOther: "Use another number",
        verifyPhoneSent: "A code is on its way to {0}.",
        verifyPhoneTitle: "Verify your phone number",
    },
};
