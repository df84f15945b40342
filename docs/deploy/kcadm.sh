#!/bin/sh
# Run where kcadm.sh is, after: kcadm.sh config credentials --server … --realm master --user …
set -eu
realm=demo

# The switch.
kcadm.sh create authentication/register-required-action -r "$realm" \
  -s providerId=CHANGE_PASSWORD -s 'name=Change password'
kcadm.sh update authentication/required-actions/CHANGE_PASSWORD -r "$realm" \
  -b '{"alias":"CHANGE_PASSWORD","providerId":"CHANGE_PASSWORD","name":"Change password","enabled":true}'

# The settings, by the call that checks them; values are text.
kcadm.sh update authentication/required-actions/CHANGE_PASSWORD/config -r "$realm" -f - <<'SETTINGS'
{
  "config": {
    "code-length": "8",
    "code-lifetime": "900",
    "delivery-order": "EMAIL,SMS",
    "sign-out-after-reset": "all-but-offline",
    "recover-linked-users": "with-password",
    "allowed-clients": "web,mobile",
    "max_auth_age": "300"
  }
}
SETTINGS

# The flow for forgotten passwords: Reset code, which asks for the name.
kcadm.sh create authentication/flows -r "$realm" \
  -b '{"alias":"reset by code","providerId":"basic-flow","topLevel":true,"builtIn":false}'
kcadm.sh create 'authentication/flows/reset%20by%20code/executions/execution' -r "$realm" -s provider=reset-credential-code
kcadm.sh get 'authentication/flows/reset%20by%20code/executions' -r "$realm" --fields id --format csv --noquotes |
  while read -r id; do
    kcadm.sh update 'authentication/flows/reset%20by%20code/executions' -r "$realm" \
      -b "{\"id\":\"$id\",\"requirement\":\"REQUIRED\"}"
  done
kcadm.sh update "realms/$realm" -s resetPasswordAllowed=true -s 'resetCredentialsFlow=reset by code'
