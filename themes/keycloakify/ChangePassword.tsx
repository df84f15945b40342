// SPDX-License-Identifier: Apache-2.0
import { getKcClsx } from "keycloakify/login/lib/kcClsx";
import type { PageProps } from "keycloakify/login/pages/PageProps";
import type { KcContext } from "../KcContext";
import type { I18n } from "../i18n";
import { CancelButton, errorOf, Field, SubmitButton } from "./parts";

export default function ChangePassword(props: PageProps<Extract<KcContext, { pageId: "change-password.ftl" }>, I18n>) {
    const { kcContext, i18n, doUseDefaultCss, Template, classes } = props;
    const { kcClsx } = getKcClsx({ doUseDefaultCss, classes });
    const { msg, advancedMsgStr } = i18n;
    const { url, messagesPerField, changePassword, brokenRules, username, isAppInitiatedAction } = kcContext;
    const broken = brokenRules
        .map(({ message, parameters = [] }) => advancedMsgStr(message, ...parameters.map(String)))
        .join("<br>");
    const newError = errorOf(messagesPerField, "password-new");
    const confirmError = errorOf(messagesPerField, "password-confirm");
    const currentFirst = changePassword.asksCurrent && newError === "" && confirmError === "";

    return (
        <Template
            kcContext={kcContext}
            i18n={i18n}
            doUseDefaultCss={doUseDefaultCss}
            classes={classes}
            displayMessage={!messagesPerField.existsError("password-current", "password-new", "password-confirm")}
            headerNode={msg(changePassword.asksCurrent ? "changePasswordTitle" : "changePasswordNewTitle")}
        >
            <form id="kc-change-password-form" className={kcClsx("kcFormClass")} action={url.loginAction} method="post" noValidate>
                {/* for password managers: whose password it is */}
                <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
                {changePassword.asksCurrent && (
                    <Field
                        kcClsx={kcClsx}
                        name="password-current"
                        type="password"
                        label={msg("changePasswordCurrent")}
                        autoComplete="current-password"
                        error={errorOf(messagesPerField, "password-current")}
                        autoFocus={currentFirst}
                    />
                )}
                <Field
                    kcClsx={kcClsx}
                    name="password-new"
                    type="password"
                    label={msg("passwordNew")}
                    autoComplete="new-password"
                    error={broken === "" ? newError : broken}
                    autoFocus={!currentFirst}
                />
                <Field
                    kcClsx={kcClsx}
                    name="password-confirm"
                    type="password"
                    label={msg("passwordConfirm")}
                    autoComplete="new-password"
                    error={confirmError}
                />
                {changePassword.asksSignOut && (
                    <label>
                        <input type="checkbox" name="logout-sessions" defaultChecked /> {msg("logoutOtherSessions")}
                    </label>
                )}
                <SubmitButton kcClsx={kcClsx} id="kc-submit" name="submit-password" value="true" isPrimary>
                    {msg("doSubmit")}
                </SubmitButton>
                {changePassword.offersCode && (
                    <SubmitButton kcClsx={kcClsx} id="kc-forgotten" name="recovery" value="forgotten">
                        {msg("changePasswordForgotten")}
                    </SubmitButton>
                )}
                {isAppInitiatedAction && <CancelButton kcClsx={kcClsx}>{msg("doCancel")}</CancelButton>}
            </form>
        </Template>
    );
}
