// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.List;
import java.util.Map;

/**
 * What {@code GET status} answers: nothing of any user, and no secret.
 *
 * @param enabled the realm's switch
 * @param ready whether the server lets the plugin keep its rules; else every call is answered 503
 * @param forgotPassword Realm settings → Login
 * @param settings stored values of the accepted form; what is not here has its default
 * @param unknownSettings stored names that are no setting's
 */
record StatusJson(
        boolean enabled,
        boolean ready,
        boolean forgotPassword,
        Flow resetFlow,
        Map<String, String> settings,
        List<InvalidSetting> invalidSettings,
        List<String> unknownSettings,
        List<Lack> missing,
        Server server,
        Node node) {

    /** The bound reset credentials flow; the alias is empty where there is none. */
    record Flow(String alias, boolean asksForACode) {}

    /**
     * A stored value that is not of its setting's form, and is not quoted here.
     *
     * @param accepted the form
     * @param used the default, which is in force
     */
    record InvalidSetting(String setting, String accepted, String used) {}

    /** @param plugin its version, or {@code unknown} */
    record Server(String keycloak, String plugin, List<String> missingApi) {}

    /**
     * Of the node that answered, alone.
     *
     * @param queueDepth of all realms together
     * @param since when {@code lastDay} begins, as in ISO 8601
     */
    record Node(int queueDepth, int queueCapacity, String since, Map<String, Long> lastDay) {}
}
