// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** The user profile's attributes for text messages, as docs/sms.md has them: users see their number, and edit none. */
record ProfilePhones(UserProfileProvider profile) {
    private static final String ADMIN = "admin";
    private static final String USER = "user";
    private static final Set<String> BOTH = Set.of(ADMIN, USER);

    static ProfilePhones of(KeycloakSession session) {
        return new ProfilePhones(session.getProvider(UserProfileProvider.class));
    }

    /** Whether a user's number can be stored at all: Keycloak drops what the profile does not know, unless it is told not to. */
    boolean canBeStored() {
        UPConfig config = profile.getConfiguration();
        return config.getUnmanagedAttributePolicy() != null || missing(config).isEmpty();
    }

    /**
     * Adds what is missing, and changes nothing that is there.
     *
     * @return the names of what was added
     */
    List<String> add() {
        UPConfig config = profile.getConfiguration();
        List<UPAttribute> missing = missing(config);
        if (!missing.isEmpty()) {
            missing.forEach(config::addOrReplaceAttribute);
            profile.setConfiguration(config);
        }
        return missing.stream().map(UPAttribute::getName).toList();
    }

    private static List<UPAttribute> missing(UPConfig config) {
        return wanted().stream()
                .filter(attribute -> config.getAttribute(attribute.getName()) == null)
                .toList();
    }

    private static List<UPAttribute> wanted() {
        UPAttribute medium = attribute("preferredRecoveryMedium", BOTH);
        medium.setValidations(Map.of("options", Map.of("options", List.of("EMAIL", "SMS"))));
        medium.setAnnotations(Map.of("inputType", "select"));
        return List.of(
                attribute("phoneNumber", Set.of(ADMIN)), attribute("phoneNumberVerified", Set.of(ADMIN)), medium);
    }

    private static UPAttribute attribute(String name, Set<String> editors) {
        UPAttribute attribute = new UPAttribute(name);
        attribute.setPermissions(new UPAttributePermissions(BOTH, editors));
        return attribute;
    }
}
