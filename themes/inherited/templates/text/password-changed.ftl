<#ftl output_format="plainText">
${msg("passwordChangedBody", realmName, changedAt?datetime?string.long)}

${msg("passwordChangedNotYou")}
