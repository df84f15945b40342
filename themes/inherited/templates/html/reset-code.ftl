<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("resetCodeIntro", realmName)}</p>
<p dir="ltr" style="font-size: 24px; font-family: monospace; letter-spacing: 4px;">${code}</p>
<p>${msg("resetCodeLifetime", lifetimeMinutes)}</p>
<#if link?has_content>
<p><a href="${link}">${msg("resetCodeLink")}</a><br>${msg("resetCodeLinkHint")}</p>
</#if>
<p>${msg("resetCodeNotYou")}</p>
</@layout.emailLayout>
