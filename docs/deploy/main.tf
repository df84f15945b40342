# The switch and the settings; values are text.
resource "keycloak_required_action" "change_password" {
  realm_id = keycloak_realm.demo.id
  alias    = "CHANGE_PASSWORD"
  name     = "Change password"
  enabled  = true
  config = {
    "code-length"          = "8"
    "code-lifetime"        = "900"
    "delivery-order"       = "EMAIL,SMS"
    "sign-out-after-reset" = "all-but-offline"
    "recover-linked-users" = "with-password"
    "allowed-clients"      = "web,mobile"
    "max_auth_age"         = "300"
  }
}

# The flow for forgotten passwords: Reset code, which asks for the name.
resource "keycloak_authentication_flow" "reset_by_code" {
  realm_id = keycloak_realm.demo.id
  alias    = "reset by code"
}

resource "keycloak_authentication_execution" "reset_code" {
  realm_id          = keycloak_realm.demo.id
  parent_flow_alias = keycloak_authentication_flow.reset_by_code.alias
  authenticator     = "reset-credential-code"
  requirement       = "REQUIRED"
  priority          = 10
}

resource "keycloak_authentication_bindings" "demo" {
  realm_id               = keycloak_realm.demo.id
  reset_credentials_flow = keycloak_authentication_flow.reset_by_code.alias
}

resource "keycloak_realm" "demo" {
  realm                  = "demo"
  enabled                = true
  reset_password_allowed = true
}
