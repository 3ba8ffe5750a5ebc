/** How payments of Acme's customers are allocated: as their contracts say, and no built-in strategy does. */
@NullMarked
package acme.receivables;

import org.jspecify.annotations.NullMarked;
