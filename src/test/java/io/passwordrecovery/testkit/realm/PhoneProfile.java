// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.Set;

import org.keycloak.admin.client.resource.UserProfileResource;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;

/** A realm's user profile as the manual describes it: users see their phone number, and do not edit it. */
record PhoneProfile(UserProfileResource profile) {
    void install() {
        UPConfig config = profile.getConfiguration();
        config.addOrReplaceAttribute(attribute("phoneNumber", Set.of("admin")));
        config.addOrReplaceAttribute(attribute("phoneNumberVerified", Set.of("admin")));
        config.addOrReplaceAttribute(attribute("preferredRecoveryMedium", Set.of("admin", "user")));
        profile.update(config);
    }

    private static UPAttribute attribute(String name, Set<String> editors) {
        UPAttribute attribute = new UPAttribute(name);
        attribute.setPermissions(new UPAttributePermissions(Set.of("admin", "user"), editors));
        return attribute;
    }
}
