/** How credit is granted and reviewed, and how well its risk was assessed. */
@NullMarked
package io.quittance.kpi.credit;

import org.jspecify.annotations.NullMarked;
