<#-- In the place of the plugin's mail; the text part stays the plugin's. -->
<!doctype html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<body style="margin: 0; padding: 24px; background: #fbf7f0; color: #22302a; font: 16px/1.5 sans-serif;">
    <div style="max-width: 30em; margin: auto; padding: 24px; border-radius: 12px; background: #ffffff;">
        <p style="font-weight: bold; color: #1f6f4a;"><img src="${url.resourcesUrl}/img/logo.svg" alt="" width="24" height="24"> ${realmName}</p>
        <p>${msg("resetCodeIntro", applicationName?has_content?then(applicationName, realmName))}</p>
        <p dir="ltr" style="font: bold 28px monospace; letter-spacing: 6px; text-align: center;">${code}</p>
        <p>${msg("resetCodeLifetime", lifetimeMinutes)}</p>
        <#if link?has_content><p><a href="${link}" style="color: #1f6f4a;">${msg("resetCodeLink")}</a><#if linkIsOfBrowser><br>${msg("resetCodeLinkHint")}</#if></p></#if>
        <p style="color: #55635c;">${msg("resetCodeNotYou")}</p>
    </div>
</body>
</html>
