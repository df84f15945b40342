// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.directory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;

import io.passwordrecovery.testkit.server.KeycloakServer;

/** A directory that takes and refuses passwords in the words of Active Directory: {@code unicodePwd}, 0000052D. */
public final class ActiveDirectory implements Directory {
    private static final String SUFFIX = "dc=corp,dc=example,dc=test";
    private static final String KEYCLOAK = "cn=keycloak," + SUFFIX;

    private final InMemoryDirectoryServer server;
    private final String url;

    private ActiveDirectory(InMemoryDirectoryServer server, String url) {
        this.server = server;
        this.url = url;
    }

    public static ActiveDirectory start(KeycloakServer keycloak, String... people) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(SUFFIX);
            config.setSchema(null);
            config.addAdditionalBindCredentials(KEYCLOAK, "keycloak");
            config.addInMemoryOperationInterceptor(new PasswordRules());
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig(
                    "ldap", InetAddress.getByName(keycloak.inboxAddress()), 0, null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + SUFFIX, "objectClass: domain", "dc: corp");
            for (String person : people) {
                server.add(
                        "dn: cn=" + person + "," + SUFFIX,
                        "objectClass: person",
                        "objectClass: organizationalPerson",
                        "objectClass: user",
                        "cn: " + person,
                        "sAMAccountName: " + person,
                        "sn: Test",
                        "mail: " + person + "@example.test",
                        "userAccountControl: 512",
                        "pwdLastSet: 133000000000000000",
                        "userPassword: " + PASSWORD);
            }
            server.startListening();
            return new ActiveDirectory(server, "ldap://" + keycloak.smtpHost() + ":" + server.getListenPort());
        } catch (LDAPException | LDIFException | UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "vendor", "ad",
                "connectionUrl", url,
                "bindDn", KEYCLOAK,
                "bindCredential", "keycloak",
                "usersDn", SUFFIX,
                "usernameLDAPAttribute", "sAMAccountName",
                "rdnLDAPAttribute", "cn",
                "uuidLDAPAttribute", "sAMAccountName",
                "userObjectClasses", "person, organizationalPerson, user");
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private static final class PasswordRules extends InMemoryOperationInterceptor {
        @Override
        public void processModifyRequest(InMemoryInterceptedModifyRequest intercepted) throws LDAPException {
            for (Modification change : intercepted.getRequest().getModifications()) {
                if (change.getAttributeName().equalsIgnoreCase("unicodePwd")) {
                    String quoted = new String(change.getValueByteArrays()[0], StandardCharsets.UTF_16LE);
                    String password = quoted.substring(1, quoted.length() - 1);
                    if (password.length() < MIN_LENGTH) {
                        throw new LDAPException(
                                ResultCode.UNWILLING_TO_PERFORM,
                                "0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0");
                    }
                    intercepted.setRequest(new ModifyRequest(
                            intercepted.getRequest().getDN(),
                            new Modification(ModificationType.REPLACE, "userPassword", password)));
                }
            }
        }
    }
}
