package io.quittance.core.en16931;

import io.quittance.core.error.InvalidArgumentException;
import java.util.HashMap;
import java.util.Map;

/** The terms and groups of EN 16931-1:2017, where each stands and what it holds. */
final class Vocabulary {
    /** What a term holds. */
    enum Kind {
        /** Words, codes and identifiers. */
        TEXT,
        /** A number of money, which may name its currency. */
        AMOUNT,
        /** A unit price, quantity or percentage. */
        NUMBER,
        /** A day. */
        DATE
    }

    /**
     * A term.
     *
     * @param group in which it stands
     * @param kind what it holds
     * @param name in the words of the standard
     */
    record Term(String group, Kind kind, String name) {}

    /** The group of the whole document. */
    static final String DOCUMENT = "document";

    /** Groups: id, the group within which it stands, name. */
    private static final String GROUPS = """
            BG-1   document  invoice note
            BG-2   document  process control
            BG-3   document  preceding invoice reference
            BG-4   document  seller
            BG-5   BG-4      seller postal address
            BG-6   BG-4      seller contact
            BG-7   document  buyer
            BG-8   BG-7      buyer postal address
            BG-9   BG-7      buyer contact
            BG-10  document  payee
            BG-11  document  seller tax representative party
            BG-12  BG-11     seller tax representative postal address
            BG-13  document  delivery information
            BG-14  document  invoicing period
            BG-15  BG-13     deliver to address
            BG-16  document  payment instructions
            BG-17  BG-16     credit transfer
            BG-18  BG-16     payment card information
            BG-19  BG-16     direct debit
            BG-20  document  document level allowance
            BG-21  document  document level charge
            BG-22  document  document totals
            BG-23  document  VAT breakdown
            BG-24  document  additional supporting document
            BG-25  document  invoice line
            BG-26  BG-25     invoice line period
            BG-27  BG-25     invoice line allowance
            BG-28  BG-25     invoice line charge
            BG-29  BG-25     price details
            BG-30  BG-25     line VAT information
            BG-31  BG-25     item information
            BG-32  BG-31     item attribute
            tax-total document tax total
            """;

