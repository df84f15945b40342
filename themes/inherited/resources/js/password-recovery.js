// SPDX-License-Identifier: Apache-2.0
// Helps on the page for the code; every part of the page works without it.

/** Counts down to the next code, and keeps the button shut until then. */
function countDown(wait, button) {
  const opensAt = performance.now() + Number(wait.dataset.seconds) * 1000;
  button.disabled = true;

  const tick = () => {
    const left = Math.ceil((opensAt - performance.now()) / 1000);
    if (left > 0) {
      wait.textContent = wait.dataset.text.replace("#", String(left));
      setTimeout(tick, 1000);
    } else {
      wait.hidden = true;
      button.disabled = false;
    }
  };
  tick();
}

/** Takes the code out of the text message, where the browser can and the user lets it (WebOTP). */
async function readTextMessage(form, field) {
  const over = new AbortController();
  form.addEventListener("submit", () => over.abort());
  try {
    const message = await navigator.credentials.get({ otp: { transport: ["sms"] }, signal: over.signal });
    field.value = message.code;
    form.requestSubmit();
  } catch {
    // refused, timed out, or the user was faster
  }
}

const form = document.getElementById("kc-reset-code-form");
const field = document.getElementById("code");
const wait = document.getElementById("kc-reset-code-wait");
const resend = document.getElementById("kc-resend");

if (wait && resend) {
  countDown(wait, resend);
}
if (field && form.dataset.medium === "SMS" && "OTPCredential" in window) {
  readTextMessage(form, field);
}
