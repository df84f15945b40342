import type { ClassKey } from "keycloakify/login";
import Template from "keycloakify/login/Template";
import type { KcContext } from "./KcContext";
import { useI18n } from "./i18n";
import ChangePassword from "./password-recovery/ChangePassword";
import ResetCode from "./password-recovery/ResetCode";
import VerifyPhoneNumber from "./password-recovery/VerifyPhoneNumber";

const classes = {} satisfies { [key in ClassKey]?: string };

export default function KcPage({ kcContext }: { kcContext: KcContext }) {
    const { i18n } = useI18n({ kcContext });
    const props = { i18n, classes, Template, doUseDefaultCss: true };

    switch (kcContext.pageId) {
        case "reset-code.ftl":
            return <ResetCode kcContext={kcContext} {...props} />;
        case "change-password.ftl":
            return <ChangePassword kcContext={kcContext} {...props} />;
        case "verify-phone-number.ftl":
            return <VerifyPhoneNumber kcContext={kcContext} {...props} />;
        default:
            return null;
    }
}
