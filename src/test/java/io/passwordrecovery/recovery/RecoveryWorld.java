// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.account.InMemoryAccounts;
import io.passwordrecovery.account.LimitKeys;
import io.passwordrecovery.account.Person;
import io.passwordrecovery.code.CodeDigest;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.code.InMemoryCodeStore;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.code.SeededRandom;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.delivery.MaskedDestination;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.delivery.RecordingCourier;
import io.passwordrecovery.delivery.ShownDestination;
import io.passwordrecovery.delivery.TypedDestination;
import io.passwordrecovery.keys.InMemoryKeys;
import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.ConfirmationLimits;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.InMemoryCounters;
import io.passwordrecovery.limits.InMemoryPendingRequests;
import io.passwordrecovery.limits.InMemorySlots;
import io.passwordrecovery.limits.InMemoryTallies;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.password.AfterPasswordChange;
import io.passwordrecovery.password.AssignPassword;
import io.passwordrecovery.password.InMemoryLockout;
import io.passwordrecovery.password.InMemoryPasswordEpochs;
import io.passwordrecovery.password.InMemoryPasswords;
import io.passwordrecovery.password.Password;
import io.passwordrecovery.password.RecordingSessions;
import io.passwordrecovery.password.UpdateEvents;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.phone.PhoneNumbers;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.settings.ShowDestination;
import io.passwordrecovery.testkit.MovableClock;

/** A realm with its people, where recovery is all real but for the server around it. */
final class RecoveryWorld {
    static final Caller HOME = new Caller("app", "198.51.100.7");
    static final String OLD_PASSWORD = "the old password";

    final MovableClock clock = new MovableClock();
    final InMemoryKeys keys = new InMemoryKeys();
    final InMemoryPasswords passwords = new InMemoryPasswords();
    final InMemoryPasswordEpochs epochs = new InMemoryPasswordEpochs();
    final InMemoryLockout lockout = new InMemoryLockout(3);
    final InMemoryAccounts accounts;
    final InMemorySlots slots = new InMemorySlots(clock);
    final InMemoryTallies tallies = new InMemoryTallies(clock);
    final InMemoryCounters counters = new InMemoryCounters(clock);
    final InMemoryPendingRequests pendingRequests = new InMemoryPendingRequests(clock);
    final InMemoryCodeStore codes = new InMemoryCodeStore(clock);
    final RecordingCourier courier = new RecordingCourier();
    final WaitingRequests requests = new WaitingRequests(courier);
    final RecordingSessions sessions = new RecordingSessions();
    final RecordingEvents events = new RecordingEvents();
    final RecoverySettings settings;

    private final AtomicInteger wishes = new AtomicInteger();
    private final CodeGenerator generator = new CodeGenerator(new SeededRandom(42));

    RecoveryWorld(Map<String, String> stored) {
        this(stored, Optional.empty());
    }

    private RecoveryWorld(Map<String, String> stored, Optional<String> unknownVersion) {
        this.accounts =
                new InMemoryAccounts(id -> unknownVersion.orElseGet(() -> passwords.versionOf(id)) + epochs.of(id));
        this.settings = RecoverySettings.of(stored);
    }

    static RecoveryWorld standard() {
        return new RecoveryWorld(Map.of());
    }

    /** Where a directory keeps the passwords, and tells nothing of their changes. */
    static RecoveryWorld withDirectory() {
        return new RecoveryWorld(Map.of(), Optional.of("none"));
    }

    static RecoveryWorld with(String key, String value) {
        return new RecoveryWorld(Map.of(key, value));
    }

    RecoveryWorld has(Person... people) {
        for (Person person : people) {
            accounts.put(person);
            passwords.give(person.accountId(), OLD_PASSWORD);
        }
        return this;
    }

    ResetRequestOutcome asks(String name) {
        return asks(name, HOME, Optional.empty());
    }

    ResetRequestOutcome asks(String name, Caller caller, Optional<DeliveryMedium> wish) {
        ResetRequestOutcome outcome = recovery().request(new ResetRequest(new Identifier(name), caller, wish));
        requests.workOff(issuing());
        return outcome;
    }

    /** Asks, and whoever works off requests has not come to it yet. */
    ResetRequestOutcome asksOnly(String name) {
        return recovery().request(new ResetRequest(new Identifier(name), HOME, Optional.empty()));
    }

    /** With a good password that nobody had before. */
    ConfirmOutcome confirms(String name, ResetCode code) {
        return confirms(name, code, "wish number " + wishes.incrementAndGet());
    }

    ConfirmOutcome confirms(String name, ResetCode code, String password) {
        return confirms(name, code, password, HOME);
    }

    ConfirmOutcome confirms(String name, ResetCode code, String password, Caller caller) {
        return recovery().confirm(new Confirmation(new Identifier(name), code, new Password(password), caller));
    }

    /** Guesses wrong that many times. */
    void guessesWrong(String name, int times) {
        for (int i = 0; i < times; i++) {
            confirms(name, wrongCode());
        }
    }

    List<ResetCode> codesFor(Person person) {
        return courier.sent(CodeMessage.class).stream()
                .filter(message -> message.accountId().equals(person.accountId()))
                .map(CodeMessage::code)
                .toList();
    }

