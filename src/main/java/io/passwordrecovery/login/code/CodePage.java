// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.observation.CallOutcome;
import io.passwordrecovery.recovery.CodeEntry;
import io.passwordrecovery.recovery.ProofOutcome;
import io.passwordrecovery.recovery.ResetRequest;
import io.passwordrecovery.recovery.ResetRequestOutcome;
import io.passwordrecovery.settings.RecoveryOptions;

/** The page on which a code is asked for and entered, in whichever step of a login it is shown. */
public final class CodePage {
    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final PasswordRecoveryProvider provider;
    private final RecoveryNotes notes;
    private final Identifier name;

    public CodePage(KeycloakSession session, AuthenticationSessionModel login, String name) {
        this.session = session;
        this.login = login;
        this.provider = session.getProvider(PasswordRecoveryProvider.class);
        this.notes = new RecoveryNotes(login);
        this.name = EnteredIdentifier.of(name);
    }

    /** Whether a code was asked for under this name, so that nothing is sent for showing the page again. */
    public boolean isAsked() {
        return notes.askedFor().filter(name.value()::equals).isPresent();
    }

    /** Asks for a code. */
    public PageMessage send(Optional<DeliveryMedium> wish) {
        boolean again = isAsked();
        ResetRequest request = new ResetRequest(name, BrowserCaller.of(session, login), wish);
        ResetRequestOutcome outcome = provider.calls()
                .observe(Call.page(Operation.RESET), () -> provider.recovery().request(request), CallOutcome::of);
        if (outcome instanceof ResetRequestOutcome.Accepted accepted) {
            notes.askFor(name.value());
            notes.delivered(accepted.delivery(), accepted.others());
            notes.nextCodeAt(now().plus(provider.settings().get(RecoveryOptions.COOLDOWN)));
            return again ? PageMessage.good(ResetCodeForm.NEW_SENT) : PageMessage.none();
        }
        if (outcome instanceof ResetRequestOutcome.Throttled throttled) {
            notes.askFor(name.value());
            notes.nextCodeAt(now().plus(throttled.retryAfter()));
            return PageMessage.bad(WaitMessage.of(throttled.retryAfter()));
        }
        return PageMessage.bad(ResetCodeForm.BUSY);
    }

    /** Answers one of the page's buttons that send a code; empty where another one was pressed. */
    public Optional<PageMessage> sendIfWanted(MultivaluedMap<String, String> form) {
        String button = form.getFirst(ResetCodeForm.BUTTON);
        if (ResetCodeForm.SEND.equals(button)) {
            return Optional.of(send(notes.delivery().map(CodeDelivery::medium)));
        }
        return ResetCodeForm.SEND_BY_OTHER.equals(button) ? Optional.of(send(notes.otherMedium())) : Optional.empty();
    }

    /** Tries the code that was entered. */
    public ProofOutcome prove(String code) {
        CodeEntry entry = new CodeEntry(name, ResetCode.typed(code), BrowserCaller.of(session, login));
        return provider.calls()
                .observe(Call.page(Operation.PROVE), () -> provider.recovery().prove(entry), CallOutcome::of);
    }

    public Response render(LoginFormsProvider form, PageMessage message) {
        OpenPage.until(now().plus(provider.settings().get(RecoveryOptions.CODE_LIFETIME)), login);
        message.addTo(form);
        return form.setAttribute(ResetCodeForm.VIEW, view()).createForm(ResetCodeForm.TEMPLATE);
    }

    /** What to say of a code that was not accepted. */
    public static PageMessage refused(ProofOutcome.Refused refused) {
        return switch (refused.reason()) {
            case CODE_EXPIRED -> PageMessage.bad(new FormMessage(ResetCodeForm.CODE, ResetCodeForm.EXPIRED));
            case TOO_MANY_ATTEMPTS -> PageMessage.bad(new FormMessage(ResetCodeForm.CODE, ResetCodeForm.USED_UP));
            case CODE_MISMATCH ->
                PageMessage.bad(
                        refused.attemptsLeft() > 0
                                ? new FormMessage(
                                        ResetCodeForm.CODE,
                                        ResetCodeForm.WRONG,
                                        Integer.toString(refused.attemptsLeft()))
                                : new FormMessage(ResetCodeForm.CODE, ResetCodeForm.USED_UP));
            case THROTTLED -> PageMessage.bad(WaitMessage.of(refused.retryAfter()));
            case PASSWORD_REJECTED -> PageMessage.bad(ResetCodeForm.BUSY);
        };
    }

    // Nothing in it depends on whether there is such an account.
    private Map<String, Object> view() {
        Optional<CodeDelivery> delivery = isAsked() ? notes.delivery() : Optional.empty();
        Duration wait = Duration.between(now(), notes.nextCodeAt());
        boolean isCounting = isAsked() && !wait.isNegative() && wait.compareTo(WaitMessage.SHORT) <= 0;
        long lifetime = provider.settings().get(RecoveryOptions.CODE_LIFETIME).toMinutes();
        return Map.of(
                "asked", isAsked(),
                "destination", delivery.map(CodeDelivery::destination).orElse(""),
                "medium", delivery.map(shown -> shown.medium().name()).orElse(""),
                "otherMedium",
                        delivery.flatMap(shown -> notes.otherMedium())
                                .map(Enum::name)
                                .orElse(""),
                "lifetimeMinutes", Long.toString(lifetime),
                "wait", isCounting ? Long.toString(wait.toSeconds() + 1) : "0");
    }

    private Instant now() {
        return provider.clock().instant();
    }
}
