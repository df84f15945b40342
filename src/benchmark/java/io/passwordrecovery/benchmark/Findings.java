// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.List;

/** Who is told what was found. */
interface Findings {
    void add(Finding finding);

    /** Where a call's time goes, in Markdown. */
    void addProfile(String call, List<String> lines);

    /** Whether the server is to be recorded, which costs it something: figures are not taken in the same round. */
    default boolean wantsProfiles() {
        return false;
    }

    /** Whoever wants profiles alone. */
    static Findings profilesOf(Findings all) {
        return new Findings() {
            @Override
            public void add(Finding finding) {}

            @Override
            public void addProfile(String call, List<String> lines) {
                all.addProfile(call, lines);
            }

            @Override
            public boolean wantsProfiles() {
                return true;
            }
        };
    }
}
