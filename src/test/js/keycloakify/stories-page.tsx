// Shows the story that the address names, as …?story=ResetCode/WrongCode.
import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import * as ChangePassword from "./password-recovery/ChangePassword.stories";
import * as ResetCode from "./password-recovery/ResetCode.stories";
import * as VerifyPhoneNumber from "./password-recovery/VerifyPhoneNumber.stories";

type Story = { render: () => ReactElement };

const pages: Record<string, Record<string, unknown>> = { ChangePassword, ResetCode, VerifyPhoneNumber };
const [page, story] = (new URLSearchParams(location.search).get("story") as string).split("/");

createRoot(document.getElementById("root") as HTMLElement).render((pages[page][story] as Story).render());
