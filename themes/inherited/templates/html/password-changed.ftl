<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("passwordChangedBody", realmName, changedAt?datetime?string.long)}</p>
<p>${msg("passwordChangedNotYou")}</p>
</@layout.emailLayout>
