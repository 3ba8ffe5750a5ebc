/**
 * What paying late costs: interest by the day, charges by the period, fees and fixed compensation. All of it is arithmetic over the
 * amount that bears interest, which the host gives: less what is disputed, less what is paid. Example: 5000.00 for 101 days at 12.25 %
 * are 169.49.
 */
@NullMarked
package io.quittance.ar.interest;

import org.jspecify.annotations.NullMarked;
