package no.maaltall.core.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

/** Days and months as ISO 8601 texts; Jackson alone has no form for them. */
final class IsoDates {
  private IsoDates() {}

  static void setUp(Module.SetupContext context) {
    SimpleSerializers serializers = new SimpleSerializers();
    serializers.addSerializer(LocalDate.class, ToStringSerializer.instance);
    serializers.addSerializer(YearMonth.class, ToStringSerializer.instance);
    context.addSerializers(serializers);
    SimpleDeserializers deserializers = new SimpleDeserializers();
    deserializers.addDeserializer(
        LocalDate.class, new Parser<>(LocalDate.class, LocalDate::parse, "a day, as 2019-08-01"));
    deserializers.addDeserializer(
        YearMonth.class, new Parser<>(YearMonth.class, YearMonth::parse, "a month, as 2019-08"));
    context.addDeserializers(deserializers);
  }

  @SuppressWarnings("serial") // Never sent; Jackson's base class is serializable.
  private static final class Parser<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final Function<String, T> parse;
    private final String allowed;

    Parser(Class<T> type, Function<String, T> parse, String allowed) {
      super(type);
      this.parse = parse;
      this.allowed = allowed;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected T _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return parse.apply(text);
      } catch (DateTimeException e) {
        return (T) context.handleWeirdStringValue(handledType(), text, "allowed: " + allowed);
      }
    }
  }
}
