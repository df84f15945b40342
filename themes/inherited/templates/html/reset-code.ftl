<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("resetCodeIntro", applicationName?has_content?then(applicationName, realmName))}</p>
<p dir="ltr" style="font-size: 24px; font-family: monospace; letter-spacing: 4px;">${code}</p>
<p>${msg("resetCodeLifetime", lifetimeMinutes)}</p>
<#if link?has_content>
<p><a href="${link}">${msg("resetCodeLink")}</a><#if linkIsOfBrowser><br>${msg("resetCodeLinkHint")}</#if></p>
</#if>
<p>${msg("resetCodeNotYou")}</p>
</@layout.emailLayout>
