// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A public method that Keycloak's versions declare in several forms: the first that this server has. */
final class VersionedMethod {
    /**
     * One declaration.
     *
     * @param last arguments that only this form has, after all the others
     */
    record Form(String name, MethodType type, List<Object> last) {
        Form(String name, MethodType type) {
            this(name, type, List.of());
        }
    }

    private final String description;
    private final @Nullable MethodHandle handle;

    private VersionedMethod(String description, @Nullable MethodHandle handle) {
        this.description = description;
        this.handle = handle;
    }

    /** Looks for the forms, newest first. That none is there is no failure yet: {@link ServerApi#missing()} tells. */
    static VersionedMethod of(Class<?> owner, Form... newestFirst) {
        String description = owner.getName() + "." + newestFirst[0].name();
        for (Form form : newestFirst) {
            try {
                MethodHandle found = MethodHandles.publicLookup().findVirtual(owner, form.name(), form.type());
                int position = found.type().parameterCount() - form.last().size();
                return new VersionedMethod(
                        description,
                        MethodHandles.insertArguments(
                                found, position, form.last().toArray()));
            } catch (NoSuchMethodException | IllegalAccessException e) {
                // Another version's.
            }
        }
        return new VersionedMethod(description, null);
    }

    /** What this server lacks, or empty. */
    Optional<String> missing() {
        return handle == null ? Optional.of(description) : Optional.empty();
    }

    /** @throws IllegalStateException where no form of it is there */
    @Nullable
    Object call(Object... targetAndArguments) {
        if (handle == null) {
            throw new IllegalStateException("This Keycloak has no " + description + " that this plugin knows");
        }
        try {
            return handle.invokeWithArguments(targetAndArguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(description, e);
        }
    }
}
