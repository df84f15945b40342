<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password-current','password-new','password-confirm'); section>
    <#if section = "header">
        ${msg("changePasswordTitle")}
    <#elseif section = "form">
        <form id="kc-change-password-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <input type="text" name="username" value="${username}" autocomplete="username" readonly hidden>
            <@field name="password-current" label="changePasswordCurrent" autocomplete="current-password" autofocus=true/>
            <@field name="password-new" label="passwordNew" autocomplete="new-password"/>
            <@field name="password-confirm" label="passwordConfirm" autocomplete="new-password"/>
            <#if asksSignOut>
                <div class="${properties.kcFormGroupClass!}">
                    <label><input type="checkbox" name="logout-sessions" value="on" checked> ${msg("logoutOtherSessions")}</label>
                </div>
            </#if>
            <div class="${properties.kcFormGroupClass!}">
                <input class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" value="${msg("doSubmit")}">
                <#if isAppInitiatedAction??>
                    <button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!}" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
                </#if>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>

<#macro field name label autocomplete autofocus=false>
    <div class="${properties.kcFormGroupClass!}">
        <label for="${name}" class="${properties.kcLabelClass!}">${msg(label)}</label>
        <input type="password" id="${name}" name="${name}" class="${properties.kcInputClass!}" autocomplete="${autocomplete}" dir="ltr"
               <#if autofocus>autofocus</#if> aria-invalid="${messagesPerField.existsError(name)?c}"
               <#if messagesPerField.existsError(name)>aria-describedby="input-error-${name}"</#if>>
        <#if messagesPerField.existsError(name)>
            <span id="input-error-${name}" class="${properties.kcInputErrorMessageClass!}" aria-live="polite">${kcSanitize(messagesPerField.get(name))?no_esc}</span>
        </#if>
    </div>
</#macro>
