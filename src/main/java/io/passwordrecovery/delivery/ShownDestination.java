// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.Optional;
import java.util.function.Function;

/** What a caller is told of where a code goes, whoever the typed name stands for. */
public interface ShownDestination {
    /**
     * Says it.
     *
     * @param name as typed, normalised
     * @param wish the medium that the caller would like
     * @param real where a code would go with a wish, empty for nobody; finding out costs a look-up, so it is asked only by
     *     whom the answer depends on
     */
    CodeDelivery of(
            String name, Optional<DeliveryMedium> wish, Function<Optional<DeliveryMedium>, Optional<Destination>> real);
}
