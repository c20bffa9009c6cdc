package dev.ocelot.packaging.process;

import dev.ocelot.packaging.process.ProcessOutput.ByteReader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The three streams of a process and its end, each served by a thread of its own.
 *
 * <p>A thread that reads a pipe cannot be interrupted: it waits until the last process that holds
 * the other end has gone. So pumps are daemons, which are left alone when it takes too long, and
 * what they feed is closed behind them.
 */
final class ProcessStreams {
  private final Process process;
  private final Events events;
  private final OutputTail tail = new OutputTail();
  private final List<Thread> pumps = new ArrayList<>();
  private final List<Thread> users = new ArrayList<>();
  private final List<Sink> sinks = new ArrayList<>();
  private final Thread input;
  private volatile boolean inputIsOver;

  ProcessStreams(ProcessRequest request, Process process, Events events) {
    this.process = process;
    this.events = events;
    Object oneAtATime = new Object();
    this.input = user("stdin", () -> write(request.input()));
    if (request.output() instanceof ProcessOutput.Bytes bytes) {
      Handoff handoff = new Handoff();
      pump("stdout", new Pump(process.getInputStream(), handoff, events));
      user("stdout reader", () -> read(bytes.reader(), handoff));
    } else if (request.output() instanceof ProcessOutput.Lines lines) {
      LineSink sink = new LineSink(request.secrets(), tail, lines.consumer(), oneAtATime);
      pump("stdout", new Pump(process.getInputStream(), sink, events));
    }
    LineSink errors = new LineSink(request.secrets(), tail, request.errorLines(), oneAtATime);
    pump("stderr", new Pump(process.getErrorStream(), errors, events));
  }

  private void pump(String name, Pump pump) {
    sinks.add(pump.sink());
    pumps.add(thread(name, pump));
    events.pipeOpened();
  }

  private Thread user(String name, Runnable callback) {
    Thread user = thread(name, callback);
    users.add(user);
    events.userStarted();
    return user;
  }

  private Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name + " of " + process.pid());
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    thread("end", this::waitForEnd).start();
    users.forEach(Thread::start);
    pumps.forEach(Thread::start);
  }

  /** Not by the process's own future, which runs on a pool that others may keep busy. */
  private void waitForEnd() {
    try {
      process.waitFor();
      events.exited();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(ProcessInput source) {
    PipeOutput pipe = new PipeOutput(process.getOutputStream(), events);
    try (OutputStream out = pipe) {
      source.writeTo(out);
    } catch (IOException | RuntimeException | Error e) {
      // A process that does not read on, or has ended, makes the writer fail: that is no failure.
      if (!pipe.isBroken() && !inputIsOver) {
        events.failed(e, false);
      }
    } finally {
      events.userDone();
    }
  }

  private void read(ByteReader reader, Handoff handoff) {
    try {
      reader.read(handoff);
    } catch (IOException | RuntimeException | Error e) {
      events.failed(e, handoff.isAtEnd());
    } finally {
      handoff.close();
      events.userDone();
    }
  }

  /** Ends the wait of a writer that holds the input open for as long as the process lives. */
  void processHasEnded() {
    inputIsOver = true;
    input.interrupt();
  }

  /** Waits a little, then goes on without those who do not come back. */
  void abandon(Duration grace) {
    boolean interrupted = false;
    long limit = System.nanoTime() + grace.toNanos();
    interrupted |= waitUntil(events::arePipesClosed, limit);
    sinks.forEach(Sink::end);
    users.forEach(Thread::interrupt);
    interrupted |= waitUntil(events::areStreamsDone, limit);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean waitUntil(BooleanSupplier done, long limit) {
    boolean interrupted = false;
    while (!done.getAsBoolean() && System.nanoTime() < limit) {
      try {
        events.await(limit - System.nanoTime());
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  List<String> tail() {
    return tail.lines();
  }
}
