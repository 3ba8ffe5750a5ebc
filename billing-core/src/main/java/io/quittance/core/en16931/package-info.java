/**
 * The semantic model of EN 16931 and its rules: a document as business terms (BT) in business groups (BG), whoever made it, and which
 * rules it breaks. Nothing here knows how documents of this library are made.
 */
@NullMarked
package io.quittance.core.en16931;

import org.jspecify.annotations.NullMarked;
