<#-- In the place of the plugin's page: the same fields and buttons, with one big field and few words. -->
<#import "template.ftl" as layout>
<#import "password-recovery-form.ftl" as parts>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
    <#if section = "header">
        ${msg(resetCode.asked?then("resetCodeTitle", "changePasswordNewTitle"))}
    <#elseif section = "form">
        <@parts.style/>
        <form id="kc-reset-code-form" action="${url.loginAction}" method="post" novalidate data-medium="${resetCode.medium}">
            <#if resetCode.asked>
                <p id="kc-reset-code-intro"><#if resetCode.destination?has_content>${msg("resetCodeSentTo", "\x2066" + resetCode.destination + "\x2069")}<#else>${msg("resetCodeSentBefore")}</#if></p>
                <div class="code"><@parts.text name="code" label=msg("resetCodeLabel") autocomplete="one-time-code" error=messagesPerField.get('code')/></div>
                <@parts.button id="kc-submit" name="submit-code" value="true" label="doSubmit"/>
                <p id="kc-reset-code-hint">${msg("resetCodeLifetime", resetCode.lifetimeMinutes)}</p>
                <#if resetCode.wait != "0">
                    <p id="kc-reset-code-wait" role="timer" data-seconds="${resetCode.wait}" data-text="${msg("resetCodeResendIn", "#")}">${msg("resetCodeResendIn", resetCode.wait)}</p>
                </#if>
                <@parts.button id="kc-resend" name="recovery" value="send" label="resetCodeResend" type="secondary"/>
                <#if resetCode.otherMedium?has_content>
                    <@parts.button id="kc-send-by-other" name="recovery" value="send-by-other" label=(resetCode.otherMedium == "SMS")?then("resetCodeBySms", "resetCodeByEmail") type="secondary"/>
                </#if>
            <#elseif !unreachable??>
                <p id="kc-reset-code-intro">${msg(noPassword???then("changePasswordNone", "resetCodeNotSentYet"))}</p>
                <@parts.button id="kc-send" name="recovery" value="send" label="resetCodeSend"/>
            </#if>
            <#if !noPassword??>
                <@parts.button id="kc-start-again" name="recovery" value="start-again" label="resetCodeStartAgain" type="secondary"/>
            </#if>
            <@parts.cancel/>
        </form>
        <script type="module" src="${url.resourcesPath}/js/password-recovery.js"></script>
    </#if>
</@layout.registrationLayout>