    /** Terms: id, group, kind, name. Those without a number are facts of syntaxes, which rules of Peppol ask for. */
    private static final String TERMS = """
            BT-1    document T invoice number
            BT-2    document D invoice issue date
            BT-3    document T invoice type code
            BT-5    document T invoice currency code
            BT-6    document T VAT accounting currency code
            BT-7    document D value added tax point date
            BT-8    document T value added tax point date code
            BT-9    document D payment due date
            BT-10   document T buyer reference
            BT-11   document T project reference
            BT-12   document T contract reference
            BT-13   document T purchase order reference
            BT-14   document T sales order reference
            BT-15   document T receiving advice reference
            BT-16   document T despatch advice reference
            BT-17   document T tender or lot reference
            BT-18   document T invoiced object identifier
            BT-19   document T buyer accounting reference
            BT-20   document T payment terms
            BT-21   BG-1 T invoice note subject code
            BT-22   BG-1 T invoice note
            BT-23   BG-2 T business process type
            BT-24   BG-2 T specification identifier
            BT-25   BG-3 T preceding invoice reference
            BT-26   BG-3 D preceding invoice issue date
            BT-27   BG-4 T seller name
            BT-28   BG-4 T seller trading name
            BT-29   BG-4 T seller identifier
            BT-30   BG-4 T seller legal registration identifier
            BT-31   BG-4 T seller VAT identifier
            BT-32   BG-4 T seller tax registration identifier
            BT-33   BG-4 T seller additional legal information
            BT-34   BG-4 T seller electronic address
            BT-35   BG-5 T seller address line 1
            BT-36   BG-5 T seller address line 2
            BT-162  BG-5 T seller address line 3
            BT-37   BG-5 T seller city
            BT-38   BG-5 T seller post code
            BT-39   BG-5 T seller country subdivision
            BT-40   BG-5 T seller country code
            BT-41   BG-6 T seller contact point
            BT-42   BG-6 T seller contact telephone number
            BT-43   BG-6 T seller contact email address
            BT-44   BG-7 T buyer name
            BT-45   BG-7 T buyer trading name
            BT-46   BG-7 T buyer identifier
            BT-47   BG-7 T buyer legal registration identifier
            BT-48   BG-7 T buyer VAT identifier
            BT-49   BG-7 T buyer electronic address
            BT-50   BG-8 T buyer address line 1
            BT-51   BG-8 T buyer address line 2
            BT-163  BG-8 T buyer address line 3
            BT-52   BG-8 T buyer city
            BT-53   BG-8 T buyer post code
            BT-54   BG-8 T buyer country subdivision
            BT-55   BG-8 T buyer country code
            BT-56   BG-9 T buyer contact point
            BT-57   BG-9 T buyer contact telephone number
            BT-58   BG-9 T buyer contact email address
            BT-59   BG-10 T payee name
            BT-60   BG-10 T payee identifier
            BT-61   BG-10 T payee legal registration identifier
            BT-62   BG-11 T seller tax representative name
            BT-63   BG-11 T seller tax representative VAT identifier
            BT-64   BG-12 T tax representative address line 1
            BT-65   BG-12 T tax representative address line 2
            BT-164  BG-12 T tax representative address line 3
            BT-66   BG-12 T tax representative city
            BT-67   BG-12 T tax representative post code
            BT-68   BG-12 T tax representative country subdivision
            BT-69   BG-12 T tax representative country code
            BT-70   BG-13 T deliver to party name
            BT-71   BG-13 T deliver to location identifier
            BT-72   BG-13 D actual delivery date
            BT-73   BG-14 D invoicing period start date
            BT-74   BG-14 D invoicing period end date
            BT-75   BG-15 T deliver to address line 1
            BT-76   BG-15 T deliver to address line 2
            BT-165  BG-15 T deliver to address line 3
            BT-77   BG-15 T deliver to city
            BT-78   BG-15 T deliver to post code
            BT-79   BG-15 T deliver to country subdivision
            BT-80   BG-15 T deliver to country code
            BT-81   BG-16 T payment means type code
            BT-82   BG-16 T payment means text
            BT-83   BG-16 T remittance information
            BT-84   BG-17 T payment account identifier
            BT-85   BG-17 T payment account name
            BT-86   BG-17 T payment service provider identifier
            BT-87   BG-18 T payment card primary account number
            BT-88   BG-18 T payment card holder name
            BT-89   BG-19 T mandate reference identifier
            BT-90   BG-19 T bank assigned creditor identifier
            BT-91   BG-19 T debited account identifier
            BT-92   BG-20 A document level allowance amount
            BT-93   BG-20 A document level allowance base amount
            BT-94   BG-20 N document level allowance percentage
            BT-95   BG-20 T document level allowance VAT category code
            BT-96   BG-20 N document level allowance VAT rate
            BT-97   BG-20 T document level allowance reason
            BT-98   BG-20 T document level allowance reason code
            BT-99   BG-21 A document level charge amount
            BT-100  BG-21 A document level charge base amount
            BT-101  BG-21 N document level charge percentage
            BT-102  BG-21 T document level charge VAT category code
            BT-103  BG-21 N document level charge VAT rate
            BT-104  BG-21 T document level charge reason
            BT-105  BG-21 T document level charge reason code
            BT-106  BG-22 A sum of invoice line net amounts
            BT-107  BG-22 A sum of allowances on document level
            BT-108  BG-22 A sum of charges on document level
            BT-109  BG-22 A invoice total amount without VAT
            BT-110  BG-22 A invoice total VAT amount
            BT-111  BG-22 A invoice total VAT amount in accounting currency
            BT-112  BG-22 A invoice total amount with VAT
            BT-113  BG-22 A paid amount
            BT-114  BG-22 A rounding amount
            BT-115  BG-22 A amount due for payment
            BT-116  BG-23 A VAT category taxable amount
            BT-117  BG-23 A VAT category tax amount
            BT-118  BG-23 T VAT category code
            BT-119  BG-23 N VAT category rate
            BT-120  BG-23 T VAT exemption reason text
            BT-121  BG-23 T VAT exemption reason code
            BT-122  BG-24 T supporting document reference
            BT-123  BG-24 T supporting document description
            BT-124  BG-24 T external document location
            BT-125  BG-24 T attached document
            BT-125-1 BG-24 T attached document media type
            BT-125-2 BG-24 T attached document file name
            BT-126  BG-25 T invoice line identifier
            BT-127  BG-25 T invoice line note
            BT-128  BG-25 T invoice line object identifier
            BT-129  BG-25 N invoiced quantity
            BT-130  BG-25 T invoiced quantity unit of measure code
            BT-131  BG-25 A invoice line net amount
            BT-132  BG-25 T referenced purchase order line reference
            BT-133  BG-25 T invoice line buyer accounting reference
            BT-134  BG-26 D invoice line period start date
            BT-135  BG-26 D invoice line period end date
            BT-136  BG-27 A invoice line allowance amount
            BT-137  BG-27 A invoice line allowance base amount
            BT-138  BG-27 N invoice line allowance percentage
            BT-139  BG-27 T invoice line allowance reason
            BT-140  BG-27 T invoice line allowance reason code
            BT-141  BG-28 A invoice line charge amount
            BT-142  BG-28 A invoice line charge base amount
            BT-143  BG-28 N invoice line charge percentage
            BT-144  BG-28 T invoice line charge reason
            BT-145  BG-28 T invoice line charge reason code
            BT-146  BG-29 N item net price
            BT-147  BG-29 N item price discount
            BT-148  BG-29 N item gross price
            BT-149  BG-29 N item price base quantity
            BT-150  BG-29 T item price base quantity unit of measure code
            BT-151  BG-30 T invoiced item VAT category code
            BT-152  BG-30 N invoiced item VAT rate
            BT-153  BG-31 T item name
            BT-154  BG-31 T item description
            BT-155  BG-31 T item seller's identifier
            BT-156  BG-31 T item buyer's identifier
            BT-157  BG-31 T item standard identifier
            BT-158  BG-31 T item classification identifier
            BT-159  BG-31 T item country of origin
            BT-160  BG-32 T item attribute name
            BT-161  BG-32 T item attribute value
            syntax-kind document T whether it is written as an invoice or as a credit note
            tax-amount tax-total A tax amount of a tax total
            tax-subtotals tax-total N number of subtotals of a tax total
            price-charge BG-29 T charge at the price
            """;

