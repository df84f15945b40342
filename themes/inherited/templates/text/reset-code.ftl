<#ftl output_format="plainText">
${msg("resetCodeIntro", applicationName?has_content?then(applicationName, realmName))}

${code}

${msg("resetCodeLifetime", lifetimeMinutes)}
<#if link?has_content>

${msg("resetCodeLink")}: ${link}
<#if linkIsOfBrowser>
${msg("resetCodeLinkHint")}
</#if>
</#if>

${msg("resetCodeNotYou")}
