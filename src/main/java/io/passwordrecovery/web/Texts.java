// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.util.List;

/** What to tell users, in the request's language. */
public interface Texts {
    /** Returns the message with its parameters filled in, or the key where there is none. */
    String text(String key, List<?> parameters);

    /** The language of the texts, as a BCP 47 tag. */
    String language();
}
