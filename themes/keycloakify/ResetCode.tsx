// SPDX-License-Identifier: Apache-2.0
import { getKcClsx } from "keycloakify/login/lib/kcClsx";
import type { PageProps } from "keycloakify/login/pages/PageProps";
import type { KcContext } from "../KcContext";
import type { I18n } from "../i18n";
import { CancelButton, errorOf, Field, SubmitButton, useSecondsLeft } from "./parts";

export default function ResetCode(props: PageProps<Extract<KcContext, { pageId: "reset-code.ftl" }>, I18n>) {
    const { kcContext, i18n, doUseDefaultCss, Template, classes } = props;
    const { kcClsx } = getKcClsx({ doUseDefaultCss, classes });
    const { msg } = i18n;
    const { url, messagesPerField, resetCode, noPassword, unreachable, isAppInitiatedAction } = kcContext;
    const wait = useSecondsLeft(Number(resetCode.wait));

    return (
        <Template
            kcContext={kcContext}
            i18n={i18n}
            doUseDefaultCss={doUseDefaultCss}
            classes={classes}
            displayMessage={!messagesPerField.existsError("code")}
            headerNode={msg(resetCode.asked ? "resetCodeTitle" : "changePasswordNewTitle")}
        >
            <form id="kc-reset-code-form" className={kcClsx("kcFormClass")} action={url.loginAction} method="post" noValidate>
                {resetCode.asked ? (
                    <>
                        <p>
                            {resetCode.destination === ""
                                ? msg("resetCodeSentBefore")
                                : msg("resetCodeSentTo", `\u2066${resetCode.destination}\u2069`)}
                        </p>
                        <Field
                            kcClsx={kcClsx}
                            name="code"
                            label={msg("resetCodeLabel")}
                            autoComplete="one-time-code"
                            error={errorOf(messagesPerField, "code")}
                            autoFocus
                        />
                        <p>{msg(resetCode.medium === "SMS" ? "resetCodeLifetime" : "resetCodeHint", resetCode.lifetimeMinutes)}</p>
                        <SubmitButton kcClsx={kcClsx} id="kc-submit" name="submit-code" value="true" isPrimary>
                            {msg("doSubmit")}
                        </SubmitButton>
                        {wait > 0 && <p role="timer">{msg("resetCodeResendIn", String(wait))}</p>}
                        <SubmitButton kcClsx={kcClsx} id="kc-resend" name="recovery" value="send" disabled={wait > 0}>
                            {msg("resetCodeResend")}
                        </SubmitButton>
                        {resetCode.otherMedium !== "" && (
                            <SubmitButton kcClsx={kcClsx} id="kc-send-by-other" name="recovery" value="send-by-other">
                                {msg(resetCode.otherMedium === "SMS" ? "resetCodeBySms" : "resetCodeByEmail")}
                            </SubmitButton>
                        )}
                    </>
                ) : (
                    !unreachable && (
                        <>
                            <p>{msg(noPassword ? "changePasswordNone" : "resetCodeNotSentYet")}</p>
                            <SubmitButton kcClsx={kcClsx} id="kc-send" name="recovery" value="send" isPrimary>
                                {msg("resetCodeSend")}
                            </SubmitButton>
                        </>
                    )
                )}
                {!noPassword && (
                    <SubmitButton kcClsx={kcClsx} id="kc-start-again" name="recovery" value="start-again">
                        {msg("resetCodeStartAgain")}
                    </SubmitButton>
                )}
                {isAppInitiatedAction && <CancelButton kcClsx={kcClsx}>{msg("doCancel")}</CancelButton>}
            </form>
        </Template>
    );
}
