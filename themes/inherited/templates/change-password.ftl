<#import "template.ftl" as layout>
<#import "password-recovery-form.ftl" as parts>
<#assign hints = .get_optional_template("password-validation.ftl")>
<#assign broken><#list brokenRules as rule>${msg(rule.message, (rule.parameters[0])!"", (rule.parameters[1])!"")}<#sep><br></#list></#assign>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password-current','password-new','password-confirm'); section>
    <#if section = "header">
        ${msg(changePassword.asksCurrent?then("changePasswordTitle", "changePasswordNewTitle"))}
    <#elseif section = "form">
        <@parts.style/>
        <form id="kc-change-password-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#-- for password managers: whose password it is -->
            <input type="text" name="username" value="${username}" autocomplete="username" readonly hidden>
            <#assign currentFirst = changePassword.asksCurrent && !messagesPerField.existsError('password-new','password-confirm')>
            <#if changePassword.asksCurrent>
                <@parts.password name="password-current" label=msg("changePasswordCurrent") autocomplete="current-password" error=messagesPerField.get('password-current') autofocus=currentFirst/>
            </#if>
            <@parts.password name="password-new" label=msg("passwordNew") autocomplete="new-password" error=brokenRules?has_content?then(broken, messagesPerField.get('password-new')) autofocus=!currentFirst/>
            <@parts.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" error=messagesPerField.get('password-confirm')/>
            <#if changePassword.asksSignOut>
                <@parts.checkbox name="logout-sessions" label=msg("logoutOtherSessions")/>
            </#if>
            <@parts.actions>
                <@parts.button id="kc-submit" name="submit-password" value="true" label="doSubmit"/>
                <#if changePassword.offersCode>
                    <@parts.button id="kc-forgotten" name="recovery" value="forgotten" label="changePasswordForgotten" type="secondary"/>
                </#if>
                <@parts.cancel/>
            </@parts.actions>
        </form>
        <#if hints.exists>
            <#assign validator = hints.import()>
            <@validator.templates/>
            <@validator.script field="password-new"/>
        <#else>
            <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
        </#if>
    </#if>
</@layout.registrationLayout>
