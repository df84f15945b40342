<#ftl output_format="plainText">
${msg("resetCodeIntro", realmName)}

${code}

${msg("resetCodeLifetime", lifetimeMinutes)}
${msg("resetCodeNotYou")}
