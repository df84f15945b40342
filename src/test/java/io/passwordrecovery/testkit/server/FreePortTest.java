// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortTest {
    // Linux gives connections 32768 to 60999, others higher ones: a server that was to have one has found it taken.
    @Test
    void portIsNotOneThatAConnectionMayBeGiven() {
        List<Integer> ports =
                IntStream.range(0, 50).mapToObj(i -> FreePort.next()).toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
    }
}
