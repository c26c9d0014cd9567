package dev.interleave.drivers.vector;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.config.Range;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A vector unit: it splits a job over long vectors in as many parts as it has lanes. Each lane is a
 * task of its own ({@code vector.0}, {@code vector.1}, ...), so parts run at once where there are
 * cores. Results are exact 64-bit integers, equal on every dispatcher; one that does not fit is an
 * answer in words.
 *
 * @param lanes in how many parts a job is split
 * @param chunk how many elements a lane works on before it looks up
 * @param yield whether a lane gives up its core between chunks; without it a part is one turn
 * @param yieldCost CPU time that a lane loses by giving up its core and coming back, whoever had it
 *     meanwhile
 * @param costPerElement CPU time that an element costs, its computing included; at most 1 s
 * @param setupCost CPU time that the driver needs to start a job
 * @param queue how many jobs may wait; one more is refused
 */
public record VectorDriver(
    @Range(min = 1, max = 1024) int lanes,
    @Range(min = 1, max = 1e9) long chunk,
    boolean yield,
    Duration yieldCost,
    Duration costPerElement,
    Duration setupCost,
    @Range(min = 0, max = 1_000_000) int queue)
    implements Driver<VectorDriver.Message> {

  /** What the driver understands; the public records are its requests. */
  public sealed interface Message {}

  /** A job for the lanes. */
  sealed interface Job extends Message {

    /** What is done with each element. */
    Work work();

    /** How many elements. */
    long size();

    /** How errors name it. */
    String words();

    ActorRef<Reply> replyTo();
  }

  /** {@code 1 + 2 + ... + n}, added one by one; n is at most 4294967295. */
  public record Sum(@Range(min = 0) long n, ActorRef<Reply> replyTo) implements Job {
    @Override
    public Work work() {
      return Work.SUM;
    }

    @Override
    public long size() {
      return n;
    }

    @Override
    public String words() {
      return "1 + ... + " + n;
    }
  }

  /**
   * The dot product of the vectors {@code a[i] = i} and {@code b[i] = 1 + i mod 2}, where i counts
   * from 1 to {@code elements}.
   */
  public record DotProduct(@Range(min = 0) long elements, ActorRef<Reply> replyTo) implements Job {
    @Override
    public Work work() {
      return Work.DOT_PRODUCT;
    }

    @Override
    public long size() {
      return elements;
    }

    @Override
    public String words() {
      return "the dot product of " + elements + " elements";
    }
  }

  /** Applies {@code operation} to each of {@code 1 ... elements}; the answer is their sum. */
  public record Map(Operation operation, @Range(min = 0) long elements, ActorRef<Reply> replyTo)
      implements Job {
    @Override
    public Work work() {
      return operation.work;
    }

    @Override
    public long size() {
      return elements;
    }

    @Override
    public String words() {
      return "the checksum of " + elements + " elements";
    }
  }

  /** A lane has done its part of the present job. */
  record PartDone(long value) implements Message {}

  /** What can be mapped over a vector. */
  public enum Operation {
    /** {@code x + 1}. */
    INCREMENT(Work.INCREMENT),
    /** {@code -x}. */
    NEGATE(Work.NEGATE),
    /** {@code x * x}. */
    SQUARE(Work.SQUARE);

    private final Work work;

    Operation(Work work) {
      this.work = work;
    }
  }

  /** What a job is answered with. */
  public sealed interface Reply {}

  /**
   * It is done.
   *
   * @param value exact; the sum of all elements where the result is a vector
   * @param parts in how many parts the job was split
   * @param elapsed from the start of the job, set-up included, to the end of the last part
   */
  public record Result(long value, int parts, Duration elapsed) implements Reply {}

  /** It cannot be done, and why. */
  public record Failed(String reason) implements Reply {}

  /**
   * @throws IllegalArgumentException when an element costs too much
   */
  public VectorDriver {
    if (costPerElement.compareTo(Duration.ofSeconds(1)) > 0) {
      throw new IllegalArgumentException("cost-per-element must be at most 1 s");
    }
  }

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return new VectorUnit(this, context).idle();
  }
}
