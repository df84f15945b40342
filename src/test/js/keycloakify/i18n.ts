import { i18nBuilder } from "keycloakify/login";
import { passwordRecoveryMessages } from "./password-recovery/i18n";

const { useI18n, ofTypeI18n } = i18nBuilder.withCustomTranslations(passwordRecoveryMessages).build();

type I18n = typeof ofTypeI18n;

export { useI18n, type I18n };
