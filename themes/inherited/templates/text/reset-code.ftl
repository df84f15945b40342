<#ftl output_format="plainText">
${msg("resetCodeIntro", realmName)}

${code}

${msg("resetCodeLifetime", lifetimeMinutes)}
<#if link?has_content>

${msg("resetCodeLink")}: ${link}
${msg("resetCodeLinkHint")}
</#if>

${msg("resetCodeNotYou")}
