package io.quittance.examples.boot;

/** Requests that many tests send, with their single quotes as double ones. */
final class Requests {
    private static final String BILL = """
            {
              'contract': {
                'schemaVersion': 1,
                'id': '$customer-1',
                'customer': '$customer',
                'term': {'start': '2026-01-01', 'end': '2027-01-01'},
                'terms': {
                  'currency': '$currency',
                  'zone': 'Europe/Berlin',
                  'charges': [
                    {
                      'id': 'platform',
                      'kind': 'recurring',
                      'model': {'type': 'flat', 'amount': '499.00'},
                      'billed': {'interval': 'P1M', 'timing': 'inAdvance'}
                    },
                    {
                      'id': 'calls',
                      'meter': 'calls',
                      'freeUnits': '60',
                      'model': {
                        'type': 'graduated',
                        'tiers': [{'upTo': '1000', 'unitPrice': '0.10'}],
                        'beyond': {'unitPrice': '0.08'}
                      }
                    }
                  ],
                  'paymentTerms': {'netDays': 30}
                }
              },
              'usage': [{'key': 'u-1', 'meter': 'calls', 'quantity': '1160', 'time': '2026-01-15T10:00:00Z'}],
              'date': '2026-02-01'
            }
            """;

    private Requests() {}

    static String json(String text) {
        return text.replace('\'', '"');
    }

    /** January and February of a flat fee, and January's calls: 1106.00, with 19 % of tax 1316.14, due on 3 March. */
    static String bill(String customer, String currency) {
        return json(BILL).replace("$customer", customer).replace("$currency", currency);
    }

    static String bill(String customer) {
        return bill(customer, "EUR");
    }

    /** A bill with one piece of it changed, which must be there. */
    static String bill(String customer, String piece, String changed) {
        String bill = bill(customer);
        if (!bill.contains(json(piece))) {
            throw new IllegalArgumentException(piece);
        }
        return bill.replace(json(piece), json(changed));
    }

    /** A fee of 310.00 a month in advance, with the time at which it was signed. */
    static String signed(String customer) {
        return json("""
                {'contract': {'schemaVersion': 1, 'id': '$customer-1', 'customer': '$customer',
                  'term': {'start': '2026-01-01', 'end': '2027-01-01'},
                  'terms': {'currency': 'EUR', 'zone': 'Europe/Berlin', 'paymentTerms': {'netDays': 30},
                    'charges': [{'id': 'fee', 'kind': 'recurring', 'model': {'type': 'flat', 'amount': '310.00'},
                      'billed': {'interval': 'P1M', 'timing': 'inAdvance'}}]},
                  'signedAt': '2025-12-01T09:00:00Z'}, 'usage': [], 'date': '2026-01-01'}
                """).replace("$customer", customer);
    }

    /** The same with an amendment of 10 January: 620.00 from the 16th on. */
    static String amended(String customer) {
        String signed = signed(customer);
        String terms = signed.substring(signed.indexOf("{\"currency\""), signed.indexOf(",\n  \"signedAt\""));
        return signed.replace(
                "\"signedAt\": \"2025-12-01T09:00:00Z\"",
                "\"signedAt\": \"2025-12-01T09:00:00Z\", \"amendments\": [{\"key\": \"A-1\", \"kind\": \"terms\", "
                        + "\"recordedAt\": \"2026-01-10T09:00:00Z\", \"date\": \"2026-01-16\", \"terms\": "
                        + terms.replace("310.00", "620.00") + "}]");
    }

    static String payment(String id, String customer, String amount, String currency, String more) {
        return json("""
                {'fact': {'kind': 'paymentReceived', 'customer': '%s', 'currency': '%s',
                  'payment': {'id': '%s', 'valueDate': '2026-02-20', 'amount': '%s'%s}}}
                """.formatted(customer, currency, id, amount, more));
    }

    static String payment(String id, String customer, String amount) {
        return payment(id, customer, amount, "EUR", "");
    }
}
