/**
 * Norms: the rules that schools, kindergartens and child protection must keep, and who keeps them.
 *
 * <p>Start with {@link no.maaltall.core.norm.Laerernorm}: {@code
 * Laerernorm.standard().assess(stages)} gives a {@link no.maaltall.core.norm.NormReport}. {@link
 * no.maaltall.core.norm.Bemanningsnorm}, {@link no.maaltall.core.norm.Pedagognorm}, {@link
 * no.maaltall.core.norm.SchoolNurseNorm}, {@link no.maaltall.core.norm.LeaderNorm}, {@link
 * no.maaltall.core.norm.DeadlineNorm}, {@link no.maaltall.core.norm.VisitNorm}, {@link
 * no.maaltall.core.norm.PlanEvaluationNorm} and {@link no.maaltall.core.norm.RatioNorm} are used
 * alike. {@link no.maaltall.core.norm.NormFiles} reads subjects from tables, {@link
 * no.maaltall.core.norm.NormAssertions} is for test suites, and {@link
 * no.maaltall.core.norm.WhatIf} says what it takes to comply.
 *
 * <p>Every number of a norm is dated data ({@link no.maaltall.core.norm.NormTable}) with its legal
 * basis, source and how sure it is.
 */
@NullMarked
package no.maaltall.core.norm;

import org.jspecify.annotations.NullMarked;
