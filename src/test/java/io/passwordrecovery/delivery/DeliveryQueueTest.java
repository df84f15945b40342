// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class DeliveryQueueTest {
    private static final String ALICES = "alice's realm";
    private static final String BOBS = "bob's realm";
    private static final QueueLimits LIMITS =
            new QueueLimits(8, 2, Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ZERO);

    private final MovableClock clock = new MovableClock();
    private final TestDeliverer deliverer = new TestDeliverer();
    private final DeliveryQueue<Word> queue = new DeliveryQueue<>(deliverer, LIMITS, clock);

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

    @Test
    void whatHasAHeadStartIsNotBegunBeforeAndKeepsItsPlace() {
        long start = System.nanoTime();
        put(ALICES, Word.of(ALICES, "request").after(Duration.ofMillis(300)));
        assertThat(queue.depth()).isEqualTo(1);
        put("message");

        until(() -> queue.depth() == 0);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
        assertThat(deliverer.delivered()).containsExactly("message", "request");
    }

    @Test
    void whatFollowsADeliveryIsDeliveredInItsPlace() {
        deliverer.follow("request", "message");
        deliverer.follow("message", "");

        put("request");

        until(() -> queue.depth() == 0);
        assertThat(deliverer.delivered()).containsExactly("request", "message", "");
    }

    // Else whoever makes other calls just then would feel in them that there is an account.
    @Test
    void whatFollowsComesAtAMomentThatNobodyKnows() {
        Duration spread = Duration.ofMillis(400);
        DeliveryQueue<Word> spreading = new DeliveryQueue<>(
                deliverer, new QueueLimits(16, 4, Duration.ofSeconds(5), Duration.ofSeconds(10), spread), clock);
        Map<String, Long> times = new ConcurrentHashMap<>();
        deliverer.haveABug(word -> times.put(word.text(), System.nanoTime()));
        for (int i = 0; i < 10; i++) {
            deliverer.follow("request" + i, "message" + i);
            spreading.reserve(ALICES).orElseThrow().put(Word.of(ALICES, "request" + i));
        }
        until(() -> spreading.depth() == 0);

        List<Long> waits = IntStream.range(0, 10)
                .mapToObj(i ->
                        (times.getOrDefault("message" + i, 0L) - times.getOrDefault("request" + i, 0L)) / 1_000_000)
                .sorted()
                .toList();
        assertThat(waits.get(9) - waits.get(0))
                .as("of ten at random, all in the same quarter: one in 2,000")
                .isGreaterThan(spread.toMillis() / 4);
        spreading.close();
    }

    @Test
    void whatHasAHeadStartIsBegunAtAMomentThatNobodyKnows() {
        Duration spread = Duration.ofMillis(400);
        DeliveryQueue<Word> spreading = new DeliveryQueue<>(
                deliverer, new QueueLimits(16, 4, Duration.ofSeconds(5), Duration.ofSeconds(10), spread), clock);
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        deliverer.haveABug(word -> times.add(System.nanoTime()));
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            Word request = Word.of(ALICES, "request" + i).after(Duration.ofMillis(100));
            spreading.reserve(ALICES).orElseThrow().put(request);
        }
        until(() -> spreading.depth() == 0);

        List<Long> waits =
                times.stream().map(time -> (time - start) / 1_000_000).sorted().toList();
        assertThat(waits.get(0)).isGreaterThanOrEqualTo(100);
        assertThat(waits.get(9) - waits.get(0)).isGreaterThan(spread.toMillis() / 4);
        spreading.close();
    }

    @Test
    void closingWaitsForNoMoment() {
        DeliveryQueue<Word> spreading = new DeliveryQueue<>(
                deliverer,
                new QueueLimits(16, 4, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofHours(1)),
                clock);
        deliverer.follow("request", "message");
        spreading.reserve(ALICES).orElseThrow().put(Word.of(ALICES, "request"));
        until(() -> deliverer.delivered().contains("request"));

        assertThat(spreading.depth()).isEqualTo(1);
        assertThat(spreading.close()).isZero();
        assertThat(deliverer.delivered()).containsExactly("request", "message");
    }

    @Test
    void whatFollowsHasTriesOfItsOwnAndTheOtherIsNotDoneAgain() {
        deliverer.follow("request", "message");
        deliverer.haveABug(word -> {
            if (word.text().equals("message")) {
                deliverer.haveABug(none -> {});
                deliverer.failTimes(1);
            }
        });

        put("request");

        until(() -> queue.depth() == 0);
        assertThat(deliverer.tried()).containsExactly("request", "message", "message");
        assertThat(deliverer.delivered()).containsExactly("request", "message");
    }

    @Nested
    class Places {
        @Test
        void realmWhoseMailServerHangsIsRefusedWhileOthersAreAccepted() {
            deliverer.hang(ALICES);
            fill(ALICES);

            put(BOBS, "hello");

            until(() -> deliverer.delivered().contains("hello"));
            assertThat(queue.reserve(ALICES)).isEmpty();
        }

        @Test
        void placesOfWhatWasAcceptedComeBack() {
            deliverer.hang(ALICES);
            int most = fill(ALICES);
            deliverer.goOn(ALICES);
            until(() -> queue.depth() == 0);

            deliverer.hang(ALICES);
            assertThat(most).isEqualTo(6);
            assertThat(fill(ALICES)).isEqualTo(most);
        }

        @Test
        void heldPlaceCountsUntilItIsGivenBackOnce() {
            DeliveryQueue<Word>.Reservation place = queue.reserve(ALICES).orElseThrow();
            assertThat(queue.depth()).isEqualTo(1);

            place.release();
            place.release();

            assertThat(queue.depth()).isZero();
        }

        @Test
        void placeTakesOneDelivery() {
            DeliveryQueue<Word>.Reservation place = queue.reserve(ALICES).orElseThrow();
            place.put(Word.of(ALICES, "hello"));

            assertThatIllegalStateException().isThrownBy(() -> place.put(Word.of(ALICES, "again")));
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
            deliverer.hang(ALICES);
            assertThat(fill(ALICES)).isEqualTo(6);
        }

        private boolean comeAndGo(int turn) {
            Optional<DeliveryQueue<Word>.Reservation> place = queue.reserve(ALICES);
            place.ifPresent(held -> {
                if (turn % 3 == 0) {
                    held.release();
                } else {
                    held.put(Word.of(ALICES, "word " + turn));
                }
            });
            return place.isPresent();
        }
    }

    /** What one realm's mail server does to the others. */
    @Nested
    class Turns {
        @Test
        void anyNumberOfHangingRealmsLeavesAThreadForOneWhoseMailServerAnswers() {
            for (int i = 0; i < 5; i++) {
                deliverer.hang("hanging realm " + i);
                put("hanging realm " + i, "stuck");
            }

            put(BOBS, "hello");

            until(() -> deliverer.delivered().contains("hello"));
            assertThat(deliverer.tried()).contains("stuck");
        }

        @Test
        void whatWaitsBehindAHangingTryIsGivenUpOnceItIsTooLate() {
            QueueLimits narrow = new QueueLimits(16, 1, Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ZERO);
            DeliveryQueue<Word> own = new DeliveryQueue<>(deliverer, narrow, clock);
            deliverer.hang(ALICES);
            int most = fill(own, ALICES);
            clock.advance(Duration.ofDays(1));

            until(() -> deliverer.givenUp().contains("word " + (most - 1) + ": EXPIRED"));

            assertThat(own.depth()).isLessThan(most);
            deliverer.goOn();
            own.close();
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
        void refusedDeliveryIsNotTriedAgain() {
            deliverer.fail(ALICES, TestDeliverer.permanent());

            put("hello");

            until(() -> queue.depth() == 0);
            assertThat(deliverer.tried()).containsExactly("hello");
            assertThat(deliverer.givenUp()).containsExactly("hello: REFUSED");
        }

        @Test
        void whatWaitsForAnotherTryKeepsNothingFromBeingAccepted() {
            deliverer.fail(ALICES, TestDeliverer.temporary());

            for (int i = 0; i < 30; i++) {
                String word = "word " + i;
                until(() -> offered(ALICES, word));
            }

            put(BOBS, "hello");
            until(() -> deliverer.delivered().contains("hello"));
            assertThat(queue.depth()).isLessThanOrEqualTo(2 * LIMITS.capacity());
            assertThat(deliverer.givenUp()).allSatisfy(word -> assertThat(word).endsWith("NO_PLACE"));
        }

        @Test
        void deliveryThatWouldBeTooLateNextTimeIsGivenUp() {
            deliverer.failTimes(1);
            put(ALICES, Word.of(ALICES, "hello").until(clock.instant().plusMillis(50)));

            until(() -> queue.depth() == 0);

            assertThat(deliverer.tried()).hasSize(1);
            assertThat(deliverer.givenUp()).containsExactly("hello: EXPIRED");
        }

        @Test
        void lateDeliveryIsNotTried() {
            put(ALICES, Word.of(ALICES, "hello").until(clock.instant()));

            until(() -> queue.depth() == 0);

            assertThat(deliverer.tried()).isEmpty();
            assertThat(deliverer.givenUp()).containsExactly("hello: EXPIRED");
        }

        @ParameterizedTest
        @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
        void bugIsNotTriedAgainAndEndsNoThread(Class<? extends Throwable> bug) {
            deliverer.haveABug(word -> sneak(bug));
            for (int i = 0; i < 5; i++) {
                put("bad");
                until(() -> queue.depth() == 0);
            }
            deliverer.haveABug(word -> {});

            put("good");

            until(() -> deliverer.delivered().contains("good"));
            assertThat(deliverer.givenUp()).hasSize(5).containsOnly("bad: REFUSED");
        }

        private void sneak(Class<? extends Throwable> type) {
            if (type == StackOverflowError.class) {
                throw new StackOverflowError("too deep");
            }
            throw new IllegalStateException("a bug");
        }
    }

    /** What nobody waits for. */
    @Nested
    class Notices {

        @Test
        void noticesLeavePlacesForWhatIsAwaited() {
            deliverer.hang(ALICES);
            for (int i = 0; i < LIMITS.capacity(); i++) {
                queue.offer(Word.notice(ALICES, "user " + i, "news " + i));
            }

            assertThat(deliverer.givenUp()).contains("news 7: NO_PLACE");
            assertThat(queue.reserve(ALICES)).isPresent();
        }

        @Test
        void closedQueueTakesNoNotice() {
            queue.close();

            queue.offer(Word.notice(ALICES, "alice", "news"));

            assertThat(deliverer.givenUp()).containsExactly("news: STOPPED");
        }
    }

    @Nested
    class Closing {
        @Test
        void closedQueueAcceptsNothing() {
            queue.close();

            assertThat(queue.reserve(ALICES)).isEmpty();
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
        void headStartsEnd() {
            DeliveryQueue<Word>.Reservation place = queue.reserve(ALICES).orElseThrow();
            put(ALICES, Word.of(ALICES, "one").after(Duration.ofHours(1)));

            CompletableFuture<Integer> closing = CompletableFuture.supplyAsync(queue::close);
            until(DeliveryQueueTest.this::refuses);
            place.put(Word.of(ALICES, "two").after(Duration.ofHours(1)));

            assertThat(closing.orTimeout(5, TimeUnit.SECONDS).join()).isZero();
            assertThat(deliverer.delivered()).containsExactlyInAnyOrder("one", "two");
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
            deliverer.hang(ALICES);
            put("hello");
            until(() -> deliverer.tried().size() == 1);

            CompletableFuture<Integer> closing = CompletableFuture.supplyAsync(queue::close);
            until(DeliveryQueueTest.this::refuses);
            deliverer.goOn();

            assertThat(closing.get(10, TimeUnit.SECONDS)).isZero();
            assertThat(deliverer.delivered()).containsExactly("hello");
            assertThat(deliverer.tried()).hasSize(1);
        }

        @Test
        void reservedPlaceIsAwaited() throws Exception {
            DeliveryQueue<Word>.Reservation place = queue.reserve(ALICES).orElseThrow();
            CompletableFuture<Integer> closing = CompletableFuture.supplyAsync(queue::close);
            until(DeliveryQueueTest.this::refuses);

            place.put(Word.of(ALICES, "hello"));

            assertThat(closing.get(10, TimeUnit.SECONDS)).isZero();
            assertThat(deliverer.delivered()).containsExactly("hello");
        }

        @Test
        void whatCannotBeDeliveredInTimeIsCountedAndNamed() {
            TestDeliverer stuck = new TestDeliverer();
            stuck.hang(ALICES);
            QueueLimits hurried = new QueueLimits(8, 1, Duration.ofMinutes(1), Duration.ofMillis(50), Duration.ZERO);
            DeliveryQueue<Word> hasty = new DeliveryQueue<>(stuck, hurried, clock);
            hasty.reserve(ALICES).orElseThrow().put(Word.of(ALICES, "one"));
            hasty.reserve(ALICES).orElseThrow().put(Word.of(ALICES, "two"));
            until(() -> stuck.tried().size() == 1);
            DeliveryQueue<Word>.Reservation late = hasty.reserve(ALICES).orElseThrow();

            int lost = hasty.close();

            assertThat(lost).isEqualTo(3);
            assertThat(stuck.givenUp()).containsExactlyInAnyOrder("one: STOPPED", "two: STOPPED");
            late.put(Word.of(ALICES, "three"));
            stuck.goOn();
            until(() -> stuck.delivered().contains("one"));
            assertThat(stuck.delivered()).doesNotContain("two", "three");
        }
    }

    private boolean refuses() {
        Optional<DeliveryQueue<Word>.Reservation> place = queue.reserve(BOBS);
        place.ifPresent(DeliveryQueue.Reservation::release);
        return place.isEmpty();
    }

    private void put(String word) {
        put(ALICES, word);
    }

    private void put(String owner, String word) {
        put(owner, Word.of(owner, word));
    }

    private void put(String owner, Word word) {
        queue.reserve(owner).orElseThrow().put(word);
    }

    private boolean offered(String owner, String word) {
        Optional<DeliveryQueue<Word>.Reservation> place = queue.reserve(owner);
        place.ifPresent(held -> held.put(Word.of(owner, word)));
        return place.isPresent();
    }

    /** Puts in what the owner may, good for an hour; returns how many. */
    private int fill(String owner) {
        return fill(queue, owner);
    }

    private int fill(DeliveryQueue<Word> in, String owner) {
        return (int) Stream.iterate(0, i -> i + 1)
                .map(i -> {
                    Optional<DeliveryQueue<Word>.Reservation> place = in.reserve(owner);
                    place.ifPresent(held -> held.put(
                            Word.of(owner, "word " + i).until(clock.instant().plus(Duration.ofHours(1)))));
                    return place.isPresent();
                })
                .takeWhile(accepted -> accepted)
                .count();
    }

    private static void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(1)).until(condition);
    }
}
