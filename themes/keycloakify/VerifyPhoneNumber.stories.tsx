// SPDX-License-Identifier: Apache-2.0
import { createKcPageStory } from "../KcPageStory";

const { KcPageStory } = createKcPageStory({ pageId: "verify-phone-number.ftl" });

export default { title: "login/verify-phone-number.ftl", component: KcPageStory };

export const AsksForTheNumber = { render: () => <KcPageStory /> };

export const AsksForTheCode = { render: () => <KcPageStory kcContext={{ verifyPhone: { sentTo: "+*******0123" } }} /> };
