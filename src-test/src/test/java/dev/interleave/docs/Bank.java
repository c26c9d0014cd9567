package dev.interleave.docs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A program that knows nothing of us. Two tellers each add 10 to one account, and an hour later its
 * balance is told. The mistake: a teller reads the balance and then sets it.
 */
final class Bank {
  private Bank() {}

  sealed interface Account {}

  record Get(ActorRef<Integer> replyTo) implements Account {}

  record Set(int balance) implements Account {}

  static Behavior<Integer> guardian(CompletableFuture<Integer> balance) {
    return Behaviors.setup(
        context -> {
          ActorRef<Account> account = context.spawn(account(0), "account");
          ActorRef<ActorRef<Integer>> rates = context.spawn(rates(2), "rates");
          context.spawn(teller(account), "anna").tell(10);
          rates.tell(context.spawn(teller(account), "bert"));
          context.scheduleOnce(Duration.ofHours(1), account, new Get(context.getSelf()));
          return Behaviors.receiveMessage(
              total -> {
                balance.complete(total);
                return Behaviors.stopped();
              });
        });
  }

  private static Behavior<Account> account(int balance) {
    return Behaviors.receive(Account.class)
        .onMessage(
            Get.class,
            get -> {
              get.replyTo().tell(balance);
              return Behaviors.same();
            })
        .onMessage(Set.class, set -> account(set.balance()))
        .build();
  }

  /** Leafs through some pages, and tells a teller how much to add. */
  private static Behavior<ActorRef<Integer>> rates(int pages) {
    return Behaviors.receive(
        (context, teller) -> {
          if (pages == 0) {
            teller.tell(10);
            return Behaviors.stopped();
          }
          context.getSelf().tell(teller);
          return rates(pages - 1);
        });
  }

  private static Behavior<Integer> teller(ActorRef<Account> account) {
    return Behaviors.receive(
        (context, amount) -> {
          account.tell(new Get(context.getSelf()));
          return Behaviors.receiveMessage(
              balance -> {
                account.tell(new Set(balance + amount));
                return Behaviors.stopped();
              });
        });
  }
}
