// SPDX-License-Identifier: Apache-2.0
import { getKcClsx } from "keycloakify/login/lib/kcClsx";
import type { PageProps } from "keycloakify/login/pages/PageProps";
import type { KcContext } from "../KcContext";
import type { I18n } from "../i18n";
import { CancelButton, errorOf, Field, SubmitButton } from "./parts";

export default function VerifyPhoneNumber(props: PageProps<Extract<KcContext, { pageId: "verify-phone-number.ftl" }>, I18n>) {
    const { kcContext, i18n, doUseDefaultCss, Template, classes } = props;
    const { kcClsx } = getKcClsx({ doUseDefaultCss, classes });
    const { msg } = i18n;
    const { url, messagesPerField, verifyPhone, isAppInitiatedAction } = kcContext;
    const isSent = verifyPhone.sentTo !== "";

    return (
        <Template
            kcContext={kcContext}
            i18n={i18n}
            doUseDefaultCss={doUseDefaultCss}
            classes={classes}
            displayMessage={!messagesPerField.existsError("phone-number", "code")}
            headerNode={msg("verifyPhoneTitle")}
        >
            <form id="kc-verify-phone-number-form" className={kcClsx("kcFormClass")} action={url.loginAction} method="post" noValidate>
                {isSent ? (
                    <>
                        <p>{msg("verifyPhoneSent", `\u2066${verifyPhone.sentTo}\u2069`)}</p>
                        <Field
                            kcClsx={kcClsx}
                            name="code"
                            label={msg("resetCodeLabel")}
                            autoComplete="one-time-code"
                            error={errorOf(messagesPerField, "code")}
                            autoFocus
                        />
                    </>
                ) : (
                    <>
                        <Field
                            kcClsx={kcClsx}
                            name="phone-number"
                            label={msg("verifyPhoneNumber")}
                            autoComplete="tel"
                            error={errorOf(messagesPerField, "phone-number")}
                            autoFocus
                        />
                        <p>{msg("verifyPhoneNumberHint")}</p>
                    </>
                )}
                <SubmitButton kcClsx={kcClsx} id="kc-submit" name="submit-phone" value="true" isPrimary>
                    {msg("doSubmit")}
                </SubmitButton>
                {isSent && (
                    <>
                        <SubmitButton kcClsx={kcClsx} id="kc-resend" name="verify-phone" value="resend">
                            {msg("resetCodeResend")}
                        </SubmitButton>
                        <SubmitButton kcClsx={kcClsx} id="kc-other" name="verify-phone" value="other">
                            {msg("verifyPhoneOther")}
                        </SubmitButton>
                    </>
                )}
                {isAppInitiatedAction && <CancelButton kcClsx={kcClsx}>{msg("doCancel")}</CancelButton>}
            </form>
        </Template>
    );
}
