// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.List;

/** Who is told what was found. */
interface Findings {
    void add(Finding finding);

    /** Where a call's time goes, in Markdown. */
    void addProfile(String call, List<String> lines);

    /** Nobody: a round that only warms the server up. */
    static Findings nobody() {
        return new Findings() {
            @Override
            public void add(Finding finding) {}

            @Override
            public void addProfile(String call, List<String> lines) {}
        };
    }
}
