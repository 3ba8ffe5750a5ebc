package io.quittance.core.pricing;

/** What happens to a package of which a part is used. */
public enum PackageRounding {
    /** It counts as a whole one: with packages of 100, 250 units are three. The default. */
    UP,
    /** It does not count: with packages of 100, 250 units are two. */
    DOWN
}
