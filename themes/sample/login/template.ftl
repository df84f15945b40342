<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}" dir="${(realm.internationalizationEnabled && locale.rtl)?then('rtl', 'ltr')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow">
    <title>${msg("loginTitle", (realm.displayName!''))}</title>
    <link rel="icon" href="${url.resourcesPath}/img/favicon.svg">
    <#list properties.styles?split(" ") as style>
        <link rel="stylesheet" href="${url.resourcesPath}/${style}">
    </#list>
</head>
<body class="${bodyClass}">
    <main>
        <p class="brand"><img src="${url.resourcesPath}/img/favicon.svg" alt="" width="28" height="28"> ${realm.displayName!realm.name}</p>
        <h1 id="kc-page-title"><#nested "header"></h1>
        <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
            <#nested "show-username">
            <p>${auth.attemptedUsername} · <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
        </#if>
        <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
            <p class="alert alert-${message.type} kc-feedback-text" role="alert">${kcSanitize(message.summary)?no_esc}</p>
        </#if>
        <#nested "form">
        <#if displayInfo><div id="kc-info"><#nested "info"></div></#if>
        <#nested "socialProviders">
    </main>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
        <nav aria-label="${msg("languages")}">
            <#list locale.supported?sort_by("label") as l><a href="${l.url}" lang="${l.languageTag}" <#if l.languageTag == locale.currentLanguageTag>aria-current="true"</#if>>${l.label}</a> </#list>
        </nav>
    </#if>
</body>
</html>
</#macro>
