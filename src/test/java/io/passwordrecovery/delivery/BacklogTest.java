// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.delivery.Backlog.Lost;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may have how much of the queue, and whose turn it is. */
class BacklogTest {
    private static final String ALICES = "alice's realm";
    private static final String BOBS = "bob's realm";

    private final Backlog<Word> backlog =
            new Backlog<>(new QueueLimits(8, 4, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO));

    @Test
    void realmAloneHasThreeQuarters() {
        assertThat(fill(ALICES)).isEqualTo(6);
        assertThat(fill(BOBS)).isEqualTo(2);
    }

    @Test
    void noRealmFindsTheQueueFullOfTwoOthers() {
        Backlog<Word> large =
                new Backlog<>(new QueueLimits(1_000, 4, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO));
        while (large.reserve(ALICES)) {
            large.reserve(BOBS);
        }

        assertThat(large.reserve("carol's realm")).isTrue();
    }

    @Test
    void realmsTakeTurns() {
        put(ALICES, "alice 1", "alice 2");
        put(BOBS, "bob 1");

        assertThat(startNext(3)).containsExactly("alice 1", "bob 1", "alice 2");
    }

    @Test
    void noRealmGetsTheLastThread() {
        put(ALICES, "alice 1", "alice 2", "alice 3", "alice 4");
        start();
        start();
        start();

        assertThat(backlog.start()).isEmpty();
        put(BOBS, "bob 1");
        assertThat(startNext(1)).containsExactly("bob 1");
        assertThat(backlog.start()).isEmpty();
    }

    @Test
    void tryThatTakesLongLeavesItsThread() {
        put(ALICES, "alice 1", "alice 2", "alice 3", "alice 4");
        List<Job<Word>> hanging = List.of(start(), start(), start());

        hanging.forEach(backlog::runsSlowly);

        assertThat(startNext(1)).containsExactly("alice 4");
        assertThat(backlog.depth()).isEqualTo(4);
    }

    @Test
    void triesThatTakeLongAreBoundedAndSharedOutToo() {
        Backlog<Word> narrow =
                new Backlog<>(new QueueLimits(100, 1, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO));
        int hanging = 0;
        for (int i = 0; i < 20; i++) {
            narrow.reserve(ALICES);
            narrow.put(Word.of(ALICES, "word " + i));
        }
        for (Optional<Job<Word>> next = narrow.start(); next.isPresent(); next = narrow.start()) {
            narrow.runsSlowly(next.get());
            hanging++;
        }

        assertThat(hanging).isEqualTo(3);
        narrow.reserve(BOBS);
        narrow.put(Word.of(BOBS, "bob 1"));
        assertThat(narrow.start()).isPresent();
    }

    @Test
    void whatIsAwaitedGoesBeforeNotices() {
        backlog.offer(Word.notice(ALICES, "alice", "news"));
        put(ALICES, "code");

        assertThat(startNext(2)).containsExactly("code", "news");
    }

    @Test
    void whatHasFailedIsCountedApartUntilItEnds() {
        put(ALICES, "alice 1", "alice 2");
        Job<Word> failed = start();

        backlog.putOff(failed);
        assertThat(backlog.retries()).isEqualTo(1);
        assertThat(backlog.depth()).isEqualTo(2);

        backlog.bringForward(failed);
        assertThat(startNext(2)).containsExactly("alice 2", "alice 1");
        assertThat(backlog.retries()).as("under way again").isEqualTo(1);

        backlog.end(failed);
        assertThat(backlog.retries()).isZero();
        assertThat(backlog.depth()).isEqualTo(1);
    }

    @Test
    void accountHasOneNoticeInTheQueueTheNewest() {
        backlog.offer(Word.notice(ALICES, "alice", "news 0"));
        for (int i = 1; i < 1_000; i++) {
            assertThat(backlog.offer(Word.notice(ALICES, "alice", "news " + i)))
                    .hasValueSatisfying(lost -> assertThat(lost.why()).isEqualTo(GivenUp.REPLACED));
        }

        assertThat(backlog.depth()).isEqualTo(1);
        assertThat(startNext(1)).containsExactly("news 999");
    }

    @Test
    void newerNoticeReplacesOneThatWaitsForAnotherTryAndIsTriedAtOnce() {
        backlog.offer(Word.notice(ALICES, "alice", "old news"));
        backlog.putOff(start());

        Optional<Lost<Word>> lost = backlog.offer(Word.notice(ALICES, "alice", "news"));

        assertThat(lost)
                .hasValueSatisfying(one -> assertThat(one.delivery().text()).isEqualTo("old news"));
        assertThat(startNext(1)).containsExactly("news");
    }

    @Test
    void noticeOfOneRealmReplacesNoneOfAnother() {
        backlog.offer(Word.notice(ALICES, "alice", "news"));

        assertThat(backlog.offer(Word.notice(BOBS, "alice", "news"))).isEmpty();
        assertThat(backlog.depth()).isEqualTo(2);
    }

    @Test
    void noticesFindNoPlaceWhereCodesStillDo() {
        long refused = IntStream.range(0, 8)
                .filter(i -> backlog.offer(Word.notice(ALICES, "user " + i, "news"))
                        .filter(lost -> lost.why() == GivenUp.NO_PLACE)
                        .isPresent())
                .count();

        assertThat(refused).isEqualTo(4);
        assertThat(backlog.reserve(ALICES)).isTrue();
    }

    @Test
    void whatWaitsForAnotherTryGivesItsPlaceBack() {
        fillAndPutOff(6);

        assertThat(fill(ALICES)).isEqualTo(6);
        assertThat(backlog.depth()).isEqualTo(12);
    }

    @Test
    void whereTooMuchWaitsForAnotherTryTheOldestNoticeGoesFirst() {
        put(ALICES, "oldest code");
        backlog.putOff(start());
        backlog.offer(Word.notice(ALICES, "alice", "old news"));
        backlog.putOff(start());
        backlog.offer(Word.notice(ALICES, "bob", "news"));
        backlog.putOff(start());
        fillAndPutOff(3);

        assertThat(putOffOneMore("code 1")).containsExactly("old news");
        assertThat(putOffOneMore("code 2")).containsExactly("news");
        assertThat(putOffOneMore("code 3")).containsExactly("oldest code");
    }

    @Test
    void otherRealmsRetriesStay() {
        fillAndPutOff(6);
        put(BOBS, "bob 1");

        assertThat(backlog.putOff(start())).isEmpty();
        backlog.beginToClose();
        assertThat(backlog.depth()).isEqualTo(7);
    }

    private List<String> putOffOneMore(String code) {
        put(ALICES, code);
        return backlog.putOff(start()).map(job -> job.delivery().text()).stream()
                .toList();
    }

    private void fillAndPutOff(int times) {
        for (int i = 0; i < times; i++) {
            put(ALICES, "word " + i);
            backlog.putOff(start());
        }
    }

    private int fill(String owner) {
        int count = 0;
        while (backlog.reserve(owner)) {
            count++;
        }
        return count;
    }

    private void put(String owner, String... words) {
        for (String word : words) {
            assertThat(backlog.reserve(owner)).isTrue();
            backlog.put(Word.of(owner, word));
        }
    }

    private Job<Word> start() {
        return backlog.start().orElseThrow();
    }

    private List<String> startNext(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> start().delivery().text())
                .toList();
    }
}
