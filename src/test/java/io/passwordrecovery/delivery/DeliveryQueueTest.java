// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class DeliveryQueueTest {
    private static final QueueLimits LIMITS = new QueueLimits(3, 2, Duration.ofSeconds(10));

    private final MovableClock clock = new MovableClock();
    private final TestDeliverer deliverer = new TestDeliverer();
    private final DeliveryQueue<String> queue = new DeliveryQueue<>(deliverer, LIMITS, clock);

    @AfterEach
    void close() {
        deliverer.goOn();
        queue.close();
    }

    @Test
    void whatIsPutInIsDelivered() {
        put("hello");

        until(() -> queue.depth() == 0);
        assertThat(deliverer.delivered()).containsExactly("hello");
    }

    @Test
    void deliveriesLeaveOnThreadsOfTheirOwnThatDoNotKeepTheServerAlive() {
        Thread[] thread = new Thread[1];
        deliverer.haveABug(word -> thread[0] = Thread.currentThread());

        put("hello");

        until(() -> queue.depth() == 0);
        assertThat(thread[0].getName()).startsWith("password-recovery-delivery-");
        assertThat(thread[0].isDaemon()).isTrue();
    }

    @Nested
    class Places {
        @Test
        void fullQueueRefuses() {
            deliverer.hold();
            put("one");
            put("two");
            put("three");

            Optional<DeliveryQueue<String>.Reservation> refused = queue.reserve();

            assertThat(refused).isEmpty();
            assertThat(queue.depth()).isEqualTo(3);
        }

        @Test
        void heldPlaceCountsUntilItIsGivenBackOnce() {
            DeliveryQueue<String>.Reservation place = queue.reserve().orElseThrow();
            assertThat(queue.depth()).isEqualTo(1);

            place.release();
            place.release();

            assertThat(queue.depth()).isZero();
        }

        @Test
        void releaseAfterPutDoesNotGiveThePlaceBack() {
            deliverer.hold();
            DeliveryQueue<String>.Reservation place = queue.reserve().orElseThrow();
            place.put("hello");

            place.release();

            assertThat(queue.depth()).isEqualTo(1);
        }

        @Test
        void placeTakesOneDelivery() {
            DeliveryQueue<String>.Reservation place = queue.reserve().orElseThrow();
            place.put("hello");

            assertThatIllegalStateException().isThrownBy(() -> place.put("again"));
            until(() -> queue.depth() == 0);
            assertThat(deliverer.delivered()).containsExactly("hello");
        }

        @Test
        void noPlaceIsLostWhenManyComeAndGo() {
            Crowd.of(
                    20,
                    number -> IntStream.range(0, 200)
                            .filter(turn -> comeAndGo(number + turn))
                            .count());

            until(() -> queue.depth() == 0);
            assertThat(freePlaces()).isEqualTo(LIMITS.capacity());
        }

        private boolean comeAndGo(int turn) {
            Optional<DeliveryQueue<String>.Reservation> place = queue.reserve();
            place.ifPresent(held -> {
                if (turn % 3 == 0) {
                    held.release();
                } else {
                    held.put("word " + turn);
                }
            });
            return place.isPresent();
        }
    }

    @Nested
    class Failures {
        @Test
        void failedDeliveryIsTriedAgain() {
            deliverer.failTimes(1);

            put("hello");

            until(() -> !deliverer.delivered().isEmpty());
            assertThat(deliverer.tried()).containsExactly("hello", "hello");
            assertThat(deliverer.givenUp()).isEmpty();
        }

        @Test
        void pausesGrowToAMinute() {
            assertThat(IntStream.range(0, 8).mapToObj(DeliveryQueue::pause).map(Duration::toSeconds))
                    .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
            assertThat(DeliveryQueue.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
        }

        @Test
        void deliveryThatWouldBeTooLateNextTimeIsGivenUp() {
            deliverer.failTimes(1);
            deliverer.expireAt(clock.instant().plusSeconds(1));

            put("hello");

            until(() -> queue.depth() == 0);
            assertThat(deliverer.tried()).hasSize(1);
            until(() -> deliverer.givenUp().equals(List.of("hello: not now")));
        }

        @Test
        void bugIsNotTriedAgainAndDoesNotEatThePlace() {
            deliverer.haveABug(word -> {
                throw new IllegalStateException("a bug");
            });

            put("hello");

            until(() -> deliverer.givenUp().equals(List.of("hello: a bug")));
            assertThat(deliverer.tried()).hasSize(1);
            assertThat(freePlaces()).isEqualTo(LIMITS.capacity());
        }

        @Test
        void bugOfTheVirtualMachineDoesNotEndTheThreads() {
            deliverer.haveABug(word -> {
                throw new StackOverflowError("too deep");
            });
            for (int i = 0; i < 5; i++) {
                put("bad");
                until(() -> queue.depth() == 0);
            }
            deliverer.haveABug(word -> {});

            put("good");

            until(() -> deliverer.delivered().equals(List.of("good")));
        }
    }

    @Nested
    class Closing {
        @Test
        void closedQueueAcceptsNothing() {
            queue.close();

            assertThat(queue.reserve()).isEmpty();
        }

        @Test
        void whatIsThereIsDeliveredFirst() {
            put("one");
            put("two");
            put("three");

            int lost = queue.close();

            assertThat(lost).isZero();
            assertThat(deliverer.delivered()).containsExactlyInAnyOrder("one", "two", "three");
        }

        @Test
        void whatWaitsForAnotherTryIsBroughtForward() {
            deliverer.failTimes(2);
            put("hello");
            until(() -> deliverer.tried().size() == 1);

            int lost = queue.close();

            assertThat(lost).isZero();
            assertThat(deliverer.delivered()).containsExactly("hello");
        }

        @Test
        void whatIsUnderWayIsAwaitedAndNotDeliveredTwice() throws Exception {
            deliverer.hold();
            put("hello");
            deliverer.awaitStart();

            CompletableFuture<Integer> closing = CompletableFuture.supplyAsync(queue::close);
            until(DeliveryQueueTest.this::refuses);
            deliverer.goOn();

            assertThat(closing.get(10, TimeUnit.SECONDS)).isZero();
            assertThat(deliverer.delivered()).containsExactly("hello");
            assertThat(deliverer.tried()).hasSize(1);
        }

        @Test
        void reservedPlaceIsAwaited() throws Exception {
            DeliveryQueue<String>.Reservation place = queue.reserve().orElseThrow();
            CompletableFuture<Integer> closing = CompletableFuture.supplyAsync(queue::close);
            until(DeliveryQueueTest.this::refuses);

            place.put("hello");

            assertThat(closing.get(10, TimeUnit.SECONDS)).isZero();
            assertThat(deliverer.delivered()).containsExactly("hello");
        }

        @Test
        void whatCannotBeDeliveredInTimeIsCountedAsLost() {
            TestDeliverer stuck = new TestDeliverer();
            DeliveryQueue<String> hasty =
                    new DeliveryQueue<>(stuck, new QueueLimits(3, 1, Duration.ofMillis(50)), clock);
            stuck.hold();
            hasty.reserve().orElseThrow().put("one");
            hasty.reserve().orElseThrow().put("two");
            stuck.awaitStart();
            DeliveryQueue<String>.Reservation late = hasty.reserve().orElseThrow();

            int lost = hasty.close();

            assertThat(lost).isEqualTo(3);
            late.put("three");
            stuck.goOn();
            until(() -> stuck.delivered().contains("one"));
            assertThat(stuck.delivered()).doesNotContain("two", "three");
        }
    }

    private boolean refuses() {
        Optional<DeliveryQueue<String>.Reservation> place = queue.reserve();
        place.ifPresent(DeliveryQueue.Reservation::release);
        return place.isEmpty();
    }

    private void put(String word) {
        queue.reserve().orElseThrow().put(word);
    }

    private int freePlaces() {
        List<DeliveryQueue<String>.Reservation> all = Stream.generate(queue::reserve)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        all.forEach(DeliveryQueue.Reservation::release);
        return all.size();
    }

    private static void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(1)).until(condition);
    }
}
