<#import "template.ftl" as layout>
<#import "password-recovery-form.ftl" as parts>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('phone-number','code'); section>
    <#if section = "header">
        ${msg("verifyPhoneTitle")}
    <#elseif section = "form">
        <@parts.style/>
        <form id="kc-verify-phone-number-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#if verifyPhone.sentTo?has_content>
                <#-- The marks around a number keep it from left to right in every language. -->
                <p id="kc-verify-phone-intro">${msg("verifyPhoneSent", "\x2066" + verifyPhone.sentTo + "\x2069")}</p>
                <@parts.text name="code" label=msg("resetCodeLabel") autocomplete="one-time-code" error=messagesPerField.get('code')/>
            <#else>
                <@parts.text name="phone-number" label=msg("verifyPhoneNumber") autocomplete="tel" error=messagesPerField.get('phone-number')/>
                <p id="kc-verify-phone-hint">${msg("verifyPhoneNumberHint")}</p>
            </#if>
            <@parts.actions>
                <@parts.button id="kc-submit" name="submit-phone" value="true" label="doSubmit"/>
                <#if verifyPhone.sentTo?has_content>
                    <@parts.button id="kc-resend" name="verify-phone" value="resend" label="resetCodeResend" type="secondary"/>
                    <@parts.button id="kc-other" name="verify-phone" value="other" label="verifyPhoneOther" type="secondary"/>
                </#if>
                <@parts.cancel/>
            </@parts.actions>
        </form>
    </#if>
</@layout.registrationLayout>
