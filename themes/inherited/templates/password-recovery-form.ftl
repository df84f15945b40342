<#-- The parts of this plugin's pages: the theme's own macros where it has them (keycloak.v2), plain markup where not. -->
<#assign themeField = .get_optional_template("field.ftl")>
<#assign themeButtons = .get_optional_template("buttons.ftl")>
<#if themeField.exists><#assign field = themeField.import()></#if>
<#if themeButtons.exists><#assign buttons = themeButtons.import()></#if>

<#macro style>
    <link rel="stylesheet" href="${url.resourcesPath}/css/password-recovery.css">
</#macro>

<#macro text name label autocomplete error="">
    <#if (field.input)??>
        <@field.input name=name label=label autocomplete=autocomplete error=error autofocus=true/>
    <#else>
        <@group name=name label=label error=error>
            <input type="text" id="${name}" name="${name}" class="${properties.kcInputClass!}" autocomplete="${autocomplete}"
                   <#if autocomplete == "one-time-code">inputmode="numeric"</#if> dir="ltr" autofocus
                   <#if error?has_content>aria-invalid="true" aria-describedby="input-error-${name}"</#if>>
        </@group>
    </#if>
</#macro>

<#macro password name label autocomplete error="" autofocus=false>
    <#if (field.password)??>
        <@field.password name=name label=label autocomplete=autocomplete error=error autofocus=autofocus/>
    <#else>
        <@group name=name label=label error=error>
            <div class="${properties.kcInputGroup!}" dir="ltr">
                <input type="password" id="${name}" name="${name}" class="${properties.kcInputClass!}" autocomplete="${autocomplete}"
                       <#if autofocus>autofocus</#if>
                       <#if error?has_content>aria-invalid="true" aria-describedby="input-error-${name}"</#if>>
                <button class="${properties.kcFormPasswordVisibilityButtonClass!}" type="button" aria-label="${msg('showPassword')}"
                        aria-controls="${name}" data-password-toggle
                        data-icon-show="${properties.kcFormPasswordVisibilityIconShow!}" data-icon-hide="${properties.kcFormPasswordVisibilityIconHide!}"
                        data-label-show="${msg('showPassword')}" data-label-hide="${msg('hidePassword')}">
                    <i class="${properties.kcFormPasswordVisibilityIconShow!}" aria-hidden="true"></i>
                </button>
            </div>
        </@group>
    </#if>
</#macro>

<#macro group name label error>
    <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcLabelWrapperClass!}">
            <label for="${name}" class="${properties.kcLabelClass!}">${label}</label>
        </div>
        <div class="${properties.kcInputWrapperClass!}">
            <#nested>
            <div id="input-error-container-${name}">
                <#if error?has_content>
                    <span id="input-error-${name}" class="${properties.kcInputErrorMessageClass!}" aria-live="polite">${error}</span>
                </#if>
            </div>
        </div>
    </div>
</#macro>

<#macro checkbox name label>
    <div class="${properties.kcFormGroupClass!}">
        <#if (field.checkbox)??>
            <@field.checkbox name=name label=label value=true/>
        <#else>
            <div id="kc-form-options" class="${properties.kcFormOptionsClass!}">
                <label class="password-recovery-choice" for="${name}"><input type="checkbox" id="${name}" name="${name}" checked> ${label}</label>
            </div>
        </#if>
    </div>
</#macro>

<#macro actions>
    <#if (buttons.actionGroup)??>
        <@buttons.actionGroup><#nested></@buttons.actionGroup>
    <#else>
        <div class="${properties.kcFormGroupClass!}">
            <div class="${properties.kcFormButtonsClass!}"><div class="password-recovery-actions"><#nested></div></div>
        </div>
    </#if>
</#macro>

<#-- label is a message's key; type is "primary" or "secondary". Not the theme's own macro: its parameters are others from 26.7 on. -->
<#macro button id name value label type="primary">
    <button id="${id}" name="${name}" value="${value}" type="submit"
            class="${properties.kcButtonClass!} ${(type == "primary")?then(properties.kcButtonPrimaryClass!, properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!)} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg(label)}</button>
</#macro>

<#-- Only for what an application has started: Keycloak tells it that the user would rather not. -->
<#macro cancel>
    <#if isAppInitiatedAction??>
        <@button id="kc-cancel" name="cancel-aia" value="true" label="doCancel" type="secondary"/>
    </#if>
</#macro>
