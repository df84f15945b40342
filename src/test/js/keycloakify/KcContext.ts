import type { ExtendKcContext } from "keycloakify/login";
import type { PasswordRecoveryPages } from "./password-recovery/KcContext";

export type KcContextExtension = { properties: Record<string, string | undefined> };
export type KcContextExtensionPerPage = PasswordRecoveryPages;
export type KcContext = ExtendKcContext<KcContextExtension, KcContextExtensionPerPage>;
