package no.maaltall.kostra.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server on this machine that may answer as badly as it likes: it writes bytes to a socket, and
 * no library corrects them.
 */
public final class LocalServer implements AutoCloseable {
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Function<Received, Reply> replies;

  /** A request as it came in; header names are in lower case. */
  public record Received(String method, String path, Map<String, String> headers, String body) {}

  /** What is written to the socket. */
  public interface Reply {
    void write(OutputStream out) throws IOException;
  }

  private LocalServer(Function<Received, Reply> replies) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.replies = replies;
    threads.execute(this::accept);
  }

  /** Answers each request by a function of it. */
  public static LocalServer answering(Function<Received, Reply> replies) {
    try {
      return new LocalServer(replies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers the first request with the first reply and so on, and the rest with the last. */
  public static LocalServer replying(Reply... replies) {
    int[] next = {0};
    return answering(
        request -> {
          synchronized (next) {
            return replies[Math.min(next[0]++, replies.length - 1)];
          }
        });
  }

  public static Reply json(String body) {
    return status("200 OK", "Content-Type: application/json; charset=utf-8", body);
  }

  /** An answer with a true length. */
  public static Reply status(String status, String headers, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return whole(status, headers + "\r\nContent-Length: " + bytes.length, bytes);
  }

  /** An answer whose head says what it likes. */
  public static Reply whole(String status, String headers, byte[] body) {
    return out -> {
      out.write(head(status, headers));
      out.write(body);
    };
  }

  /** An answer that never ends. */
  public static Reply endless(String status, String headers, String piece) {
    return out -> {
      out.write(head(status, headers));
      while (true) {
        out.write(piece.getBytes(UTF_8));
      }
    };
  }

  /** An answer that comes a byte at a time, and never ends. */
  public static Reply slow(String headers) {
    return out -> {
      out.write(head("200 OK", headers));
      while (true) {
        out.write(' ');
        out.flush();
        try {
          Thread.sleep(5);
        } catch (InterruptedException e) {
          return;
        }
      }
    };
  }

  private static byte[] head(String status, String headers) {
    String head = "HTTP/1.1 " + status + "\r\n" + headers + "\r\nConnection: close\r\n\r\n";
    return head.getBytes(ISO_8859_1);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Received request = read(new BufferedInputStream(socket.getInputStream()));
      received.add(request);
      OutputStream out = socket.getOutputStream();
      replies.apply(request).write(out);
      out.flush();
    } catch (IOException e) {
      // The client has hung up, which some tests are about.
      return;
    }
  }

  private static Received read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Received(first[0], first[1], headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the request ended early");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
