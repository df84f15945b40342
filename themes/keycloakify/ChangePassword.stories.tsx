// SPDX-License-Identifier: Apache-2.0
import { createKcPageStory } from "../KcPageStory";

const { KcPageStory } = createKcPageStory({ pageId: "change-password.ftl" });

export default { title: "login/change-password.ftl", component: KcPageStory };

export const SignedIn = { render: () => <KcPageStory kcContext={{ isAppInitiatedAction: true }} /> };

export const AfterACode = {
    render: () => <KcPageStory kcContext={{ changePassword: { asksCurrent: false, offersCode: false } }} />
};

export const WithSignOut = { render: () => <KcPageStory kcContext={{ changePassword: { asksSignOut: true } }} /> };

export const AgainstThePolicy = {
    render: () => (
        <KcPageStory
            kcContext={{
                brokenRules: [
                    { message: "invalidPasswordMinLengthMessage", parameters: [12] },
                    { message: "invalidPasswordMinDigitsMessage", parameters: [1] }
                ]
            }}
        />
    )
};
