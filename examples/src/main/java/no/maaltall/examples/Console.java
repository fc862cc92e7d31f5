package no.maaltall.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import no.maaltall.core.io.TidyTableException;
import no.maaltall.kostra.client.CallException;
import picocli.CommandLine;

/**
 * How the programs meet their user: output in UTF-8, whatever the platform's own encoding, for
 * names have æ, ø and å; and one way to run a command line.
 */
final class Console {
  private Console() {}

  static PrintStream out() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  static PrintStream err() {
    return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }

  /**
   * Runs a program with its command line. What the user can mend is said in one line, with code 2:
   * a table that cannot be read, an unknown code, a file that cannot be written, a service that
   * does not answer. What is left is our own fault, and ends with a stack trace.
   *
   * @return 0 when all went well
   */
  static int run(Callable<Integer> program, PrintStream out, PrintStream err, String... args) {
    return new CommandLine(program)
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof IOException || e instanceof UncheckedIOException) {
                command.getErr().println("cannot read or write a file: " + e);
              } else if (e instanceof TidyTableException
                  || e instanceof CallException
                  || e instanceof IllegalArgumentException
                  || e instanceof ArithmeticException) {
                command.getErr().println(e.getMessage());
              } else {
                throw e;
              }
              return CommandLine.ExitCode.USAGE;
            })
        .execute(args);
  }

  /** Ends the process with a code, when it is not 0. */
  static void exitUnlessZero(int code) {
    if (code != 0) {
      System.exit(code);
    }
  }
}
