// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.reset;

import java.util.Optional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.utils.FormMessage;

import io.passwordrecovery.login.code.CodePage;
import io.passwordrecovery.login.code.PageMessage;
import io.passwordrecovery.login.code.RecoveryNotes;
import io.passwordrecovery.login.code.ResetCodeForm;
import io.passwordrecovery.recovery.ProofOutcome;

/** The first half: the code. It works with the typed name alone. */
final class CodeStep {
    private final AuthenticationFlowContext context;
    private final CodePage page;

    private CodeStep(AuthenticationFlowContext context, String name) {
        this.context = context;
        this.page = new CodePage(context.getSession(), context.getAuthenticationSession(), name);
    }

    /** Empty where no name was typed or taken from what the browser knows. */
    static Optional<CodeStep> of(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession()
                        .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME))
                .map(name -> new CodeStep(context, name));
    }

    // Opening or refreshing the page never sends; the user's own "submit" on the page before does.
    void open() {
        boolean submitted = HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod());
        show(submitted && !page.isAsked() ? page.send(Optional.empty()) : PageMessage.none());
    }

    void submit(MultivaluedMap<String, String> form) {
        Optional<PageMessage> sent = page.sendIfWanted(form);
        String code = form.getFirst(ResetCodeForm.CODE);
        if (sent.isPresent()) {
            show(sent.get());
        } else if (code == null || code.isBlank()) {
            show(PageMessage.bad(new FormMessage(ResetCodeForm.CODE, ResetCodeForm.MISSING)));
        } else {
            prove(code);
        }
    }

    private void prove(String code) {
        ProofOutcome outcome = page.prove(code);
        if (outcome instanceof ProofOutcome.Proven proven) {
            new RecoveryNotes(context.getAuthenticationSession()).proven(proven.proof());
            PasswordStep.of(context).ifPresent(PasswordStep::open);
        } else {
            show(CodePage.refused((ProofOutcome.Refused) outcome));
        }
    }

    // A challenge, not a failure: a wrong code is counted by the core, and must not lock the account's sign-in.
    void show(PageMessage message) {
        context.challenge(page.render(context.form(), message));
    }
}
