import { createGetKcContextMock } from "keycloakify/login/KcContext";
import type { DeepPartial } from "keycloakify/tools/DeepPartial";
import type { KcContext } from "./KcContext";
import KcPage from "./KcPage";
import { passwordRecoveryMocks } from "./password-recovery/mocks";

const { getKcContextMock } = createGetKcContextMock({
    kcContextExtension: { properties: {} },
    kcContextExtensionPerPage: passwordRecoveryMocks
});

export function createKcPageStory<PageId extends KcContext["pageId"]>({ pageId }: { pageId: PageId }) {
    function KcPageStory({ kcContext }: { kcContext?: DeepPartial<Extract<KcContext, { pageId: PageId }>> }) {
        return <KcPage kcContext={getKcContextMock({ pageId, overrides: kcContext })} />;
    }

    return { KcPageStory };
}
