// SPDX-License-Identifier: Apache-2.0
import { createKcPageStory } from "../KcPageStory";

const { KcPageStory } = createKcPageStory({ pageId: "reset-code.ftl" });

export default { title: "login/reset-code.ftl", component: KcPageStory };

export const Sent = { render: () => <KcPageStory /> };

export const NotSentYet = {
    render: () => <KcPageStory kcContext={{ resetCode: { asked: false, medium: "", destination: "" } }} />
};

export const SentByTextMessage = {
    render: () => <KcPageStory kcContext={{ resetCode: { medium: "SMS", destination: "+*******0123", otherMedium: "EMAIL" } }} />
};

export const WaitingForTheNextCode = { render: () => <KcPageStory kcContext={{ resetCode: { wait: "42" } }} /> };

export const WrongCode = {
    render: () => (
        <KcPageStory
            kcContext={{
                messagesPerField: {
                    existsError: (...fields: string[]) => fields.includes("code"),
                    get: (field: string) => (field === "code" ? "That is not the code. 4 tries left." : "")
                }
            }}
        />
    )
};

export const NoPasswordYet = {
    render: () => (
        <KcPageStory kcContext={{ noPassword: true, isAppInitiatedAction: true, resetCode: { asked: false, destination: "" } }} />
    )
};
