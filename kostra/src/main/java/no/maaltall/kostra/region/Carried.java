package no.maaltall.kostra.region;

/**
 * Figures on the municipalities of another day, and what was done to get there.
 *
 * @param <T> what carries the figures
 * @param data the figures
 * @param report what was added up, renamed and refused
 */
public record Carried<T>(T data, CarryReport report) {}
