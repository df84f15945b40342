// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useState } from "react";
import { kcSanitize } from "keycloakify/lib/kcSanitize";
import type { KcClsx } from "keycloakify/login/lib/kcClsx";

export type FieldProps = {
    kcClsx: KcClsx;
    name: string;
    label: ReactNode;
    type?: "text" | "password";
    autoComplete: string;
    /** HTML, as Keycloak's messages are; empty where the field is well. */
    error: string;
    autoFocus?: boolean;
};

export function Field({ kcClsx, name, label, type = "text", autoComplete, error, autoFocus }: FieldProps) {
    return (
        <div className={kcClsx("kcFormGroupClass")}>
            <div className={kcClsx("kcLabelWrapperClass")}>
                <label htmlFor={name} className={kcClsx("kcLabelClass")}>
                    {label}
                </label>
            </div>
            <div className={kcClsx("kcInputWrapperClass")}>
                <input
                    type={type}
                    id={name}
                    name={name}
                    className={kcClsx("kcInputClass")}
                    autoComplete={autoComplete}
                    inputMode={autoComplete === "one-time-code" ? "numeric" : undefined}
                    dir="ltr"
                    autoFocus={autoFocus}
                    aria-invalid={error !== "" || undefined}
                    aria-describedby={error === "" ? undefined : `input-error-${name}`}
                />
                {error !== "" && (
                    <span
                        id={`input-error-${name}`}
                        className={kcClsx("kcInputErrorMessageClass")}
                        aria-live="polite"
                        dangerouslySetInnerHTML={{ __html: kcSanitize(error) }}
                    />
                )}
            </div>
        </div>
    );
}

type MessagesPerField = {
    existsError: (field: string) => boolean;
    get: (field: string) => string;
};

/** What is wrong with a field, or nothing. Pages name their fields to `existsError` as well: Keycloakify looks for them there. */
export function errorOf(messagesPerField: MessagesPerField, field: string): string {
    return messagesPerField.existsError(field) ? messagesPerField.get(field) : "";
}

export type SubmitButtonProps = {
    kcClsx: KcClsx;
    id: string;
    name: string;
    value: string;
    isPrimary?: boolean;
    disabled?: boolean;
    children: ReactNode;
};

export function SubmitButton({ kcClsx, id, name, value, isPrimary = false, disabled, children }: SubmitButtonProps) {
    return (
        <button
            id={id}
            name={name}
            value={value}
            type="submit"
            disabled={disabled}
            className={kcClsx(
                "kcButtonClass",
                isPrimary ? "kcButtonPrimaryClass" : "kcButtonDefaultClass",
                "kcButtonBlockClass",
                "kcButtonLargeClass"
            )}
        >
            {children}
        </button>
    );
}

/** For what an application has started: Keycloak tells it that the user would rather not. */
export function CancelButton({ kcClsx, children }: Pick<SubmitButtonProps, "kcClsx" | "children">) {
    return (
        <SubmitButton kcClsx={kcClsx} id="kc-cancel" name="cancel-aia" value="true">
            {children}
        </SubmitButton>
    );
}

/** Counts seconds down to zero, and then stays there. */
export function useSecondsLeft(seconds: number): number {
    const [left, setLeft] = useState(seconds);
    useEffect(() => {
        const end = performance.now() + seconds * 1000;
        const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000))), 1000);
        return () => clearInterval(timer);
    }, [seconds]);
    return left;
}
