package dev.ocelot.packaging.process;

/** Takes the bytes of one pipe. Fed by one thread, ended by another. */
interface Sink {

  /** Takes bytes; after the end, does nothing. */
  void accept(byte[] bytes, int length) throws InterruptedException;

  /** There are no more. */
  void end();
}
