package io.quittance.core.bulk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs once for each row, or loops over rows: makes no object. {@code verification/architecture} looks after it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface PerRow {}
