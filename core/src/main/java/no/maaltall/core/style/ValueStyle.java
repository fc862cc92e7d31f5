package no.maaltall.core.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one style of our Immutables types: the generated class is package-private and hidden behind
 * the abstract one, and carries no annotation that would need another module.
 *
 * <p>Kept in the source only. Were the style in the class file, everyone who compiles against it
 * without Immutables would be warned of annotation members that cannot be found. For the same
 * reason the generated classes are not marked as generated: the list of annotations allowed there
 * holds one that they never have, since an empty list would allow all.
 */
@SuppressWarnings("exports") // Immutables' annotations are needed only when this is compiled.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    allowedClasspathAnnotations = {Override.class})
public @interface ValueStyle {}
