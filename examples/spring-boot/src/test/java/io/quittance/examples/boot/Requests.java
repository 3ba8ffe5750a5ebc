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
