package no.maaltall.kostra.http;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Answers kept on disk: one file per request, with the version of what was asked for.
 *
 * <p>An entry is written beside its place, forced to the disk and moved there in one step, so that
 * neither a reader nor another writer ever meets half of one. Should a half be there nevertheless,
 * its length and its checksum give it away, and it counts as absent. A newer version takes the
 * place of the older.
 */
public final class DiskCache {
  private static final long MAGIC = 0x4d61616c74616c31L;
  private static final int CHECKSUM_BYTES = 32;

  private final Path directory;
  private final int maxBytes;

  private DiskCache(Path directory, int maxBytes) {
    this.directory = directory;
    this.maxBytes = maxBytes;
  }

  /**
   * A cache in a directory, which is made when it is not there.
   *
   * @param directory the directory
   * @param maxBytes the longest entry
   * @return the cache
   * @throws UncheckedIOException when the directory cannot be made
   */
  public static DiskCache in(Path directory, int maxBytes) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the directory of the cache " + directory, e);
    }
    return new DiskCache(directory, maxBytes);
  }

  /**
   * The answer that was kept.
   *
   * @param key tells the request from others
   * @param version the version that is wanted
   * @return the answer; empty when there is none, when it is of another version, and when the file
   *     is damaged or cannot be read
   */
  public Optional<byte[]> read(String key, String version) {
    try (InputStream file = Files.newInputStream(place(key));
        DataInputStream in = new DataInputStream(file)) {
      byte[] head = head(key, version);
      if (in.readLong() != MAGIC || !Arrays.equals(in.readNBytes(head.length), head)) {
        return Optional.empty();
      }
      int length = in.readInt();
      if (length < 0 || length > maxBytes) {
        return Optional.empty();
      }
      byte[] checksum = in.readNBytes(CHECKSUM_BYTES);
      byte[] body = in.readNBytes(length);
      boolean whole =
          body.length == length && in.read() < 0 && Arrays.equals(checksum, checksum(body));
      return whole ? Optional.of(body) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps an answer. When it cannot be written it is not kept, and nothing else happens: whoever
   * has fetched it still has it.
   *
   * @param key tells the request from others
   * @param version the version of what was asked for
   * @param body the answer
   */
  public void write(String key, String version, byte[] body) {
    Optional<Path> unfinished = Optional.empty();
    try {
      Path beside = Files.createTempFile(directory, "entry", ".part");
      unfinished = Optional.of(beside);
      try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        write(out, beginning(key, version, body));
        write(out, ByteBuffer.wrap(body));
        out.force(true);
      }
      move(beside, place(key));
    } catch (IOException e) {
      unfinished.ifPresent(DiskCache::delete);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Nothing more can be done about a file that cannot be deleted, and it does no harm.
      return;
    }
  }

  private Path place(String key) {
    HashCode hash = Hashing.sha256().hashString(key, StandardCharsets.UTF_8);
    return directory.resolve(hash + ".answer");
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static ByteBuffer beginning(String key, String version, byte[] body) {
    byte[] head = head(key, version);
    return ByteBuffer.allocate(Long.BYTES + head.length + Integer.BYTES + CHECKSUM_BYTES)
        .putLong(MAGIC)
        .put(head)
        .putInt(body.length)
        .put(checksum(body))
        .flip();
  }

  private static byte[] head(String key, String version) {
    byte[] text = (key + '\0' + version).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + text.length).putInt(text.length).put(text).array();
  }

  private static byte[] checksum(byte[] body) {
    return Hashing.sha256().hashBytes(body).asBytes();
  }
}
