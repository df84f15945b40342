// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** A stored value that is not of its setting's form; the message is meant for the admin. */
public final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    InvalidSettingException(String key, String message, Throwable cause) {
        super(message, cause);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
