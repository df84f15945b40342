<#ftl output_format="plainText">
${msg("passwordChangedBody", realmName, changedAtText)}

${msg("passwordChangedNotYou")}
