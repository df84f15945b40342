<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("passwordChangedBody", realmName, changedAtText)}</p>
<p>${msg("passwordChangedNotYou")}</p>
</@layout.emailLayout>
