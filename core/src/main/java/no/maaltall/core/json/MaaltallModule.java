package no.maaltall.core.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.IndexNumber;
import no.maaltall.core.measure.Level;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.measure.TargetDistance;

/**
 * What Jackson needs to read and write Måltall's types: register it, or take {@link #mapper}.
 *
 * <pre>{@code
 * ObjectMapper json = MaaltallModule.mapper();
 * String text = json.writeValueAsString(figure);
 * Figure same = json.readValue(text, Figure.class);
 * }</pre>
 *
 * <p>Every public type is equal to itself after a round trip. Periods, dates, units and statuses
 * are texts ({@code "2018/2019"}, {@code "2019-08-01"}, {@code "NOK/child"}, {@code "P"}), a
 * direction is 1, 0 or −1, a measure its id. A missing value is {@code null}, never NaN, with its
 * status beside it. The forms of {@link no.maaltall.core.indicator.DataSet} and {@link
 * no.maaltall.core.indicator.Figure} are documented there.
 */
public final class MaaltallModule extends Module {
  /** For {@code registerModule}. */
  public MaaltallModule() {}

  /** {@return a mapper with this module and Jackson's defaults} */
  public static ObjectMapper mapper() {
    return JsonMapper.builder().addModule(new MaaltallModule()).build();
  }

  @Override
  public String getModuleName() {
    return "maaltall";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    // Collections of Guava and optional values occur in the types; both modules may be registered
    // by the application as well, which does no harm.
    new GuavaModule().setupModule(context);
    new Jdk8Module().setupModule(context);
    IsoDates.setUp(context);
    SimpleDeserializers deserializers = new SimpleDeserializers();
    addMeasure(deserializers, Level.class);
    addMeasure(deserializers, Change.class);
    addMeasure(deserializers, RelativeChange.class);
    addMeasure(deserializers, IndexNumber.class);
    addMeasure(deserializers, TargetDistance.class);
    context.addDeserializers(deserializers);
  }

  /** A measure that is asked for by its own type is read as any measure, from its id. */
  private static <M extends Measure> void addMeasure(
      SimpleDeserializers deserializers, Class<M> type) {
    deserializers.addDeserializer(type, new MeasureDeserializer<>(type));
  }
}