    private static final Map<String, String> PARENTS = new HashMap<>();
    private static final Map<String, String> GROUP_NAMES = new HashMap<>();
    private static final Map<String, Term> BY_ID = new HashMap<>();

    static {
        PARENTS.put(DOCUMENT, "");
        GROUP_NAMES.put(DOCUMENT, DOCUMENT);
        GROUPS.lines().map(line -> line.split(" +", 3)).forEach(parts -> {
            PARENTS.put(parts[0], parts[1]);
            GROUP_NAMES.put(parts[0], parts[2]);
        });
        TERMS.lines().map(line -> line.split(" +", 4)).forEach(parts -> {
            Kind kind = switch (parts[2]) {
                case "A" -> Kind.AMOUNT;
                case "N" -> Kind.NUMBER;
                case "D" -> Kind.DATE;
                default -> Kind.TEXT;
            };
            BY_ID.put(parts[0], new Term(parts[1], kind, parts[3]));
        });
    }

    private Vocabulary() {}

    /** A term by its id. */
    static Term term(String id) {
        Term term = BY_ID.get(id);
        if (term == null) {
            throw new InvalidArgumentException("en16931.term", "term", "must be a term of EN 16931-1:2017", id);
        }
        return term;
    }

    /** The group within which one stands; empty for the document. */
    static String parentOf(String group) {
        String parent = PARENTS.get(group);
        if (parent == null) {
            throw new InvalidArgumentException("en16931.group", "group", "must be a group of EN 16931-1:2017", group);
        }
        return parent;
    }

    /** How a message names a term or group: {@code BT-126 (invoice line identifier)}. */
    static String named(String id) {
        Term term = BY_ID.get(id);
        return id + " (" + (term == null ? GROUP_NAMES.get(id) : term.name()) + ")";
    }
}