    /** The last code that was sent to the person. */
    ResetCode codeFor(Person person) {
        List<ResetCode> all = codesFor(person);
        return all.get(all.size() - 1);
    }

    /** A code as an attacker would try it, which was never sent to anybody. */
    ResetCode wrongCode() {
        List<String> sent = courier.sent(CodeMessage.class).stream()
                .map(message -> message.code().digits())
                .toList();
        int guess = 0;
        while (sent.contains("%06d".formatted(guess))) {
            guess++;
        }
        return new ResetCode("%06d".formatted(guess));
    }

    void advance(Duration by) {
        clock.advance(by);
    }

    /** Until the cooldown is over. */
    void waitForNextCode() {
        advance(settings.get(RecoveryOptions.COOLDOWN));
    }

    boolean hasOldPassword(Person person) {
        return passwords.of(person.accountId()).filter(OLD_PASSWORD::equals).isPresent();
    }

    static RefusalReason reasonOf(ConfirmOutcome outcome) {
        if (outcome instanceof ConfirmOutcome.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError("not refused: " + outcome);
    }

    /** Enters a code on a page. */
    ProofOutcome proves(String name, ResetCode code, Caller caller) {
        return recovery().prove(new CodeEntry(new Identifier(name), code, caller));
    }

    /** Chooses a password after a code, on a page. */
    ProvenResetOutcome replaces(RecoveryProof proof, String password, Optional<ProvenReset.GoingOn> goingOn) {
        return provenReset().complete(new ProvenReset(proof, new Password(password), HOME, goingOn));
    }

    // Anew for each call, as for each request: keys may have been rotated meanwhile.
    PasswordRecovery recovery() {
        AccountResolver resolver = resolver();
        RequestLimits requestLimits = new RequestLimits(slots, counters, pendingRequests, settings, clock);
        ResetCodes resetCodes = resetCodes();
        CodeCheck.Limits guessing =
                new CodeCheck.Limits(new ConfirmationLimits(counters, settings, clock), guessLimits(), requestLimits);
        CodeCheck check = new CodeCheck(resolver, pendingRequests, guessing, resetCodes, settings, clock);
        return new PasswordRecovery(
                new RequestReset(resolver, requestLimits, requests, events),
                new ConfirmReset(check, resetCodes, passwords, after(), events),
                new ProveOwnership(check, resetCodes, events, settings, clock),
                resolver);
    }

    /** An administrator has a code sent. */
    SendOutcome sends(Person person) {
        Caller administrator = new Caller("admin-console", "198.51.100.99");
        return new SendResetCode(
                        resolver(),
                        new RequestLimits(slots, counters, pendingRequests, settings, clock),
                        new SmsLimits(counters, settings, keys.active(), clock),
                        resetCodes(),
                        courier,
                        events)
                .send(person.accountId(), administrator);
    }

    /** An administrator sets a password. */
    UpdateOutcome assigns(Person person, String password, UpdateEvents told) {
        return new AssignPassword(passwords, after(), told).assign(person.accountId(), new Password(password), HOME);
    }

    private IssueResetCode issuing() {
        return new IssueResetCode(
                resolver(),
                new RequestLimits(slots, counters, pendingRequests, settings, clock),
                new SmsLimits(counters, settings, keys.active(), clock),
                resetCodes(),
                events);
    }

    CompleteProvenReset provenReset() {
        return new CompleteProvenReset(accounts, passwords, after(), events, clock);
    }

    private AccountResolver resolver() {
        RecoveryKey key = keys.oldest();
        List<DeliveryMedium> media = settings.get(RecoveryOptions.DELIVERY_ORDER);
        IdentifierNormalizer normalizer = new IdentifierNormalizer(Optional.of(new PhoneNumbers(Optional.of("US")))
                .filter(numbers -> settings.get(PhoneOptions.PHONE_AS_USERNAME)));
        AllowedNumbers allowed = new AllowedNumbers(new PhoneNumbers(Optional.empty()), Set.of());
        Predicate<String> isAllowed = number -> allowed.read(number).isPresent();
        ShownDestination shown = settings.get(RecoveryOptions.SHOW_DESTINATION) == ShowDestination.MASKED
                ? new MaskedDestination(new DecoyDestination(key, media, isAllowed))
                : new TypedDestination(media, isAllowed);
        return new AccountResolver(
                accounts, normalizer, new LimitKeys(key, normalizer), new DestinationChooser(media), shown);
    }

    private ResetCodes resetCodes() {
        Codes realmCodes = new Codes(codes, new CodeDigest(keys), generator, clock);
        return new ResetCodes("realm-1", realmCodes, guessLimits(), settings, clock);
    }

    private GuessLimits guessLimits() {
        return new GuessLimits(tallies, new FailureCount(tallies, settings, clock), settings);
    }

    private AfterPasswordChange after() {
        return new AfterPasswordChange(accounts, sessions, lockout, epochs, this::notices, courier, settings);
    }

    private List<Message.ChangeNotice> notices(String accountId) {
        Destination mailbox = new Destination(DeliveryMedium.EMAIL, "notices@example.test");
        return List.of(new Message.ChangeNotice(
                accountId, mailbox, clock.instant(), clock.instant().plus(Duration.ofHours(1))));
    }
}
